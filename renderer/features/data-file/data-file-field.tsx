import type { TableDescription } from '../../../shared/model/table.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { DataFileFacts } from './data-file-facts.tsx';
import classes from './data-file-field.module.css';
import { useTableUpload } from './use-table-upload.ts';

type Props = {
  readonly table: TableDescription | null;
  readonly onChange: (table: TableDescription | null) => void;
};

/** Chooses a data file, and shows how it was read: its columns, its first rows, what is to be said of it. */
export function DataFileField({ table, onChange }: Props) {
  const { tables } = useStores();
  const replace = (next: TableDescription | null): void => {
    if (table !== null) void tables.getState().release(table.id);
    onChange(next);
  };
  const { progress, problem, read, readAgain, cancel } = useTableUpload(replace);
  if (progress !== null) {
    return (
      <div className={classes['reading']}>
        <progress aria-label="Reading the data file" value={progress} />
        <span>Reading … {Math.floor(progress * 100)} %</span>
        <Button kind="quiet" onPress={cancel}>
          Cancel
        </Button>
      </div>
    );
  }
  return (
    <div className={classes['field']}>
      {problem !== null && (
        <div role="alert" className={classes['problem']}>
          <ProblemList problems={[problem]} kind="problem" />
        </div>
      )}
      {table === null ? (
        <FileDrop
          what="a CSV or JSON file"
          accepts={['.csv', '.tsv', '.txt', '.json', 'text/csv', 'application/json']}
          onFile={(file) => read(file, null)}
        />
      ) : (
        <DataFileFacts
          table={table}
          onSeparator={table.format === 'csv' ? readAgain : null}
          onRemove={() => replace(null)}
        />
      )}
    </div>
  );
}
