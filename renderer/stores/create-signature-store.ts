import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { PreviewInput } from '../../shared/contract/commands.ts';
import type { HashComparison } from '../../shared/model/hash-comparison.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';

export type SignatureState = {
  /** What a hash is that somebody was given. */
  readonly compare: (
    input: PreviewInput,
    hash: string,
  ) => Promise<Result<HashComparison, readonly Problem[]>>;
};

export type SignatureStore = StoreApi<SignatureState>;

/** Questions about signatures, which only the core can answer: it has the secrets. */
export function createSignatureStore(client: WorkbenchClient): SignatureStore {
  return createStore<SignatureState>(() => ({
    compare: (input, hash) => client.call('signature.compare', { ...input, hash }),
  }));
}
