import { ToggleButton, Toolbar } from 'react-aria-components';

import { closeTab } from '../../actions/close-tab.ts';
import { isEdited } from '../../actions/is-edited.ts';
import { useLayout, useStores, useTabs } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { pageTitles } from '../page-titles.ts';
import classes from './tab-strip.module.css';

/**
 * The open drafts. A dot marks one that differs from its template, or from the request it is saved as. A toolbar, not a tab list: each entry can also be
 * closed, and a tab may hold no second button.
 */
export function TabStrip() {
  const stores = useStores();
  const { tabs, active, activate } = useTabs((state) => state);
  const { open, page, showPage } = useLayout((state) => state);
  return (
    <Toolbar aria-label="Open requests" className={classes['strip'] ?? ''}>
      <div className={classes['tabs']}>
        {tabs.map((tab) => (
          <div
            key={tab.id}
            className={`${classes['tab']} ${page === null && tab.id === active ? classes['active'] : ''}`}
          >
            <ToggleButton
              isSelected={page === null && tab.id === active}
              onChange={() => {
                showPage(null);
                activate(tab.id);
              }}
              className={classes['title'] ?? ''}
            >
              <span className={classes['method']}>{tab.draft.method}</span>
              {tab.title}
              {isEdited(tab) && (
                <span className={classes['dot']} title="Edited">
                  <span aria-hidden="true">●</span>
                </span>
              )}
            </ToggleButton>
            <IconButton icon="close" label={`Close ${tab.title}`} onPress={() => closeTab(stores, tab.id)} />
          </div>
        ))}
        {page !== null && (
          <div className={`${classes['tab']} ${classes['active']}`}>
            <ToggleButton isSelected className={classes['title'] ?? ''}>
              {pageTitles[page.kind]}
            </ToggleButton>
            <IconButton
              icon="close"
              label={`Close ${pageTitles[page.kind]}`}
              onPress={() => showPage(null)}
            />
          </div>
        )}
      </div>
      <IconButton icon="add" label="Open a template (Ctrl+K)" onPress={() => open({ kind: 'palette' })} />
    </Toolbar>
  );
}
