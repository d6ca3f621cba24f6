import { useState } from 'react';

import { findApi } from '../../../shared/apis/registry.ts';
import type { FieldSpec } from '../../../shared/definition/field-spec.ts';
import { guideForm } from '../../../shared/engine/guided/guide-form.ts';
import { parseFormLines, writeFormLines } from '../../../shared/formats/form-lines.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { DraftFormField, RequestDraft } from '../../../shared/model/request-draft.ts';
import { LazyTextEditor } from '../../editor/lazy-text-editor.tsx';
import type { BodyView } from '../../stores/body-view.ts';
import { useLayout } from '../../stores/stores-context.tsx';
import { GuidedBodyView } from '../guided-body/guided-body-view.tsx';
import { BodyViews } from './body-views.tsx';
import { PairTable } from './pair-table.tsx';
import type { BodyHints } from './use-body-hints.ts';

type Props = {
  readonly draft: RequestDraft;
  readonly fields: readonly DraftFormField[];
  readonly hints: BodyHints;
  readonly onChange: (fields: readonly DraftFormField[]) => void;
};

/** A form body as its documented fields, as a table, or as text, one field a line. */
export function FormBody({ draft, fields, hints, onChange }: Props) {
  const asked = useLayout((state) => state.bodyView);
  const specs = specsOf(draft);
  const written = writeFormLines(fields);
  const views: readonly BodyView[] = specs === null ? ['text', 'table'] : ['text', 'form', 'table'];
  const wanted = views.includes(asked) ? asked : 'text';
  // A value with a line break has no place in a text of one field a line.
  const view = wanted === 'text' && written === null ? 'table' : wanted;
  const note =
    view === wanted ? 'Encoded as a form when sent.' : 'A value has a line break, so this is the table.';
  return (
    <BodyViews views={views} note={note}>
      {view === 'table' && (
        <PairTable
          label="Form fields"
          pairs={fields.map(({ name, value }) => [name, value])}
          onChange={(pairs) => onChange(pairs.map(([name, value]) => ({ name, value })))}
        />
      )}
      {view === 'form' && (
        <GuidedBodyView body={guideForm(fields, specs ?? [])} {...hints} onChange={onChange} />
      )}
      {view === 'text' && <FormLines fields={fields} hints={hints} onChange={onChange} />}
    </BodyViews>
  );
}

function specsOf({ api, operation }: RequestDraft): readonly FieldSpec[] | null {
  const spec = findApi(api)?.operations.find(({ id }) => id === operation)?.body;
  return spec?.format === 'form' ? spec.fields : null;
}

/** One `name=value` a line. */
function FormLines({ fields, hints, onChange }: Omit<Props, 'draft'>) {
  const written = writeFormLines(fields) ?? '';
  const [typed, setTyped] = useState(written);
  // What was typed is kept, with its empty lines, as long as it says what the draft says.
  const text = JSON.stringify(parseFormLines(typed)) === JSON.stringify(fields) ? typed : written;
  return (
    <LazyTextEditor
      label="Request body"
      text={text}
      language="form"
      onChange={(changed) => {
        setTyped(changed);
        onChange(parseFormLines(changed));
      }}
      {...hints}
      problems={inLines(hints.problems, text)}
      warnings={inLines(hints.warnings, text)}
    />
  );
}

/** A problem is placed inside the value of its field; here it stands on the line of that field. */
function inLines(problems: readonly Problem[], text: string): readonly Problem[] {
  const lines = text.split('\n');
  return problems.flatMap((problem) => {
    const { name = '', column = 1 } = problem.place ?? {};
    const index = lines.findIndex((line) => line === name || line.startsWith(`${name}=`));
    if (problem.place === undefined || name === '' || index === -1) return [];
    return [{ ...problem, place: { ...problem.place, line: index + 1, column: name.length + 1 + column } }];
  });
}
