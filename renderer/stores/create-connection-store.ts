import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Connection } from '../../shared/contract/client.ts';

export type ConnectionState = {
  readonly connection: Connection;
  readonly setConnection: (connection: Connection) => void;
};

export type ConnectionStore = StoreApi<ConnectionState>;

/** Whether the core answers. */
export function createConnectionStore(): ConnectionStore {
  return createStore<ConnectionState>((set) => ({
    connection: 'open',
    setConnection: (connection) => set({ connection }),
  }));
}
