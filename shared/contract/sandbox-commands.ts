import type { Problem } from '../model/problem.ts';
import type { RequestDraft } from '../model/request-draft.ts';
import type { Result } from '../model/result.ts';
import type { Scenario } from '../model/scenario.ts';

/** What a client may ask the sandbox to do for it. */
export interface SandboxCommands {
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
