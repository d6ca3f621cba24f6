import { useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { VaultDescription } from '../../../shared/model/vault.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { GuardForm } from './guard-form.tsx';
import type { MakeRecoveryKey } from './make-recovery-key.ts';
import classes from './vault-dialog.module.css';

type Props = {
  readonly vault: Extract<VaultDescription, { state: 'unlocked' }>;
  readonly make: MakeRecoveryKey;
};

/** What can be done with an open vault. The secrets in it stay as they are. */
export function OpenVault({ vault: { problems }, make }: Props) {
  const { vault } = useStores();
  const [refused, setRefused] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const renew = async (): Promise<void> => setRefused(await make(vault.getState().renewRecoveryKey));
  return (
    <>
      <ProblemList problems={refused === null ? problems : [refused, ...problems]} kind="problem" />
      <div className={classes['actions']}>
        <Button icon="lock" onPress={() => void vault.getState().lock()}>
          Lock now
        </Button>
        <Button icon="key" onPress={() => void renew()}>
          New recovery key
        </Button>
      </div>
      <details className={classes['more']}>
        <summary>Change the passphrase, or move the key</summary>
        <GuardForm
          title="From now on"
          action="Guard it this way"
          onChoose={async (choice) => {
            const problem = await vault.getState().rewrap(choice);
            setSaid(problem === null ? 'Done. The secrets stayed as they are.' : '');
            return problem;
          }}
        />
      </details>
      <p className={classes['hint']} role="status">
        {said}
      </p>
    </>
  );
}
