import { useState } from 'react';

import { useVault } from '../../stores/stores-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CreateForm } from './create-form.tsx';
import { LockedVault } from './locked-vault.tsx';
import type { MakeRecoveryKey } from './make-recovery-key.ts';
import { OpenVault } from './open-vault.tsx';
import { RecoveryKeyCard } from './recovery-key-card.tsx';
import classes from './vault-dialog.module.css';
import { vaultWords } from './vault-words.ts';

/** How secrets are kept, and everything that can be done about it. */
export function VaultDialog({ onClose }: { readonly onClose: () => void }) {
  const vault = useVault((state) => state.vault);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  const make: MakeRecoveryKey = async (produce) => {
    setMaking(true);
    const made = await produce();
    setMaking(false);
    if (!made.ok) return made.error;
    setRecoveryKey(made.value);
    return null;
  };
  // Nobody can read the key again, so neither Escape nor a stray click takes it away.
  if (recoveryKey !== null) {
    return (
      <Dialog title="Your recovery key" onClose={onClose} dismissable={false}>
        <RecoveryKeyCard recoveryKey={recoveryKey} onKept={() => setRecoveryKey(null)} />
      </Dialog>
    );
  }
  const { icon, short, long } = vaultWords(vault);
  return (
    <Dialog title="Secrets" onClose={onClose} dismissable={!isMaking}>
      <div className={classes['content']}>
        <p className={classes['state']} role="status">
          <Icon name={icon} />
          <span>
            <b>{short}.</b> {long}
          </span>
        </p>
        {vault.state === 'none' && <CreateForm make={make} />}
        {vault.state === 'locked' && <LockedVault vault={vault} make={make} />}
        {vault.state === 'unlocked' && <OpenVault vault={vault} make={make} />}
      </div>
    </Dialog>
  );
}
