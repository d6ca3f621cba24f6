import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { EvidenceInput } from '../../shared/contract/commands.ts';
import type { EvidenceKind, EvidencePreview } from '../../shared/model/evidence.ts';
import type { ExportedFile } from '../../shared/model/transfer.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';

/** What the page may ask about evidence. Nothing of it is kept here. */
export type EvidenceState = {
  readonly preview: (input: EvidenceInput) => Promise<Result<EvidencePreview, Problem>>;
  readonly write: (input: EvidenceInput, kind: EvidenceKind) => Promise<Result<ExportedFile, Problem>>;
};

export type EvidenceStore = StoreApi<EvidenceState>;

export function createEvidenceStore(client: WorkbenchClient): EvidenceStore {
  return createStore<EvidenceState>(() => ({
    preview: (input) => client.call('evidence.preview', input),
    write: (input, kind) => client.call('evidence.export', { ...input, kind }),
  }));
}
