import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';

export type LinkState = {
  /** Lets the window around the page open an address; in a browser that is a `missing-capability`. */
  readonly open: (url: string) => Promise<Result<null, Problem>>;
};

export type LinkStore = StoreApi<LinkState>;

/** The ways from the page to the pages of the providers. */
export function createLinkStore(client: WorkbenchClient): LinkStore {
  return createStore<LinkState>(() => ({ open: (url) => client.call('window.open-link', { url }) }));
}
