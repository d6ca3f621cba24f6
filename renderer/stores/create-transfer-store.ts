import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { ImportApplied } from '../../shared/contract/collection-commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { ExportedCollection, ExportKind, ImportPreview } from '../../shared/model/transfer.ts';

/** What the page may ask about collections that come and go as files. Nothing of it is kept here. */
export type TransferState = {
  readonly read: (file: ForeignFile) => Promise<Result<ImportPreview, Problem>>;
  readonly apply: (file: ForeignFile) => Promise<Result<ImportApplied, Problem>>;
  readonly write: (
    id: string,
    kind: ExportKind,
    environmentId: string,
  ) => Promise<Result<ExportedCollection, Problem>>;
};

/** A file of another tool; its name helps to tell what it is. */
export type ForeignFile = { readonly name: string; readonly text: string };

export type TransferStore = StoreApi<TransferState>;

export function createTransferStore(client: WorkbenchClient): TransferStore {
  return createStore<TransferState>(() => ({
    read: (file) => client.call('import.read', file),
    apply: (file) => client.call('import.apply', file),
    write: (id, kind, environmentId) => client.call('collection.export', { id, kind, environmentId }),
  }));
}
