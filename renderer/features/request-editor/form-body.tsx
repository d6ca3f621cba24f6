import { useState } from 'react';

import { parseFormLines, writeFormLines } from '../../../shared/formats/form-lines.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { DraftFormField } from '../../../shared/model/request-draft.ts';
import type { TextEditorProps } from '../../editor/text-editor.tsx';
import { LazyTextEditor } from '../../editor/lazy-text-editor.tsx';
import { Button } from '../../ui/button.tsx';
import classes from './form-body.module.css';
import { PairTable } from './pair-table.tsx';

type Props = {
  readonly fields: readonly DraftFormField[];
  readonly hints: Pick<TextEditorProps, 'problems' | 'warnings' | 'variables' | 'bodyLanguage'>;
  readonly onChange: (fields: readonly DraftFormField[]) => void;
};

/** A form body as text, one field a line, or as a table. A value with a line break has the table only. */
export function FormBody({ fields, hints, onChange }: Props) {
  const [typed, setTyped] = useState(() => writeFormLines(fields));
  const [asTable, setAsTable] = useState(false);
  const written = writeFormLines(fields);
  // What was typed is kept, with its empty lines, as long as it says what the draft says.
  const text =
    typed !== null && JSON.stringify(parseFormLines(typed)) === JSON.stringify(fields) ? typed : written;
  const isTable = asTable || text === null;
  return (
    <div className={classes['body']}>
      <div className={classes['text']}>
        {isTable ? (
          <PairTable
            label="Form fields"
            pairs={fields.map(({ name, value }) => [name, value])}
            onChange={(pairs) => onChange(pairs.map(([name, value]) => ({ name, value })))}
          />
        ) : (
          <LazyTextEditor
            label="Request body"
            text={text}
            language="form"
            onChange={(changed) => {
              setTyped(changed);
              onChange(parseFormLines(changed));
            }}
            {...hints}
            variables={hints.variables ?? []}
            problems={inLines(hints.problems ?? [], text)}
            warnings={inLines(hints.warnings ?? [], text)}
          />
        )}
      </div>
      <footer className={classes['foot']}>
        <span>Encoded as a form when sent.</span>
        <Button kind="quiet" isDisabled={written === null} onPress={() => setAsTable(!isTable)}>
          {isTable ? 'Edit as text' : 'Edit as table'}
        </Button>
      </footer>
    </div>
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
