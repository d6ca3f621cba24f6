import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

/** The local sandbox server. */
export type SandboxHost = {
  /** Starts it where it is not running. Gives its origin, `http://127.0.0.1:<port>`. */
  start(): Promise<Result<string, Problem>>;
  /** Its origin, or `null` where it is not running. */
  origin(): string | null;
  /** Puts every ledger back to its demo transactions. */
  reset(): Result<null, Problem>;
};
