import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { SandboxChange, SandboxLogEntry, SandboxState } from '../model/sandbox.ts';

/** The local sandbox server. */
export type SandboxHost = {
  /** Starts it where it is not running. Gives its origin, `http://127.0.0.1:<port>`. */
  start(): Promise<Result<string, Problem>>;
  /** Its origin, or `null` where it is not running. */
  origin(): string | null;
  readonly control: SandboxControl;
};

/** What can be seen of a sandbox and done to it by hand, whether its server runs or not. */
export type SandboxControl = {
  /** `api: null` for all; `records` is how many of each kind to tell of an API at the most. */
  state(wanted: { readonly api: string | null; readonly records: number }): Result<SandboxState, Problem>;
  change(change: SandboxChange): Result<null, Problem>;
  /** Newest first, from before the entry of that number on; `null` begins with the newest. */
  log(page: {
    readonly before: number | null;
    readonly limit: number;
  }): Result<readonly SandboxLogEntry[], Problem>;
  /** All of it as JSON that `load` takes back; texts stay texts. */
  snapshot(): Result<string, Problem>;
  /** Hears of every request that came to the server of this program and of every change. Gives what ends it. */
  listen(listener: () => void): () => void;
};
