import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';

import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { useEnvironments, useLayout, useStores } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { classWords } from '../words.ts';
import classes from './environment-switch.module.css';

const newEnvironment = 'action:new';
const editEnvironment = 'action:edit';

/** Which environment the next send goes to: its class decides colour, icon and word. */
export function EnvironmentSwitch() {
  const active = useEnvironments(selectActiveEnvironment);
  const environments = useEnvironments(({ overview }) => overview.environments);
  const openOverlay = useLayout((state) => state.open);
  const choose = useChoose();
  const { word, icon } = classWords[active.environmentClass];
  const act = (key: string): void => {
    if (key === newEnvironment) openOverlay({ kind: 'environment', id: null });
    else if (key === editEnvironment) openOverlay({ kind: 'environment', id: active.id });
    else void choose(key);
  };
  return (
    <MenuTrigger>
      <Button
        className={`${classes['switch']} ${classes[active.environmentClass]}`}
        aria-label={`Environment: ${active.name} ${word}`}
      >
        <Icon name={icon} />
        <strong>{active.name}</strong>{' '}
        {active.environmentClass !== 'sandbox' && <span className={classes['word']}>{word}</span>}
        <Icon name="chevron-down" />
      </Button>
      <Popover className={classes['popover'] ?? ''} placement="bottom end">
        <Menu
          className={classes['menu'] ?? ''}
          aria-label="Environments"
          onAction={(key) => act(String(key))}
        >
          {environments.map(({ id, name, environmentClass }) => (
            <MenuItem key={id} id={id} textValue={name} className={classes['item'] ?? ''}>
              <span className={`${classes['mark']} ${classes[environmentClass]}`}>
                <Icon name={classWords[environmentClass].icon} />
              </span>
              <span>{name}</span>
              <span className={classes['detail']}>{classWords[environmentClass].word}</span>
              {id === active.id && <Icon name="check" />}
            </MenuItem>
          ))}
          <Separator className={classes['separator'] ?? ''} />
          {active.environmentClass !== 'sandbox' && (
            <MenuItem id={editEnvironment} className={classes['item'] ?? ''}>
              Edit {active.name} …
            </MenuItem>
          )}
          <MenuItem id={newEnvironment} className={classes['item'] ?? ''}>
            New environment …
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function useChoose(): (id: string) => Promise<void> {
  const { environments, layout } = useStores();
  return async (id) => layout.getState().notify(await environments.getState().activate(id));
}
