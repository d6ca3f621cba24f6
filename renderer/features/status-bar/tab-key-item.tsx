import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';

import { onTabKeyChange, setTabLeaves, tabLeaves } from '../../editor/tab-key.ts';
import classes from './status-bar.module.css';

/** Whether Tab indents in an editor or leaves it, and the switch for it; `Ctrl M` in an editor is the other way. */
export function TabKeyItem() {
  const leaves = useSyncExternalStore(onTabKeyChange, tabLeaves);
  return (
    <Button
      className={classes['item'] ?? ''}
      aria-label={leaves ? 'Tab leaves the editor; let it indent' : 'Tab indents; let it leave the editor'}
      onPress={() => setTabLeaves(!leaves)}
    >
      {leaves ? 'Tab leaves the editor' : 'Tab indents'}
    </Button>
  );
}
