import { Button } from 'react-aria-components';

import { useEnvironments, useLayout } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ArmControl } from '../production/arm-control.tsx';
import { EnvironmentSwitch } from './environment-switch.tsx';
import { keyLabel } from '../shortcuts/key-label.ts';
import classes from './top-bar.module.css';

/** Name, workspace, the command box and the environment. */
export function TopBar() {
  const workspace = useEnvironments(({ description }) => description.workspace);
  const open = useLayout((state) => state.open);
  return (
    <header className={classes['bar']} data-pane="top-bar">
      <div className={classes['name']}>
        <img src="./icon.svg" alt="" width="18" height="18" />
        <strong>Refund Workbench</strong>
        <span className={classes['workspace']} title={workspace.path}>
          {workspace.name}
        </span>
      </div>
      <Button className={classes['search'] ?? ''} onPress={() => open({ kind: 'palette' })}>
        <Icon name="search" />
        <span>Search requests, history, error codes, commands</span>
        <kbd>{keyLabel('palette')}</kbd>
      </Button>
      <div className={classes['target']}>
        <ArmControl />
        <EnvironmentSwitch />
      </div>
    </header>
  );
}
