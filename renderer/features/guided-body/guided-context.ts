import type { GuidedField } from '../../../shared/engine/guided/guided-field.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { VariableHint } from '../../editor/variable-hints.ts';

/** What the rows of a form have to know of the draft. */
export type GuidedContext<Body> = {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly variables: readonly VariableHint[];
  readonly onChange: (body: Body) => void;
};

/** What the core says about a field, the worst first. */
export function toldOf<Body>(
  { path }: GuidedField<Body>,
  { problems, warnings }: GuidedContext<Body>,
): { readonly problem: Problem; readonly stops: boolean } | null {
  const here = ({ place }: Problem): boolean => place?.part === 'body' && place.name === path;
  const problem = problems.find(here);
  if (problem !== undefined) return { problem, stops: true };
  const warning = warnings.find(here);
  return warning === undefined ? null : { problem: warning, stops: false };
}
