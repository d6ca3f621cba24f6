import { Toolbar } from 'react-aria-components';

import type { Tab } from '../../../shared/model/tab.ts';
import { useLayout, useStores, useTabs } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { withKeys } from '../shortcuts/key-label.ts';
import { OpenTab } from './open-tab.tsx';
import { PageTab } from './page-tab.tsx';
import classes from './tab-strip.module.css';
import { useTabDrag } from './use-tab-drag.ts';

/**
 * The open drafts, the pinned ones first. A dot marks one that differs from its template, or from the request it is saved
 * as. A toolbar, not a tab list: each entry can also be closed, and a tab may hold no second button.
 */
export function TabStrip() {
  const { tabs, active } = useTabs((state) => state);
  const { open, page } = useLayout((state) => state);
  const { over, dragOf } = useTabDrag();
  return (
    <Toolbar aria-label="Open requests" data-pane="tabs" className={classes['strip'] ?? ''}>
      <div className={classes['tabs']}>
        {tabs.map((tab) => (
          <OpenTab
            key={tab.id}
            tab={tab}
            isShown={page === null && tab.id === active}
            isOver={over === tab.id}
            drag={dragOf(tab.id)}
          />
        ))}
        {page !== null && <PageTab page={page} />}
      </div>
      <IconButton
        icon="add"
        label={withKeys('Open a template', 'find-request')}
        onPress={() => open({ kind: 'palette', query: '/' })}
      />
      {tabs.length > 1 && <AllTabs tabs={tabs} />}
    </Toolbar>
  );
}

/** Every open tab in one menu, for when there are more than the strip has room for. */
function AllTabs({ tabs }: { readonly tabs: readonly Tab[] }) {
  const stores = useStores();
  const show = (id: string): void => {
    stores.tabs.getState().activate(id);
    stores.layout.getState().showPage(null);
  };
  return (
    <span className={classes['all']}>
      <MenuButton
        label="Open tabs"
        groups={[
          tabs.map(({ id, title, pinned }) => ({
            id,
            label: title,
            icon: pinned ? 'pinned' : 'file',
            run: () => show(id),
          })),
        ]}
      >
        <IconButton icon="chevron-down" label="All open tabs" />
      </MenuButton>
    </span>
  );
}
