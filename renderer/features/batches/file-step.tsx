import type { TableDescription } from '../../../shared/model/table.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { DataFileField } from '../data-file/data-file-field.tsx';
import { sourcesFor } from './batch-plan.ts';
import { Step } from './step.tsx';
import type { BatchWork } from './use-batch-work.ts';

/** The table with the refunds. Reading one finds the columns of the fields by their names. */
export function FileStep({ work }: { readonly work: BatchWork }) {
  const { batches } = useStores();
  const { draft, fields } = work;
  const take = (table: TableDescription | null): void => {
    // A long file may have taken a while; what was chosen meanwhile counts.
    const sources = batches.getState().draft?.sources ?? {};
    batches
      .getState()
      .edit({ table, ...(table === null ? {} : { sources: sourcesFor(fields, table, sources) }) });
  };
  return (
    <Step number={2} title="The table" isDone={draft.table !== null}>
      <DataFileField table={draft.table} onChange={take} />
    </Step>
  );
}
