import type { GuidedBody, GuidedField } from '../../../shared/engine/guided/guided-field.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { VariableHint } from '../../editor/variable-hints.ts';
import classes from './guided-body.module.css';
import { GuidedFields } from './guided-fields.tsx';

type Props<Body> = {
  readonly body: GuidedBody<Body>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly variables: readonly VariableHint[];
  readonly onChange: (body: Body) => void;
};

/** What the rows of a form have to know of the draft. */
export type GuidedContext<Body> = Omit<Props<Body>, 'body'>;

/** A body as the fields that the API documents, for whoever does not want to write JSON or XML. */
export function GuidedBodyView<Body>({ body, ...context }: Props<Body>) {
  return (
    <div className={classes['form']} role="group" aria-label="Request body as a form">
      <GuidedFields fields={body.fields} context={context} />
      {body.others.length > 0 && (
        <p className={classes['others']}>
          {`Also in the body, not documented: ${body.others.join(', ')}. The text has them; this form leaves them as they are.`}
        </p>
      )}
    </div>
  );
}

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
