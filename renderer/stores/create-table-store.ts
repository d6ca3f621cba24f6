import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { TablePart } from '../../shared/contract/run-commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { TableDescription, TablePage } from '../../shared/model/table.ts';

/** What the page may ask about data files. Nothing of them is kept here. */
export type TableState = {
  /** The description comes with the last part. */
  readonly add: (part: TablePart) => Promise<Result<TableDescription | null, Problem>>;
  readonly read: (id: string, after: number, limit: number) => Promise<Result<TablePage, Problem>>;
  readonly release: (id: string) => Promise<Result<null, Problem>>;
};

export type TableStore = StoreApi<TableState>;

export function createTableStore(client: WorkbenchClient): TableStore {
  return createStore<TableState>(() => ({
    add: (part) => client.call('table.add', part),
    read: (id, after, limit) => client.call('table.read', { id, after, limit }),
    release: (id) => client.call('table.release', { id }),
  }));
}
