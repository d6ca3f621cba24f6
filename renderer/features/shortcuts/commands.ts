import { moveTab, stepTab, togglePin } from '../../actions/arrange-tabs.ts';
import { closeShown, closeTabs, type TabsToClose, tabsToClose } from '../../actions/close-tabs.ts';
import { duplicateTab } from '../../actions/duplicate-tab.ts';
import { undoLast } from '../../actions/remove-environment.ts';
import { reopenTab } from '../../actions/reopen-tab.ts';
import { type Overlay, type SideBarView, sideBarViews } from '../../stores/create-layout-store.ts';
import { selectActiveTab } from '../../stores/create-tab-store.ts';
import type { Page } from '../../stores/page.ts';
import type { Stores } from '../../stores/stores.ts';
import {
  isSending,
  saveShown,
  searchHistory,
  sendShown,
  shownExchange,
  shownTab,
} from './command-effects.ts';
import type { Chord } from './chord.ts';
import type { Command } from './command.ts';
import { movePane } from './move-pane.ts';

/** Names of what the side bar shows. */
export const viewTitles: Readonly<Record<SideBarView, string>> = {
  apis: 'Refund APIs',
  collections: 'Collections',
  history: 'History',
  environments: 'Environments',
  sandbox: 'Sandbox',
  runs: 'Runs and batches',
};

const request: readonly Command[] = [
  {
    id: 'send',
    group: 'Request',
    title: 'Send the request',
    keys: ['Mod Enter'],
    isPossible: (stores) => shownTab(stores) !== null,
    keepsKeys: true,
    run: sendShown,
  },
  {
    id: 'cancel',
    group: 'Request',
    title: 'Cancel the request under way',
    keys: ['Escape'],
    isPossible: (stores) => shownTab(stores) !== null && isSending(stores),
    run: ({ tabs, exchanges }) => exchanges.getState().cancel(tabs.getState().active ?? ''),
  },
  {
    id: 'save',
    group: 'Request',
    title: 'Save to its collection',
    detail: 'the first time it asks where',
    keys: ['Mod S'],
    isPossible: (stores) => shownTab(stores) !== null || stores.layout.getState().page?.kind === 'collection',
    keepsKeys: true,
    run: saveShown,
  },
  {
    id: 'evidence',
    group: 'Request',
    title: 'Evidence for a ticket',
    detail: 'of the exchange in this tab',
    isPossible: (stores) => shownExchange(stores) !== null,
    run: (stores) => {
      const exchangeId = shownExchange(stores);
      if (exchangeId !== null) stores.layout.getState().open({ kind: 'evidence', exchangeId });
    },
  },
  {
    id: 'explain',
    group: 'Request',
    title: 'Explain an answer, a cURL command, a HAR file or evidence',
    run: opens({ kind: 'explain' }),
  },
  {
    id: 'unresolved',
    group: 'Request',
    title: 'Refunds without a known outcome',
    run: opens({ kind: 'unresolved' }),
  },
  {
    id: 'undo',
    group: 'Request',
    title: 'Undo what was just done',
    isPossible: ({ layout }) => layout.getState().undo !== null,
    run: (stores) => void undoLast(stores),
  },
];

const find: readonly Command[] = [
  {
    id: 'palette',
    group: 'Find',
    title: 'Search everything: requests, history, error codes, documentation, commands',
    keys: ['Mod K'],
    isHeardOverPanels: true,
    isKeyOnly: true,
    run: opens({ kind: 'palette' }),
  },
  {
    id: 'find-command',
    group: 'Find',
    title: 'Search the commands',
    keys: ['Mod Shift P'],
    isHeardOverPanels: true,
    isKeyOnly: true,
    run: opens({ kind: 'palette', query: '>' }),
  },
  {
    id: 'find-request',
    group: 'Find',
    title: 'Open a request: a template or a saved one',
    keys: ['Mod P'],
    isHeardOverPanels: true,
    isKeyOnly: true,
    run: opens({ kind: 'palette', query: '/' }),
  },
  {
    id: 'search-history',
    group: 'Find',
    title: 'Search the history',
    keys: ['Mod Shift F'],
    run: searchHistory,
  },
  {
    id: 'catalog',
    group: 'Find',
    title: 'Error catalogs of all APIs',
    detail: 'by code or by words',
    run: shows({ kind: 'catalog', query: '' }),
  },
];

