import { useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { VaultDescription } from '../../../shared/model/vault.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { CreateForm } from './create-form.tsx';
import type { MakeRecoveryKey } from './make-recovery-key.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { RecoverForm } from './recover-form.tsx';
import classes from './vault-dialog.module.css';

type Props = {
  readonly vault: Extract<VaultDescription, { state: 'locked' }>;
  readonly make: MakeRecoveryKey;
};

/** Why the vault is locked, and every way on. */
export function LockedVault({ vault: { guard, problem, ways }, make }: Props) {
  const [refused, setRefused] = useState<Problem | null>(null);
  return (
    <>
      <div role="alert">
        <ProblemList problems={[refused ?? problem]} kind="problem" />
      </div>
      {ways.includes('unlock') && (
        <UnlockForm asksPassphrase={guard === 'passphrase'} onRefused={setRefused} />
      )}
      {ways.includes('recover') && (
        <details className={classes['more']}>
          <summary>Open it with the recovery key</summary>
          <RecoverForm />
        </details>
      )}
      {ways.includes('create') && <CreateForm make={make} />}
    </>
  );
}

type UnlockProps = {
  readonly asksPassphrase: boolean;
  readonly onRefused: (problem: Problem | null) => void;
};

function UnlockForm({ asksPassphrase, onRefused }: UnlockProps) {
  const { vault } = useStores();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const unlock = async (): Promise<void> => {
    const passphrase = asksPassphrase ? typed : null;
    setTyped('');
    setBusy(true);
    onRefused(await vault.getState().unlock(passphrase));
    setBusy(false);
  };
  const isEmpty = asksPassphrase && typed === '';
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !isBusy) void unlock();
      }}
    >
      {asksPassphrase && <PassphraseField label="Passphrase" value={typed} onChange={setTyped} />}
      <Button kind="primary" type="submit" isDisabled={isEmpty || isBusy}>
        {asksPassphrase ? 'Unlock' : 'Ask the keyring again'}
      </Button>
    </form>
  );
}
