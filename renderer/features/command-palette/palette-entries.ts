import { apis } from '../../../shared/apis/registry.ts';
import { storedRequests } from '../../../shared/engine/find-stored-request.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { openExchange } from '../../actions/open-exchange.ts';
import { openSavedRequest } from '../../actions/open-saved-request.ts';
import { openTemplate } from '../../actions/open-template.ts';
import { disarmProduction } from '../../actions/disarm-production.ts';
import { undoLast } from '../../actions/remove-environment.ts';
import { saveTab } from '../../actions/save-request.ts';
import { sendDraft } from '../../actions/send-draft.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { selectArmedUntil } from '../../stores/create-production-store.ts';
import { selectActiveTab } from '../../stores/create-tab-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { exchangeTitle } from '../history-list/exchange-title.ts';
import { capitalise } from '../words.ts';

/** Something the palette can find and do. */
export type PaletteEntry = {
  readonly id: string;
  readonly kind: 'Command' | 'Request' | 'Saved' | 'Collection' | 'Error code' | 'History';
  readonly title: string;
  readonly detail: string;
  readonly run: () => void;
};

/** Everything the palette knows, in the order it is shown. */
export function paletteEntries(stores: Stores, recent: readonly ExchangeSummary[]): readonly PaletteEntry[] {
  return [
    ...commands(stores),
    ...collections(stores),
    ...templates(stores),
    ...history(stores, recent),
    ...errorCodes(stores),
  ];
}

/** Every word of the query stands somewhere in the entry, in any order. */
export function matchesQuery(text: string, query: string): boolean {
  const folded = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function commands(stores: Stores): readonly PaletteEntry[] {
  const { environments, layout, tabs } = stores;
  const { open, undo, page, showPage } = layout.getState();
  // A draft that a page stands over is neither sent nor saved unseen.
  const active = page === null ? tabs.getState().active : null;
  const { activeId } = environments.getState().overview;
  const command = (id: string, title: string, detail: string, run: () => void): PaletteEntry => ({
    id: `command:${id}`,
    kind: 'Command',
    title,
    detail,
    run,
  });
  return [
    ...(active === null ? [] : [command('send', 'Send', 'Ctrl Enter', () => void sendDraft(stores, active))]),
    ...(active === null
      ? []
      : [command('save', 'Save to its collection', 'Ctrl S', () => void saveTab(stores, active))]),
    command('new-collection', 'New collection', '', () => open({ kind: 'new-collection' })),
    command('import', 'Import requests', 'Postman, OpenAPI, HAR, cURL', () => open({ kind: 'import' })),
    command('run', 'Run a collection', 'once, or for each row of a data file', () =>
      showPage({ kind: 'new-run', collection: '', paths: [], onlyFailedOf: null }),
    ),
    command('runs', 'Runs and batches', '', () => layout.getState().showView('runs')),
    ...production(stores).map(({ id, title, run }) => command(id, title, '', run)),
    command('batch', 'Refund from a table', '', () =>
      layout.getState().showPage({ kind: 'new-batch', api: null, template: null }),
    ),
    command('unresolved', 'Refunds without a known outcome', '', () => open({ kind: 'unresolved' })),
    ...evidenceOf(stores).map((exchangeId) =>
      command('evidence', 'Evidence for a ticket', 'of the exchange in this tab', () =>
        open({ kind: 'evidence', exchangeId }),
      ),
    ),
    command('explain', 'Explain an answer, a cURL command, a HAR file or evidence', 'Ctrl V', () =>
      open({ kind: 'explain' }),
    ),
    ...(undo === null ? [] : [command('undo', 'Undo', undo.text, () => void undoLast(stores))]),
    command('environment', 'New environment', '', () => open({ kind: 'environment', id: null })),
    command('compare', 'Compare environments', '', () =>
      open({ kind: 'compare-environments', id: activeId }),
    ),
    command('vault', 'Secrets: the vault', '', () => open({ kind: 'vault' })),
    command('settings', 'Settings', 'Ctrl ,', () => showPage({ kind: 'settings' })),
    command('side-bar', 'Hide or show the side bar', 'Ctrl B', () => layout.getState().toggleSideBar()),
    command('shortcuts', 'Keyboard shortcuts', 'F1', () => open({ kind: 'shortcuts' })),
  ];
}

/** The exchange of the active tab, where it has one. */
function evidenceOf({ tabs }: Stores): readonly string[] {
  const exchangeId = selectActiveTab(tabs.getState())?.exchangeId ?? null;
  return exchangeId === null ? [] : [exchangeId];
}

/** Arming or disarming of the active environment, where it is production. */
function production(stores: Stores): readonly Pick<PaletteEntry, 'id' | 'title' | 'run'>[] {
  const { id, name, environmentClass } = selectActiveEnvironment(stores.environments.getState());
  if (environmentClass !== 'production') return [];
  const isArmed = selectArmedUntil(id)(stores.production.getState()) !== null;
  return isArmed
    ? [{ id: 'disarm', title: `Disarm ${name}`, run: () => void disarmProduction(stores, id) }]
    : [
        {
          id: 'arm',
          title: `Arm ${name}`,
          run: () => stores.layout.getState().open({ kind: 'arm', environmentId: id }),
        },
      ];
}

/** The collections, each with its requests. */
function collections(stores: Stores): readonly PaletteEntry[] {
  return stores.collections.getState().overview.collections.flatMap(({ id: collection, name, items }) => [
    {
      id: `collection:${collection}`,
      kind: 'Collection' as const,
      title: name,
      detail: 'name, notes, variables',
      run: () => stores.layout.getState().showPage({ kind: 'collection', id: collection }),
    },
    {
      id: `run:${collection}`,
      kind: 'Command' as const,
      title: `Run ${name}`,
      detail: 'a collection',
      run: () =>
        stores.layout.getState().showPage({ kind: 'new-run', collection, paths: [], onlyFailedOf: null }),
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
    api.templates.map(({ id, title }) => ({
      id: `template:${api.id}/${id}`,
      kind: 'Request' as const,
      title,
      detail: api.title,
      run: () => void openTemplate(stores, api.id, id),
    })),
  );
}

function history(stores: Stores, recent: readonly ExchangeSummary[]): readonly PaletteEntry[] {
  return recent.slice(0, 50).map((entry) => ({
    id: `history:${entry.id}`,
    kind: 'History' as const,
    title: exchangeTitle(entry),
    detail: `${entry.startedAt.slice(0, 16).replace('T', ' ')} · ${entry.headline}`,
    run: () => void openExchange(stores, entry.id),
  }));
}

function errorCodes({ layout }: Stores): readonly PaletteEntry[] {
  return apis.flatMap((api) =>
    api.catalog.map((entry) => ({
      id: `entry:${api.id}/${entry.id}`,
      kind: 'Error code' as const,
      title: [entry.code, entry.message ?? capitalise(entry.title)].filter(Boolean).join(' · '),
      detail: api.title,
      run: () => layout.getState().open({ kind: 'entry', apiId: api.id, entryId: entry.id }),
    })),
  );
}
