import { findApi } from '../../../shared/apis/registry.ts';
import { guideBody } from '../../../shared/engine/guided/guide-body.ts';
import { mainText, withMainText } from '../../../shared/engine/main-text.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { LazyTextEditor } from '../../editor/lazy-text-editor.tsx';
import { useLayout } from '../../stores/stores-context.tsx';
import { GuidedBodyView } from '../guided-body/guided-body-view.tsx';
import classes from './body-pane.module.css';
import { BodyViews } from './body-views.tsx';
import type { BodyHints } from './use-body-hints.ts';

type Props = {
  readonly draft: RequestDraft;
  readonly hints: BodyHints;
  readonly onChange: (part: Partial<RequestDraft>) => void;
};

/** A JSON or XML body as text or, where its fields are documented, as a form; both show the same body. */
export function TextBody({ draft, hints, onChange }: Props) {
  const view = useLayout((state) => state.bodyView);
  const text = mainText(draft) ?? '';
  const language = draft.body.kind === 'text' ? draft.body.language : 'xml';
  const guided = view === 'form' ? guideBody(findApi(draft.api), draft.operation, text) : null;
  const change = (changed: string): void => onChange(withMainText(draft, changed));
  return (
    <BodyViews views={['text', 'form']} note={guided?.ok === false ? brokenNote(guided.error) : null}>
      {guided?.ok === true ? (
        <GuidedBodyView body={guided.value} {...hints} onChange={change} />
      ) : (
        <div className={classes['text']}>
          <LazyTextEditor label="Request body" text={text} language={language} onChange={change} {...hints} />
        </div>
      )}
    </BodyViews>
  );
}

/** Shown with the text, which is what can be mended. */
function brokenNote(
  problem: { readonly line: number; readonly column: number; readonly message: string } | null,
): string {
  if (problem === null) return 'The fields of this call are not documented, so there is only its text.';
  const { line, column, message } = problem;
  return `The form waits until the text is mended: line ${line}, column ${column}: ${message}.`;
}
