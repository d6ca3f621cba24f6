import type { BatchField } from '../../../shared/engine/batch-fields.ts';
import type { FieldSource } from '../../stores/create-batch-store.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { amountWords } from './amount-words.ts';
import { isFilled, sourceOf } from './batch-plan.ts';
import classes from './batches.module.css';
import { Step } from './step.tsx';
import type { BatchWork } from './use-batch-work.ts';

/** Which column goes into which field, with what the first row would send. */
export function ColumnsStep({ work }: { readonly work: BatchWork }) {
  const { draft, fields, values } = work;
  const isDone = draft.table !== null && fields.every((field) => isFilled(field, draft, values));
  return (
    <Step number={3} title="Columns" isDone={isDone}>
      {draft.table === null ? (
        <p className={classes['waiting']}>
          The fields of the refund get their columns once there is a table.
        </p>
      ) : (
        <table className={classes['columns']}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Comes from</th>
              <th scope="col">First row</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldRow key={field.spec.name} field={field} work={work} />
            ))}
          </tbody>
        </table>
      )}
    </Step>
  );
}

type RowProps = { readonly field: BatchField; readonly work: BatchWork };

function FieldRow({ field, work }: RowProps) {
  const { draft, values, amount } = work;
  const { name, title, help, kind } = field.spec;
  const source = sourceOf(field, draft, values);
  const first = firstValue(field, work);
  return (
    <tr>
      <th scope="row" title={help}>
        {title}
        <code>{name}</code>
      </th>
      <td>
        <SourceField field={field} work={work} />
        {source?.kind === 'column' && source.by === 'guess' && (
          <span className={classes['guess']}>guessed by its name; look whether it is the right one</span>
        )}
      </td>
      <td>
        {first === null || first === '' ? (
          <span className={classes['missing']}>{first === null ? 'open' : 'empty'}</span>
        ) : (
          <>
            <code>{first}</code>
            {kind === 'amount' && amount !== null && (
              <span className={classes['reading']}>{amountWords(first, amount.unit, amount.currency)}</span>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

const columnPrefix = 'column:';

function SourceField({ field, work }: RowProps) {
  const { batches } = useStores();
  const { draft, values } = work;
  const { name, title } = field.spec;
  const source = sourceOf(field, draft, values);
  const set = (next: FieldSource | null): void => {
    const { [name]: _before, ...others } = draft.sources;
    batches.getState().edit({ sources: next === null ? others : { ...others, [name]: next } });
  };
  return (
    <div className={classes['source']}>
      <select
        aria-label={`${title} comes from`}
        value={source === null ? '' : source.kind === 'column' ? columnPrefix + source.column : source.kind}
        onChange={({ target }) => set(sourceFrom(target.value))}
      >
        <option value="">Choose …</option>
        <optgroup label="Columns">
          {draft.table?.columns.map((column) => (
            <option key={column} value={columnPrefix + column}>
              {column}
            </option>
          ))}
        </optgroup>
        <optgroup label="The same for every row">
          <option value="value">A value I type</option>
          {values[name] !== undefined && <option value="environment">The environment</option>}
        </optgroup>
      </select>
      {source?.kind === 'value' && (
        <input
          type="text"
          aria-label={`${title} for every row`}
          autoComplete="off"
          spellCheck={false}
          value={source.text}
          onChange={({ target }) => set({ kind: 'value', text: target.value })}
        />
      )}
    </div>
  );
}

function sourceFrom(chosen: string): FieldSource | null {
  if (chosen === 'value') return { kind: 'value', text: '' };
  if (chosen === 'environment') return { kind: 'environment' };
  if (!chosen.startsWith(columnPrefix)) return null;
  return { kind: 'column', column: chosen.slice(columnPrefix.length), by: 'user' };
}

/** What the first row would send; `null` where nothing was chosen. */
function firstValue(field: BatchField, { draft, values }: BatchWork): string | null {
  const source = sourceOf(field, draft, values);
  switch (source?.kind) {
    case 'column': {
      const index = draft.table?.columns.indexOf(source.column) ?? -1;
      return draft.table?.sample[0]?.cells[index] ?? '';
    }
    case 'value':
      return source.text;
    case 'environment':
      return values[field.spec.name] ?? '';
    default:
      return null;
  }
}
