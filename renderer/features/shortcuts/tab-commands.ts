import { moveTab, stepTab, togglePin } from '../../actions/arrange-tabs.ts';
import { closeShown, closeTabs, type TabsToClose, tabsToClose } from '../../actions/close-tabs.ts';
import { duplicateTab } from '../../actions/duplicate-tab.ts';
import { reopenTab } from '../../actions/reopen-tab.ts';
import { selectActiveTab } from '../../stores/create-tab-store.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Command } from './command.ts';
import { shownTab } from './command-effects.ts';

/** What can be done with the tabs. */
export const tabCommands: readonly Command[] = [
  {
    id: 'close-tab',
    group: 'Tabs',
    title: 'Close the tab',
    keys: ['Alt W'],
    windowKeys: ['Mod W'],
    isPossible: ({ layout, tabs: open }) =>
      layout.getState().page !== null || open.getState().active !== null,
    run: closeShown,
  },
  {
    id: 'reopen-tab',
    group: 'Tabs',
    title: 'Open the last closed tab again',
    keys: ['Alt Shift W'],
    windowKeys: ['Mod Shift T'],
    isPossible: ({ tabs: open }) => open.getState().closed.length > 0,
    run: reopenTab,
  },
  {
    id: 'next-tab',
    group: 'Tabs',
    title: 'Next tab',
    keys: ['Alt PageDown'],
    windowKeys: ['Mod PageDown', 'Ctrl Tab'],
    isPossible: hasTabs,
    isKeyOnly: true,
    run: (stores) => stepTab(stores, 1),
  },
  {
    id: 'previous-tab',
    group: 'Tabs',
    title: 'Previous tab',
    keys: ['Alt PageUp'],
    windowKeys: ['Mod PageUp', 'Ctrl Shift Tab'],
    isPossible: hasTabs,
    isKeyOnly: true,
    run: (stores) => stepTab(stores, -1),
  },
  {
    id: 'move-tab-left',
    group: 'Tabs',
    title: 'Move the tab to the left',
    keys: ['Mod Shift PageUp'],
    isPossible: (stores) => shownTab(stores) !== null,
    run: (stores) => moveTab(stores, -1),
  },
  {
    id: 'move-tab-right',
    group: 'Tabs',
    title: 'Move the tab to the right',
    keys: ['Mod Shift PageDown'],
    isPossible: (stores) => shownTab(stores) !== null,
    run: (stores) => moveTab(stores, 1),
  },
  {
    id: 'pin-tab',
    group: 'Tabs',
    title: 'Pin or unpin the tab',
    isPossible: (stores) => shownTab(stores) !== null,
    run: togglePin,
  },
  {
    id: 'duplicate-tab',
    group: 'Tabs',
    title: 'Duplicate the tab',
    isPossible: (stores) => shownTab(stores) !== null,
    run: (stores) => duplicateTab(stores, shownTab(stores) ?? ''),
  },
  {
    id: 'rename-tab',
    group: 'Tabs',
    title: 'Rename the draft in the tab',
    isPossible: (stores) =>
      shownTab(stores) !== null && selectActiveTab(stores.tabs.getState())?.saved === null,
    run: (stores) => stores.layout.getState().open({ kind: 'rename-tab', tabId: shownTab(stores) ?? '' }),
  },
  closes('others', 'Close the other tabs'),
  closes('right', 'Close the tabs to the right'),
  closes('all', 'Close all tabs that are not pinned'),
];

function closes(which: TabsToClose, title: string): Command {
  const ids = (stores: Stores): readonly string[] =>
    tabsToClose(stores.tabs.getState().tabs, shownTab(stores) ?? '', which);
  return {
    id: `close-${which}`,
    group: 'Tabs',
    title,
    isPossible: (stores) => shownTab(stores) !== null && ids(stores).length > 0,
    run: (stores) => closeTabs(stores, ids(stores)),
  };
}

function hasTabs({ tabs: open }: Stores): boolean {
  return open.getState().tabs.length > 0;
}
