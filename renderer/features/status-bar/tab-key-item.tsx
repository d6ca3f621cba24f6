import { Button } from 'react-aria-components';

import { useSettings } from '../../stores/stores-context.tsx';
import classes from './status-bar.module.css';

/** Whether Tab indents in an editor or leaves it, and the switch for it; `Ctrl M` in an editor is the other way. */
export function TabKeyItem() {
  const leaves = useSettings(({ settings }) => settings.tabLeavesEditor);
  const change = useSettings((state) => state.change);
  return (
    <Button
      className={classes['item'] ?? ''}
      aria-label={leaves ? 'Tab leaves the editor; let it indent' : 'Tab indents; let it leave the editor'}
      onPress={() => change({ tabLeavesEditor: !leaves })}
    >
      {leaves ? 'Tab leaves the editor' : 'Tab indents'}
    </Button>
  );
}
