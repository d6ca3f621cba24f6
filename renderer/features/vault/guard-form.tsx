import { useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import { type GuardChoice, shortestPassphrase, type VaultGuard } from '../../../shared/model/vault.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import classes from './vault-dialog.module.css';

type Props = {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  /** `null` where it worked. */
  readonly onChoose: (choice: GuardChoice) => Promise<Problem | null>;
};

/** Chooses what guards the key of the vault. A passphrase is forgotten as soon as it was handed on. */
export function GuardForm({ title, action, onChoose }: Props) {
  const [kind, setKind] = useState<VaultGuard>('keyring');
  const [typed, setTyped] = useState({ first: '', again: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const fault = kind === 'keyring' ? null : faultOf(typed);
  const choose = async (): Promise<void> => {
    const { first } = typed;
    setTyped({ first: '', again: '' });
    setBusy(true);
    setProblem(await onChoose(kind === 'keyring' ? { kind } : { kind, passphrase: first }));
    setBusy(false);
  };
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === null && !isBusy) void choose();
      }}
    >
      <h3>{title}</h3>
      <fieldset className={classes['guards']}>
        <legend>What guards the key</legend>
        <label>
          <input type="radio" name="guard" checked={kind === 'keyring'} onChange={() => setKind('keyring')} />
          The keyring of this system; it opens with your login
        </label>
        <label>
          <input
            type="radio"
            name="guard"
            checked={kind === 'passphrase'}
            onChange={() => setKind('passphrase')}
          />
          A passphrase, asked for at every start
        </label>
      </fieldset>
      {kind === 'passphrase' && (
        <>
          <PassphraseField
            label={`New passphrase, at least ${shortestPassphrase} characters`}
            value={typed.first}
            onChange={(first) => setTyped({ ...typed, first })}
          />
          <PassphraseField
            label="The same again"
            value={typed.again}
            onChange={(again) => setTyped({ ...typed, again })}
          />
          <p className={classes['hint']} aria-live="polite">
            {fault}
          </p>
        </>
      )}
      {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
      <Button kind="primary" type="submit" isDisabled={fault !== null || isBusy}>
        {action}
      </Button>
    </form>
  );
}

function faultOf({ first, again }: { readonly first: string; readonly again: string }): string | null {
  const missing = shortestPassphrase - [...first].length;
  if (missing > 0) return `${missing} more ${missing === 1 ? 'character' : 'characters'}`;
  return first === again ? null : 'The two are not the same yet';
}
