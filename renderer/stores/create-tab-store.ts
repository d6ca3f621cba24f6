import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { Tab, Tabs } from '../../shared/model/tab.ts';

/** Edits are written to disk this long after the last one, in milliseconds. */
const saveDelay = 300;

/** A tab to be opened: what is left out is empty. */
export type NewTab = Pick<Tab, 'title' | 'draft' | 'exchangeId'> & Partial<Omit<Tab, 'id'>>;

const blank = { notes: '', checks: [], captures: [], saved: null } as const;

export type TabState = Tabs & {
  /** Opens a tab and shows it; gives its id. */
  readonly open: (tab: NewTab) => string;
  readonly close: (id: string) => void;
  readonly activate: (id: string) => void;
  readonly edit: (id: string, draft: RequestDraft) => void;
  /** Changes anything else of a tab. */
  readonly change: (id: string, part: Partial<Omit<Tab, 'id' | 'draft'>>) => void;
  readonly setExchange: (id: string, exchangeId: string) => void;
};

export type TabStore = StoreApi<TabState>;

/** The open tabs; every change is kept by the core, so no draft is lost. */
export function createTabStore(
  client: WorkbenchClient,
  initial: Tabs,
  notify: (problem: Problem) => void,
): TabStore {
  const store = createStore<TabState>((set, get) => {
    const change = (id: string, part: Partial<Tab>): void =>
      set(({ tabs }) => ({ tabs: tabs.map((tab) => (tab.id === id ? { ...tab, ...part } : tab)) }));
    return {
      ...initial,
      open: (tab) => {
        const id = crypto.randomUUID();
        set(({ tabs }) => ({ tabs: [...tabs, { ...blank, ...tab, id }], active: id }));
        return id;
      },
      close: (id) => {
        const { tabs, active } = get();
        const index = tabs.findIndex((tab) => tab.id === id);
        const rest = tabs.toSpliced(index, index === -1 ? 0 : 1);
        const next = rest[Math.min(index, rest.length - 1)]?.id ?? null;
        set({ tabs: rest, active: active === id ? next : active });
      },
      activate: (id) => set({ active: id }),
      edit: (id, draft) => change(id, { draft }),
      change,
      setExchange: (id, exchangeId) => change(id, { exchangeId }),
    };
  });
  saveOnChange(store, client, notify);
  return store;
}

export function selectActiveTab({ tabs, active }: TabState): Tab | null {
  return tabs.find(({ id }) => id === active) ?? null;
}

function saveOnChange(store: TabStore, client: WorkbenchClient, notify: (problem: Problem) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async (): Promise<void> => {
    const { tabs, active } = store.getState();
    const saved = await client.call('tabs.save', { tabs, active });
    if (!saved.ok) notify(saved.error);
  };
  store.subscribe((state, before) => {
    if (state.tabs === before.tabs && state.active === before.active) return;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), saveDelay);
  });
}
