import { useState } from 'react';

import { useEnvironments } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../response-viewer/copy-button.tsx';
import classes from './vault-dialog.module.css';

type Props = { readonly recoveryKey: string; readonly onKept: () => void };

/** The recovery key, the one time it is told; it stays until somebody says that it is kept. */
export function RecoveryKeyCard({ recoveryKey, onKept }: Props) {
  const { dataDirectory } = useEnvironments((state) => state.description);
  const [isKept, setKept] = useState(false);
  const text = `Refund Workbench, recovery key of the vault\nin ${dataDirectory}\n\n${recoveryKey}\n`;
  return (
    <div className={classes['content']}>
      <p>
        This key opens the vault where the passphrase or the keyring is lost. It is shown only now. Print it
        or write it down, and keep it away from this machine. Any earlier key opens nothing any more.
      </p>
      <pre className={classes['print']}>{text}</pre>
      <div className={classes['actions']}>
        <CopyButton label="Copy" text={text} />
      </div>
      <label className={classes['kept']}>
        <input type="checkbox" checked={isKept} onChange={({ target }) => setKept(target.checked)} />I have
        kept it
      </label>
      <div className={classes['actions']}>
        <Button kind="primary" isDisabled={!isKept} onPress={onKept}>
          Done
        </Button>
      </div>
    </div>
  );
}
