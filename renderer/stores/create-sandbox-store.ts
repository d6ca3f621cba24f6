import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { SandboxChange, SandboxLogEntry, SandboxState } from '../../shared/model/sandbox.ts';

/** How many records of an API are shown, and how many requests are read at a time; the contract allows no more. */
export const mostRecords = 500;
const logPage = 200;

/** What is read of the sandbox; the log and the records only while somebody looks at them. */
export type SandboxView = { readonly api: string | null; readonly isLookedAt: boolean };

export type SandboxUseState = {
  readonly view: SandboxView;
  /** `null` until it was read. */
  readonly state: SandboxState | null;
  /** What the clock of the page said when it was read, in milliseconds. */
  readonly readAt: number;
  /** Newest first, as far as it was read; `null` until it was. */
  readonly log: readonly SandboxLogEntry[] | null;
  readonly isLogComplete: boolean;
  /** Why it could not be read. */
  readonly problem: Problem | null;
  readonly look: (view: Partial<SandboxView>) => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Reads on in the log. */
  readonly moreLog: () => Promise<void>;
  /** Reads anew what came of it; gives why it could not be done. */
  readonly change: (change: SandboxChange) => Promise<Problem | null>;
  readonly snapshot: () => Promise<Result<string, Problem>>;
};

export type SandboxStore = StoreApi<SandboxUseState>;

/** What stands in the sandbox, how it is set, and what it was asked. */
export function createSandboxStore(client: WorkbenchClient): SandboxStore {
  let asked = 0;
  return createStore<SandboxUseState>((set, get) => {
    const takeNewest = (page: readonly SandboxLogEntry[]): void => {
      const known = get().log ?? [];
      const newest = known[0]?.number ?? 0;
      // Where more came than one page holds, what is known does not follow on it.
      const follows = page.some(({ number }) => number === newest);
      const log = follows ? joinLog(page, known) : page;
      if (get().log !== null && isSame(log.map(numberOf), known.map(numberOf))) return;
      // What does not fill a page is all there is.
      set({ log, isLogComplete: page.length < logPage || (follows && get().isLogComplete) });
    };
    const refresh = async (): Promise<void> => {
      const number = ++asked;
      const { api, isLookedAt } = get().view;
      const records = isLookedAt ? mostRecords : 1;
      const [read, page] = await Promise.all([
        client.call('sandbox.state', { api, records }),
        isLookedAt ? client.call('sandbox.log', { before: null, limit: logPage }) : null,
      ]);
      // An answer that another one overtook says what was.
      if (number !== asked) return;
      if (page?.ok === true) takeNewest(page.value);
      if (!read.ok) return set({ problem: read.error });
      const known = get().state;
      const apis = known !== null && isSame(known.apis, read.value.apis) ? known.apis : read.value.apis;
      set({ state: { ...read.value, apis }, readAt: Date.now() });
      set({ problem: page?.ok === false ? page.error : null });
    };
    return {
      view: { api: null, isLookedAt: false },
      state: null,
      readAt: 0,
      log: null,
      isLogComplete: false,
      problem: null,
      look: async (view) => {
        set((state) => ({ view: { ...state.view, ...view } }));
        await refresh();
      },
      refresh,
      moreLog: async () => {
        const before = get().log;
        const page = await client.call('sandbox.log', {
          before: before?.at(-1)?.number ?? null,
          limit: logPage,
        });
        if (!page.ok) return set({ problem: page.error });
        set(({ log }) => ({
          log: joinLog(log ?? [], page.value),
          isLogComplete: page.value.length < logPage,
        }));
      },
      change: async (change) => {
        const changed = await client.call('sandbox.change', change);
        await refresh();
        return changed.ok ? null : changed.error;
      },
      snapshot: () => client.call('sandbox.snapshot', null),
    };
  });
}

/** Newer entries before older ones, with no number twice. */
function joinLog(
  newer: readonly SandboxLogEntry[],
  older: readonly SandboxLogEntry[],
): readonly SandboxLogEntry[] {
  const last = newer.at(-1)?.number ?? 0;
  return [...newer, ...older.filter(({ number }) => number < last)];
}

function numberOf({ number }: SandboxLogEntry): number {
  return number;
}

/** What did not change stays the same object, so that a long table is not made anew. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
