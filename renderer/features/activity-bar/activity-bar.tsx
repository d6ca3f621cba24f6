import { ToggleButton, Toolbar } from 'react-aria-components';

import { type SideBarView, sideBarViews } from '../../stores/create-layout-store.ts';
import { useLayout } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './activity-bar.module.css';

const views: Record<SideBarView, { readonly label: string; readonly icon: string }> = {
  apis: { label: 'Refund APIs', icon: 'package' },
  collections: { label: 'Collections', icon: 'library' },
  history: { label: 'History', icon: 'history' },
  environments: { label: 'Environments', icon: 'settings' },
  sandbox: { label: 'Sandbox', icon: 'beaker' },
  runs: { label: 'Runs and batches', icon: 'run-all' },
};

/** Chooses what the side bar shows. */
export function ActivityBar() {
  const { view, sideBarHidden, showView, toggleSideBar, page, showPage, open } = useLayout((state) => state);
  return (
    <Toolbar aria-label="Side bar views" orientation="vertical" className={classes['bar'] ?? ''}>
      {sideBarViews.map((name, index) => (
        <ToggleButton
          key={name}
          aria-label={`${views[name].label} (Ctrl+${index + 1})`}
          isSelected={view === name && !sideBarHidden}
          onChange={(isSelected) => (isSelected ? showView(name) : toggleSideBar())}
          className={classes['view'] ?? ''}
        >
          <Icon name={views[name].icon} />
        </ToggleButton>
      ))}
      <div className={classes['foot']}>
        <IconButton
          icon="settings-gear"
          label="Settings (Ctrl+,)"
          onPress={() => showPage(page?.kind === 'settings' ? null : { kind: 'settings' })}
        />
        <IconButton
          icon="question"
          label="Keyboard shortcuts (F1)"
          onPress={() => open({ kind: 'shortcuts' })}
        />
      </div>
    </Toolbar>
  );
}
