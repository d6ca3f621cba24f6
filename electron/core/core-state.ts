import type { Interlock } from './interlock.ts';
import type { Sessions } from './sessions.ts';

/** What the core remembers while it runs, and never stores. */
export type CoreState = { readonly sessions: Sessions; readonly interlock: Interlock };
