import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { PreviewInput } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { SessionDescription } from '../../shared/model/session.ts';

export type SessionState = {
  /** Sessions that are open; whoever listens to the store hears of every change, also where the number stays. */
  readonly open: { readonly count: number };
  readonly setOpen: (count: number) => void;
  /** What is known of the session of a draft; `null` where that cannot be said. */
  readonly describe: (input: PreviewInput) => Promise<SessionDescription | null>;
  /** Logs in now. A login that failed is no problem here: the description tells it. */
  readonly renew: (
    input: PreviewInput,
    sendId: string,
  ) => Promise<Result<SessionDescription, readonly Problem[]>>;
  readonly forget: (input: PreviewInput) => Promise<Result<SessionDescription, Problem>>;
  readonly cancel: (sendId: string) => void;
};

export type SessionStore = StoreApi<SessionState>;

/**
 * The sessions of APIs that have a login. What they consist of never comes here. `timeout` gives the milliseconds until a
 * login is given up.
 */
export function createSessionStore(client: WorkbenchClient, timeout: () => number): SessionStore {
  return createStore<SessionState>((set) => ({
    open: { count: 0 },
    setOpen: (count) => set({ open: { count } }),
    describe: async (input) => {
      const described = await client.call('session.describe', input);
      return described.ok ? described.value : null;
    },
    renew: (input, sendId) => client.call('session.renew', { ...input, sendId, timeout: timeout() }),
    forget: (input) => client.call('session.forget', input),
    cancel: (sendId) => void client.call('exchange.cancel', { sendId }),
  }));
}
