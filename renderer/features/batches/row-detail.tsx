import type { BatchRow, BatchSummary } from '../../../shared/model/batch.ts';
import { openExchange } from '../../actions/open-exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatTime } from '../words.ts';
import classes from './row-detail.module.css';
import { RowStateBadge } from './row-state-badge.tsx';

type Props = {
  readonly batch: BatchSummary;
  readonly row: BatchRow;
  readonly onClose: () => void;
};

/** One row: what stood in the table, what came of it, and the way to the exchange. */
export function RowDetail({ batch, row, onClose }: Props) {
  const stores = useStores();
  const { exchangeId, state, code, meaning, refundId, providerId, at } = row;
  return (
    <section className={classes['detail']} aria-label={`Row ${row.row}`}>
      <header className={classes['head']}>
        <RowStateBadge state={state} />
        <h2>Row {row.row}</h2>
        {exchangeId !== null && (
          <Button kind="quiet" icon="go-to-file" onPress={() => void openExchange(stores, exchangeId)}>
            Open the exchange
          </Button>
        )}
        <IconButton icon="close" label="Close the row" onPress={onClose} />
      </header>
      <div className={classes['columns']}>
        <dl aria-label="What came of it">
          <Fact name="Meaning" value={meaning} />
          {code !== null && <Fact name="Code" value={code} isCode />}
          {refundId !== null && <Fact name="Refund id" value={refundId} isCode />}
          {providerId !== null && <Fact name="Provider’s id" value={providerId} isCode />}
          {at !== null && <Fact name="Last change" value={formatTime(at)} />}
          {state === 'unknown' && <Fact name="What to do" value={quarantineWords} />}
        </dl>
        <dl aria-label="What stands in the table">
          {batch.table.columns.map((column, index) => (
            <Fact key={column} name={column} value={row.cells[index] ?? ''} isCode />
          ))}
        </dl>
      </div>
    </section>
  );
}

const quarantineWords =
  'Do not send it again by hand. Open the exchange and ask for its status, or look it up at the provider, then write down what became of it.';

type FactProps = { readonly name: string; readonly value: string; readonly isCode?: boolean };

function Fact({ name, value, isCode = false }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isCode ? <code>{value}</code> : value}</dd>
    </div>
  );
}
