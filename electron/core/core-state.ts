import type { Sessions } from './create-sessions.ts';
import type { Interlock } from './interlock.ts';

/** What the core remembers while it runs, and never stores. */
export type CoreState = {
  /** Of the workbench. */
  readonly version: string;
  readonly sessions: Sessions;
  readonly interlock: Interlock;
};
