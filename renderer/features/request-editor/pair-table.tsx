import { Button, IconButton } from '../../ui/button.tsx';
import classes from './pair-table.module.css';

type Pair = readonly [name: string, value: string];

type Props = {
  readonly label: string;
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
};

/** Names and values in order, as headers and form fields are. */
export function PairTable({ label, pairs, onChange }: Props) {
  const replace = (index: number, pair: Pair): void => onChange(pairs.with(index, pair));
  return (
    <div className={classes['frame']}>
      <table className={classes['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
            <th scope="col" aria-label="Remove" />
          </tr>
        </thead>
        <tbody>
          {pairs.map(([name, value], index) => (
            // Two headers may be alike in everything but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td>
                <input
                  aria-label={`Name ${index + 1}`}
                  value={name}
                  spellCheck={false}
                  onChange={({ target }) => replace(index, [target.value, value])}
                />
              </td>
              <td>
                <input
                  aria-label={`Value of ${name}`}
                  value={value}
                  spellCheck={false}
                  onChange={({ target }) => replace(index, [name, target.value])}
                />
              </td>
              <td>
                <IconButton
                  icon="trash"
                  label={`Remove ${name}`}
                  onPress={() => onChange(pairs.toSpliced(index, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button kind="quiet" icon="add" onPress={() => onChange([...pairs, ['', '']])}>
        Add
      </Button>
    </div>
  );
}
