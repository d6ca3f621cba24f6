import { apis } from '../../../shared/apis/registry.ts';
import { storedRequests } from '../../../shared/engine/find-stored-request.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { disarmProduction } from '../../actions/disarm-production.ts';
import { openExchange } from '../../actions/open-exchange.ts';
import { openSavedRequest } from '../../actions/open-saved-request.ts';
import { openTemplate } from '../../actions/open-template.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { selectArmedUntil } from '../../stores/create-production-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { exchangeTitle } from '../history-list/exchange-title.ts';
import { keyNames } from '../shortcuts/chord.ts';
import { commands } from '../shortcuts/commands.ts';
import { platform } from '../shortcuts/platform.ts';
import { capitalise, classWords } from '../words.ts';
import { documentationEntries } from './documentation-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** Everything the palette knows without asking the core, in the order it is shown. */
export function paletteEntries(stores: Stores): readonly PaletteEntry[] {
  return [
    ...templates(stores),
    ...collections(stores),
    ...commandEntries(stores),
    ...production(stores),
    ...environments(stores),
    ...errorCodes(stores),
    ...documentationEntries(stores),
  ];
}

/** Exchanges of the history; where they answer a query, they fit it by more than is shown of them. */
export function historyEntries(
  stores: Stores,
  exchanges: readonly ExchangeSummary[],
  query: string,
): readonly PaletteEntry[] {
  return exchanges.map((exchange) => ({
    id: `history:${exchange.id}`,
    kind: 'History',
    title: exchangeTitle(exchange),
    detail: `${exchange.startedAt.slice(0, 16).replace('T', ' ')} · ${exchange.headline}`,
    text: query,
    run: () => void openExchange(stores, exchange.id),
  }));
}

/** Where what is typed can be looked for further. */
export function searchEntries({ layout, search }: Stores, words: string): readonly PaletteEntry[] {
  if (words === '') return [];
  return [
    {
      id: 'search:catalog',
      kind: 'Search',
      title: `Search all error catalogs for “${words}”`,
      detail: 'every API',
      run: () => layout.getState().showPage({ kind: 'catalog', query: words }),
    },
    {
      id: 'search:history',
      kind: 'Search',
      title: `Search the whole history for “${words}”`,
      detail: 'side bar',
      run: () => {
        layout.getState().showView('history');
        search.getState().setQuery(words);
      },
    },
  ];
}

function commandEntries(stores: Stores): readonly PaletteEntry[] {
  return commands
    .filter(({ isPossible, isKeyOnly }) => isKeyOnly !== true && (isPossible?.(stores) ?? true))
    .map(({ id, title, detail = '', keys: [chord] = [], group, run }) => ({
      id: `command:${id}`,
      kind: 'Command',
      title,
      detail,
      text: group,
      ...(chord === undefined ? {} : { keys: keyNames(chord, platform).join(' ') }),
      run: () => run(stores),
    }));
}

/** Arming or disarming of the active environment, where it is production. */
function production(stores: Stores): readonly PaletteEntry[] {
  const { id, name, environmentClass } = selectActiveEnvironment(stores.environments.getState());
  if (environmentClass !== 'production') return [];
  const isArmed = selectArmedUntil(id)(stores.production.getState()) !== null;
  const entry = { id: 'command:arm', kind: 'Command', detail: '' } as const;
  return isArmed
    ? [{ ...entry, title: `Disarm ${name}`, run: () => void disarmProduction(stores, id) }]
    : [
        {
          ...entry,
          title: `Arm ${name}`,
          run: () => stores.layout.getState().open({ kind: 'arm', environmentId: id }),
        },
      ];
}

function environments({ environments: store, layout }: Stores): readonly PaletteEntry[] {
  const { overview, activate } = store.getState();
  return overview.environments
    .filter(({ id }) => id !== overview.activeId)
    .map(({ id, name, environmentClass }) => ({
      id: `environment:${id}`,
      kind: 'Environment',
      title: `Switch to ${name}`,
      detail: classWords[environmentClass].word,
      run: () => void activate(id).then(layout.getState().notify),
    }));
}

/** The collections, each with its requests. */
function collections(stores: Stores): readonly PaletteEntry[] {
  const { showPage } = stores.layout.getState();
  return stores.collections.getState().overview.collections.flatMap(({ id: collection, name, items }) => [
    {
      id: `collection:${collection}`,
      kind: 'Collection' as const,
      title: name,
      detail: 'name, notes, variables',
      run: () => showPage({ kind: 'collection', id: collection }),
    },
    {
      id: `run:${collection}`,
      kind: 'Command' as const,
      title: `Run ${name}`,
      detail: 'a collection',
      run: () => showPage({ kind: 'new-run', collection, paths: [], onlyFailedOf: null }),
    },
    ...storedRequests(items).map(({ path, request }) => ({
      id: `saved:${collection}/${path}`,
      kind: 'Saved' as const,
      title: request.name,
      detail: name,
      run: () => void openSavedRequest(stores, { collection, path }),
    })),
  ]);
}

function templates(stores: Stores): readonly PaletteEntry[] {
  return apis.flatMap((api) =>
    api.templates.map(({ id, title, summary }) => ({
      id: `template:${api.id}/${id}`,
      kind: 'Request' as const,
      title,
      detail: api.title,
      text: summary,
      run: () => void openTemplate(stores, api.id, id),
    })),
  );
}

function errorCodes({ layout }: Stores): readonly PaletteEntry[] {
  return apis.flatMap((api) =>
    api.catalog.map((entry) => ({
      id: `entry:${api.id}/${entry.id}`,
      kind: 'Error code' as const,
      title: [entry.code, entry.message ?? capitalise(entry.title)].filter(Boolean).join(' · '),
      detail: api.title,
      ...(entry.code === null ? {} : { code: entry.code }),
      text: `${entry.title} ${entry.meaning}`,
      run: () => layout.getState().open({ kind: 'entry', apiId: api.id, entryId: entry.id }),
    })),
  );
}
