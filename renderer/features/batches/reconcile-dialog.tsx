import { useState } from 'react';

import type { ReconcileInput } from '../../../shared/contract/batch-commands.ts';
import type { BatchSummary, Reconciliation } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { TableDescription } from '../../../shared/model/table.ts';
import { useBatches, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DataFileField } from '../data-file/data-file-field.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './batches.module.css';
import { ReconciledRows } from './reconciled-rows.tsx';

const keys: readonly { readonly value: ReconcileInput['keyOf']; readonly title: string }[] = [
  { value: 'transaction', title: 'the transaction' },
  { value: 'refundId', title: 'our refund id' },
  { value: 'providerId', title: 'the provider’s refund id' },
];

type Props = { readonly id: string; readonly onClose: () => void };

/** Holds a batch against the export of a provider: what is missing there, what is there too much, what differs. */
export function ReconcileDialog({ id, onClose }: Props) {
  const batch = useBatches(({ byId }) => byId[id]);
  if (batch === undefined) return null;
  return (
    <Dialog title="Reconcile with the provider’s export" width="wide" onClose={onClose}>
      <Reconcile batch={batch} />
    </Dialog>
  );
}

function Reconcile({ batch }: { readonly batch: BatchSummary }) {
  const { batches } = useStores();
  const [table, setTable] = useState<TableDescription | null>(null);
  const [key, setKey] = useState('');
  const [keyOf, setKeyOf] = useState<ReconcileInput['keyOf']>('transaction');
  const [amount, setAmount] = useState('');
  const [isComparing, setComparing] = useState(false);
  const [found, setFound] = useState<Reconciliation | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = (next: TableDescription | null): void => {
    setTable(next);
    setFound(null);
    setKey('');
    setAmount('');
  };
  const compare = async (): Promise<void> => {
    if (table === null || key === '' || isComparing) return;
    setComparing(true);
    const input = { id: batch.id, table: table.id, key, keyOf, amount: amount === '' ? null : amount };
    const answer = await batches.getState().reconcile(input);
    setComparing(false);
    setFound(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer.error);
  };
  return (
    <div className={classes['reconcile']}>
      <p className={classes['note']}>
        Choose what the provider exported for the same days. Nothing is sent; the file is only read.
      </p>
      <DataFileField table={table} onChange={take} />
      {table !== null && (
        <div className={classes['fields']}>
          <ColumnField
            label="Column that names the refund"
            none="Choose …"
            columns={table.columns}
            value={key}
            onChange={setKey}
          />
          <label>
            What stands in it is
            <select
              value={keyOf}
              onChange={({ target }) =>
                setKeyOf(keys.find(({ value }) => value === target.value)?.value ?? 'transaction')
              }
            >
              {keys.map(({ value, title }) => (
                <option key={value} value={value}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <ColumnField
            label="Column of the amount"
            none="None"
            columns={table.columns}
            value={amount}
            onChange={setAmount}
          />
        </div>
      )}
      <div className={classes['line']}>
        <Button
          kind={found === null ? 'primary' : 'plain'}
          icon="git-compare"
          isDisabled={key === ''}
          onPress={() => void compare()}
        >
          {isComparing ? 'Comparing …' : 'Compare'}
        </Button>
      </div>
      {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
      {found !== null && <ReconciledRows found={found} />}
    </div>
  );
}

type ColumnProps = {
  readonly label: string;
  /** What no column is called. */
  readonly none: string;
  readonly columns: readonly string[];
  readonly value: string;
  readonly onChange: (column: string) => void;
};

function ColumnField({ label, none, columns, value, onChange }: ColumnProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{none}</option>
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </label>
  );
}
