import { copyBody } from '../../actions/copy-body.ts';
import { askToCopySecrets, copyExchangeCurl } from '../../actions/copy-curl.ts';
import { askToSaveExchange } from '../../actions/ask-to-save.ts';
import { openAsDraft } from '../../actions/open-as-draft.ts';
import { openExchange, sendExchangeAgain } from '../../actions/open-exchange.ts';
import { setPinned } from '../../actions/set-pinned.ts';
import type { Stores } from '../../stores/stores.ts';

/** The stored exchange a menu is about. */
export type ExchangeMenuTarget = { readonly id: string; readonly pinned: boolean };

export type ExchangeMenuItem = {
  readonly id: string;
  /** Ends in `…` where more is asked before anything happens. */
  readonly label: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly run: (stores: Stores, target: ExchangeMenuTarget) => Promise<unknown> | void;
  /** Left out where it does not fit the target. */
  readonly isOffered?: (target: ExchangeMenuTarget) => boolean;
};

/** Sends it or works with it again. */
const ways: readonly ExchangeMenuItem[] = [
  { id: 'open', label: 'Open', icon: 'go-to-file', run: (stores, { id }) => openExchange(stores, id) },
  {
    id: 'send-again',
    label: 'Send again',
    icon: 'debug-rerun',
    run: (stores, { id }) => sendExchangeAgain(stores, id),
  },
  {
    id: 'draft',
    label: 'Use as a new draft',
    icon: 'new-file',
    run: (stores, { id }) => openAsDraft(stores, id),
  },
  {
    id: 'save',
    label: 'Save to a collection…',
    icon: 'library',
    run: (stores, { id }) => askToSaveExchange(stores, id),
  },
];

/** Sets it beside others. */
const views: readonly ExchangeMenuItem[] = [
  {
    id: 'timeline',
    label: 'Timeline',
    icon: 'git-commit',
    run: (stores, { id }) => openExchange(stores, id, 'timeline'),
  },
  {
    id: 'compare',
    label: 'Compare…',
    icon: 'compare-changes',
    run: ({ layout }, { id }) => layout.getState().open({ kind: 'compare', exchangeId: id }),
  },
  {
    id: 'evidence',
    label: 'Evidence for a ticket…',
    icon: 'file-symlink-file',
    run: ({ layout }, { id }) => layout.getState().open({ kind: 'evidence', exchangeId: id }),
  },
];

/** Writes on it. */
const annotations: readonly ExchangeMenuItem[] = [
  {
    id: 'notes',
    label: 'Note, tags, ticket…',
    icon: 'note',
    run: (stores, { id }) => openExchange(stores, id, 'notes'),
  },
  {
    id: 'pin',
    label: 'Pin',
    icon: 'pin',
    run: (stores, { id }) => setPinned(stores, id, true),
    isOffered: ({ pinned }) => !pinned,
  },
  {
    id: 'unpin',
    label: 'Unpin',
    icon: 'pinned',
    run: (stores, { id }) => setPinned(stores, id, false),
    isOffered: ({ pinned }) => pinned,
  },
];

/** Takes it along. */
const copies: readonly ExchangeMenuItem[] = [
  {
    id: 'copy-curl',
    label: 'Copy as cURL',
    icon: 'terminal',
    run: (stores, { id }) => copyExchangeCurl(stores, id),
  },
  {
    id: 'copy-curl-secrets',
    label: 'Copy as cURL with secrets…',
    icon: 'key',
    run: (stores, { id }) => askToCopySecrets(stores, id),
  },
  {
    id: 'copy-request',
    label: 'Copy request body',
    icon: 'copy',
    run: (stores, { id }) => copyBody(stores, id, 'request'),
  },
  {
    id: 'copy-response',
    label: 'Copy response body',
    icon: 'copy',
    run: (stores, { id }) => copyBody(stores, id, 'response'),
  },
];

/** Everything that can be done with a stored exchange, in groups, in the order of the menu. */
export const exchangeMenuGroups: readonly (readonly ExchangeMenuItem[])[] = [
  ways,
  views,
  annotations,
  copies,
];
