import type { JournalEntry } from '../../../shared/model/journal.ts';
import { openExchange } from '../../actions/open-exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useNow } from '../use-now.ts';
import { formatAge, formatTime } from '../words.ts';
import { DecideButton } from './decide-button.tsx';
import classes from './earlier-exchange.module.css';
import { FollowUpButton } from './follow-up-button.tsx';
import { StandingNote } from './standing-note.tsx';
import { useRefunds } from './use-refunds.ts';
import { useStoredExchange } from './use-stored-exchange.ts';

type Props = {
  readonly id: string;
  /** Whether to offer the ways on: open it, ask for its status, write down what became of it. */
  readonly hasWays?: boolean;
};

/** An exchange that stands in the way of a send: when it was, what came of it, what is known now. */
export function EarlierExchange({ id, hasWays = false }: Props) {
  const stores = useStores();
  const exchange = useStoredExchange(id);
  const refunds = useRefunds(id);
  if (exchange === null || exchange === undefined) return null;
  const { explanation, environment, main, startedAt } = exchange;
  const status = main?.outcome?.kind === 'response' ? String(main.outcome.status) : '—';
  return (
    <section className={classes['earlier']} aria-label={`Earlier exchange ${id}`}>
      <p className={classes['line']}>
        <StatusBadge verdict={explanation?.verdict ?? 'unknown'} text={status} />
        <strong>{explanation?.headline ?? 'Outcome unknown: the answer was never recorded'}</strong>
      </p>
      {refunds.length > 0 && <p>{refundWords(refunds)}</p>}
      <p className={classes['when']}>
        {`${formatTime(startedAt)} · `}
        <Age iso={startedAt} />
        {` · ${environment.name} · history ${id}`}
      </p>
      <StandingNote refunds={refunds} isSandbox={environment.environmentClass === 'sandbox'} />
      {hasWays && (
        <div className={classes['ways']}>
          <Button icon="go-to-file" onPress={() => void openExchange(stores, id)}>
            Open the earlier exchange
          </Button>
          <FollowUpButton exchange={exchange} />
          <DecideButton refunds={refunds} />
        </div>
      )}
    </section>
  );
}

/** What was asked for; of a batch how many. */
function refundWords(refunds: readonly JournalEntry[]): string {
  const [refund] = refunds;
  if (refund === undefined || refunds.length > 1) return `${refunds.length} refunds in one request`;
  const { transaction, amount, refundId } = refund;
  const what = amount === null ? `Full refund of ${transaction}` : `Refund of ${amount} of ${transaction}`;
  return refundId === null ? what : `${what}, id ${refundId}`;
}

function Age({ iso }: { readonly iso: string }) {
  const age = formatAge(iso, useNow(10_000));
  return <>{age === 'now' ? 'just now' : /\d[smh]$/.test(age) ? `${age} ago` : age}</>;
}