const tabs: readonly Command[] = [
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

const view: readonly Command[] = [
  ...sideBarViews.map((name, index): Command => ({
    id: `view-${name}`,
    group: 'View',
    title: viewTitles[name],
    detail: 'in the side bar',
    keys: [`Mod ${index + 1}`],
    run: ({ layout }) => layout.getState().showView(name),
  })),
  {
    id: 'side-bar',
    group: 'View',
    title: 'Hide or show the side bar',
    keys: ['Mod B'],
    run: ({ layout }) => layout.getState().toggleSideBar(),
  },
  {
    id: 'settings',
    group: 'View',
    title: 'Settings',
    detail: 'colours, zoom, editor, time-out',
    keys: ['Mod ,'],
    run: shows({ kind: 'settings' }),
  },
  zooms(1, 'Everything larger', ['Mod +', 'Mod =']),
  zooms(-1, 'Everything smaller', ['Mod -']),
  zooms(0, 'Everything as large as usual', ['Mod 0']),
  { id: 'start', group: 'View', title: 'Start screen', run: shows({ kind: 'start' }) },
  {
    id: 'next-pane',
    group: 'View',
    title: 'Next pane',
    keys: ['F6'],
    isKeyOnly: true,
    run: () => movePane(1),
  },
  {
    id: 'previous-pane',
    group: 'View',
    title: 'Previous pane',
    keys: ['Shift F6'],
    isKeyOnly: true,
    run: () => movePane(-1),
  },
];

const collectionsAndRuns: readonly Command[] = [
  {
    id: 'new-collection',
    group: 'Collections and runs',
    title: 'New collection',
    run: opens({ kind: 'new-collection' }),
  },
  {
    id: 'import',
    group: 'Collections and runs',
    title: 'Import requests',
    detail: 'Postman, OpenAPI, HAR, cURL',
    run: opens({ kind: 'import' }),
  },
  {
    id: 'run',
    group: 'Collections and runs',
    title: 'Run a collection',
    detail: 'once, or for each row of a data file',
    run: shows({ kind: 'new-run', collection: '', paths: [], onlyFailedOf: null }),
  },
  {
    id: 'batch',
    group: 'Collections and runs',
    title: 'Refund from a table',
    run: shows({ kind: 'new-batch', api: null, template: null }),
  },
];

const environments: readonly Command[] = [
  {
    id: 'environment',
    group: 'Environments and secrets',
    title: 'New environment',
    run: opens({ kind: 'environment', id: null }),
  },
  {
    id: 'compare',
    group: 'Environments and secrets',
    title: 'Compare environments',
    run: ({ environments: store, layout }) =>
      layout.getState().open({ kind: 'compare-environments', id: store.getState().overview.activeId }),
  },
  {
    id: 'vault',
    group: 'Environments and secrets',
    title: 'Secrets: the vault',
    run: opens({ kind: 'vault' }),
  },
  {
    id: 'sandbox-controls',
    group: 'Environments and secrets',
    title: 'Sandbox: open controls',
    detail: 'ledger, clock, picks, faults, requests',
    run: shows({ kind: 'sandbox', part: 'ledger' }),
  },
];

const help: readonly Command[] = [
  {
    id: 'shortcuts',
    group: 'Help',
    title: 'Keyboard shortcuts',
    keys: ['F1', '?'],
    isHeardOverPanels: true,
    run: opens({ kind: 'shortcuts' }),
  },
  {
    id: 'find-documentation',
    group: 'Help',
    title: 'Search the documentation',
    run: opens({ kind: 'palette', query: '?' }),
  },
];

/** Everything that can be done from anywhere: the one table of commands and of their keys. */
export const commands: readonly Command[] = [
  ...request,
  ...find,
  ...tabs,
  ...view,
  ...collectionsAndRuns,
  ...environments,
  ...help,
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

function zooms(direction: 1 | 0 | -1, title: string, keys: readonly Chord[]): Command {
  return {
    id: `zoom-${direction}`,
    group: 'View',
    title,
    detail: 'zoom',
    keys,
    isHeardOverPanels: true,
    run: ({ settings }) => settings.getState().zoom(direction),
  };
}

function opens(overlay: Overlay): Command['run'] {
  return ({ layout }) => layout.getState().open(overlay);
}

function shows(page: Page): Command['run'] {
  return ({ layout }) => layout.getState().showPage(page);
}

function hasTabs({ tabs: open }: Stores): boolean {
  return open.getState().tabs.length > 0;
}
