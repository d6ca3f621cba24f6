import { undoLast } from '../../actions/remove-environment.ts';
import type { Command } from './command.ts';
import {
  isSending,
  opens,
  saveShown,
  searchHistory,
  sendShown,
  shownExchange,
  shownTab,
  shows,
} from './command-effects.ts';
import { tabCommands } from './tab-commands.ts';
import { viewCommands } from './view-commands.ts';

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
  ...tabCommands,
  ...viewCommands,
  ...collectionsAndRuns,
  ...environments,
  ...help,
];
