import { ToggleButton, Toolbar } from 'react-aria-components';

import { type SideBarView, sideBarViews } from '../../stores/create-layout-store.ts';
import { useLayout } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { viewTitles } from '../shortcuts/view-commands.ts';
import { withKeys } from '../shortcuts/key-label.ts';
import classes from './activity-bar.module.css';

const icons: Record<SideBarView, string> = {
  apis: 'package',
  collections: 'library',
  history: 'history',
  environments: 'settings',
  sandbox: 'beaker',
  runs: 'run-all',
};

/** Chooses what the side bar shows. */
export function ActivityBar() {
  const { view, sideBarHidden, showView, toggleSideBar, page, showPage, open } = useLayout((state) => state);
  return (
    <Toolbar
      aria-label="Side bar views"
      data-pane="views"
      orientation="vertical"
      className={classes['bar'] ?? ''}
    >
      {sideBarViews.map((name) => (
        <ToggleButton
          key={name}
          aria-label={withKeys(viewTitles[name], `view-${name}`)}
          isSelected={view === name && !sideBarHidden}
          onChange={(isSelected) => (isSelected ? showView(name) : toggleSideBar())}
          className={classes['view'] ?? ''}
        >
          <Icon name={icons[name]} />
        </ToggleButton>
      ))}
      <div className={classes['foot']}>
        <IconButton icon="home" label="Start screen" onPress={() => showPage({ kind: 'start' })} />
        <IconButton
          icon="settings-gear"
          label={withKeys('Settings', 'settings')}
          onPress={() => showPage(page?.kind === 'settings' ? null : { kind: 'settings' })}
        />
        <IconButton
          icon="question"
          label={withKeys('Keyboard shortcuts', 'shortcuts')}
          onPress={() => open({ kind: 'shortcuts' })}
        />
      </div>
    </Toolbar>
  );
}
