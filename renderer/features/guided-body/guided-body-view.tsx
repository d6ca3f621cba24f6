import type { GuidedBody } from '../../../shared/engine/guided/guided-field.ts';
import classes from './guided-body.module.css';
import type { GuidedContext } from './guided-context.ts';
import { GuidedFields } from './guided-fields.tsx';

type Props<Body> = GuidedContext<Body> & { readonly body: GuidedBody<Body> };

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
