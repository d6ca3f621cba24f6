import type { Problem } from '../model/problem.ts';
import type { RequestDraft } from '../model/request-draft.ts';
import type { Result } from '../model/result.ts';
import type { SandboxChange, SandboxLogEntry, SandboxState } from '../model/sandbox.ts';
import type { Scenario } from '../model/scenario.ts';

/** What a client may ask the sandbox to do for it. */
export interface SandboxCommands {
  /** What stands in its ledgers and how it is set; `records` is how many of each kind to tell of an API at the most. */
  'sandbox.state': {
    input: { readonly api: string | null; readonly records: number };
    output: Result<SandboxState, Problem>;
  };
  /** The requests that came to it, newest first, from before the entry of that number on. */
  'sandbox.log': {
    input: { readonly before: number | null; readonly limit: number };
    output: Result<readonly SandboxLogEntry[], Problem>;
  };
  'sandbox.change': { input: SandboxChange; output: Result<null, Problem> };
  /** All of it as a JSON text that a change of the kind `load` takes back. */
  'sandbox.snapshot': { input: null; output: Result<string, Problem> };
  /** Every answer of an API that the sandbox gives when asked, in the order of its catalog. */
  'scenario.list': { input: { readonly api: string }; output: Result<readonly Scenario[], Problem> };
  /**
   * A draft that meets the answer with this catalog id when it is sent to the sandbox; it carries the header of
   * `shared/model/scenario.ts`. Nothing is sent.
   */
  'scenario.draft': {
    input: { readonly api: string; readonly entry: string };
    output: Result<ScenarioDraft, Problem>;
  };
}

/** A draft, and the title of its tab. */
export type ScenarioDraft = { readonly title: string; readonly draft: RequestDraft };
