import type { TableDescription } from '../../../shared/model/table.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { formatCount } from '../words.ts';
import classes from './data-file-field.module.css';

type Props = {
  readonly table: TableDescription;
  /** Reads it again, cut at another character; `null` where that is impossible. */
  readonly onSeparator: ((separator: string) => void) | null;
  readonly onRemove: () => void;
};

const separators: readonly { readonly value: string; readonly name: string }[] = [
  { value: ',', name: 'comma' },
  { value: ';', name: 'semicolon' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'vertical bar' },
];
/** Rows that are shown of it. */
const shown = 3;

/** A data file as it was read. */
export function DataFileFacts({ table, onSeparator, onRemove }: Props) {
  const { name, rows, columns, remarks, separator } = table;
  return (
    <div className={classes['facts']}>
      <div className={classes['head']}>
        <Icon name="table" />
        <strong>{name}</strong>
        <span>
          {rows === 1 ? '1 row' : `${formatCount(rows)} rows`} ·{' '}
          {columns.length === 1 ? '1 column' : `${columns.length} columns`}
        </span>
        {separator !== null && onSeparator !== null && (
          <label className={classes['separator']}>
            separated by
            <select value={separator} onChange={({ target }) => onSeparator(target.value)}>
              {separatorsWith(separator).map(({ value, name: words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        )}
        <IconButton icon="close" label={`Remove ${name}`} onPress={onRemove} />
      </div>
      {remarks.length > 0 && (
        <ul className={classes['remarks']}>
          {remarks.map((remark) => (
            <li key={remark}>
              <Icon name="info" /> {remark}
            </li>
          ))}
        </ul>
      )}
      <Sample table={table} />
    </div>
  );
}

function Sample({ table: { name, columns, sample, rows } }: { readonly table: TableDescription }) {
  const first = sample.slice(0, shown);
  return (
    // It scrolls sideways, which the keyboard has to reach.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['sample']} role="region" aria-label={`First rows of ${name}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first.map(({ number, cells }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              {columns.map((column, index) => (
                <td key={column}>
                  <code>{cells[index]}</code>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows > first.length && <p>and {formatCount(rows - first.length)} more</p>}
    </div>
  );
}

function separatorsWith(separator: string): typeof separators {
  return separators.some(({ value }) => value === separator)
    ? separators
    : [...separators, { value: separator, name: separator }];
}
