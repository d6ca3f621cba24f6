import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { CheckInput } from '../../shared/contract/run-commands.ts';
import type { CheckReport } from '../../shared/model/check.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';

/** What the page may ask about checks. Nothing of it is kept here. */
export type CheckState = {
  readonly evaluate: (input: CheckInput) => Promise<Result<CheckReport, Problem>>;
};

export type CheckStore = StoreApi<CheckState>;

export function createCheckStore(client: WorkbenchClient): CheckStore {
  return createStore<CheckState>(() => ({ evaluate: (input) => client.call('check.evaluate', input) }));
}
