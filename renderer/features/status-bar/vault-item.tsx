import { Button } from 'react-aria-components';

import { useLayout, useVault } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { vaultWords } from '../vault/vault-words.ts';
import classes from './status-bar.module.css';

/** Says how secrets are kept; opens what can be done about it. */
export function VaultItem() {
  const vault = useVault((state) => state.vault);
  const open = useLayout((state) => state.open);
  const { icon, short, tone } = vaultWords(vault);
  return (
    <Button className={`${classes['item']} ${classes[tone]}`} onPress={() => open({ kind: 'vault' })}>
      <Icon name={icon} />
      {short}
    </Button>
  );
}
