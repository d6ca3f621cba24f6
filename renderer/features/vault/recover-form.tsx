import { useState } from 'react';

import { useStores } from '../../stores/stores-context.tsx';
import { GuardForm } from './guard-form.tsx';
import classes from './vault-dialog.module.css';

/** Opens the vault with its recovery key and guards it anew. */
export function RecoverForm() {
  const { vault } = useStores();
  const [typed, setTyped] = useState('');
  return (
    <div className={classes['form']}>
      <label>
        Recovery key, as it was printed
        <input
          className={classes['key'] ?? ''}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <GuardForm
        title="From now on"
        action="Open and guard anew"
        onChoose={async (choice) => {
          const refused = await vault.getState().recover(typed, choice);
          if (refused === null) setTyped('');
          return refused;
        }}
      />
    </div>
  );
}
