import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { Tab, Tabs } from '../../shared/model/tab.ts';
import { saveTabs } from './save-tabs.ts';
import { type ClosedTab, movedTab, pinnedFirst, pinnedTab, withoutTabs, withTab } from './tab-order.ts';

/** So many closed tabs can be had back, newest first. */
const rememberedTabs = 50;

/** A tab to be opened: what is left out is empty. */
export type NewTab = Pick<Tab, 'title' | 'draft' | 'exchangeId'> & Partial<Omit<Tab, 'id'>>;

const blank = { notes: '', checks: [], captures: [], pinned: false, saved: null } as const;

export type TabState = Tabs & {
  /** Opens a tab and shows it; gives its id. */
  readonly open: (tab: NewTab) => string;
  /** Closes tabs; each can be had back with everything in it while this window is open. */
  readonly close: (ids: readonly string[]) => void;
  /** The closed ones, the last one first. */
  readonly closed: readonly ClosedTab[];
  /** Opens closed tabs again where they stood, or the last closed one; `false` where there is none. */
  readonly reopen: (ids?: readonly string[]) => boolean;
  readonly pin: (id: string, pinned: boolean) => void;
  /** Moves a tab to that place; pinned ones stay before the others. */
  readonly move: (id: string, index: number) => void;
  readonly activate: (id: string) => void;
  readonly edit: (id: string, draft: RequestDraft) => void;
  /** Changes anything else of a tab. */
  readonly change: (id: string, part: Partial<Omit<Tab, 'id' | 'draft'>>) => void;
  readonly setExchange: (id: string, exchangeId: string) => void;
  /** Has them kept now, as they are. */
  readonly keep: () => Promise<void>;
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
      tabs: pinnedFirst(initial.tabs),
      closed: [],
      open: (tab) => {
        const id = crypto.randomUUID();
        set(({ tabs }) => ({ tabs: [...tabs, { ...blank, ...tab, id }], active: id }));
        return id;
      },
      close: (ids) => {
        const gone = new Set(ids);
        const closed = get()
          .tabs.map((tab, index) => ({ tab, index }))
          .filter(({ tab }) => gone.has(tab.id));
        set((state) => ({
          ...withoutTabs(state, gone),
          closed: [...closed.toReversed(), ...state.closed].slice(0, rememberedTabs),
        }));
      },
      reopen: (ids) => {
        const { closed } = get();
        const wanted = new Set(ids ?? closed.slice(0, 1).map(({ tab }) => tab.id));
        const back = closed.filter(({ tab }) => wanted.has(tab.id));
        set((state) => ({
          ...back.reduceRight<Tabs>(withTab, state),
          closed: closed.filter(({ tab }) => !wanted.has(tab.id)),
        }));
        return back.length > 0;
      },
      pin: (id, pinned) => set(({ tabs }) => ({ tabs: pinnedTab(tabs, id, pinned) })),
      move: (id, index) => set(({ tabs }) => ({ tabs: movedTab(tabs, id, index) })),
      activate: (id) => set({ active: id }),
      edit: (id, draft) => change(id, { draft }),
      change,
      setExchange: (id, exchangeId) => change(id, { exchangeId }),
      keep: async () => {
        const { tabs, active } = get();
        const saved = await client.call('tabs.save', { tabs, active });
        if (!saved.ok) notify(saved.error);
      },
    };
  });
  saveTabs(store, () => void store.getState().keep());
  return store;
}

export function selectActiveTab({ tabs, active }: TabState): Tab | null {
  return tabs.find(({ id }) => id === active) ?? null;
}
