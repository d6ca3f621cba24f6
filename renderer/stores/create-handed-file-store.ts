import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { HandedFile } from '../../shared/model/menu.ts';

export type HandedFileState = {
  /** Files that were handed to the program and not shown yet, oldest first. */
  readonly waiting: readonly HandedFile[];
  /** Fetches what was handed over since the last time. */
  readonly fetch: () => Promise<void>;
  /** Takes the oldest out; `null` where there is none. */
  readonly take: () => HandedFile | null;
};

export type HandedFileStore = StoreApi<HandedFileState>;

export function createHandedFileStore(client: WorkbenchClient): HandedFileStore {
  return createStore<HandedFileState>((set, get) => ({
    waiting: [],
    fetch: async () => {
      const files = await client.call('window.take-files', null);
      if (files.length > 0) set(({ waiting }) => ({ waiting: [...waiting, ...files] }));
    },
    take: () => {
      const [first, ...rest] = get().waiting;
      if (first === undefined) return null;
      set({ waiting: rest });
      return first;
    },
  }));
}
