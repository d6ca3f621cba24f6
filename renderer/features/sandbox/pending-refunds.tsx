import type { PendingRefund, SettledOutcome } from '../../../shared/model/sandbox.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { formatCount, formatTime } from '../words.ts';
import classes from './pending-refunds.module.css';
import { useChangeSandbox } from './use-change-sandbox.ts';

/** So many stand in the page; the rest is counted. */
const mostShown = 50;

type Props = { readonly api: string; readonly pending: readonly PendingRefund[] };

/** The refunds of an API that were accepted and wait for their end, which a hand can bring. */
export function PendingRefunds({ api, pending }: Props) {
  const change = useChangeSandbox();
  if (pending.length === 0)
    return <p className={classes['empty']}>No refund waits for its end in this ledger.</p>;
  const settle = (id: string | null, outcome: SettledOutcome): void =>
    void change(
      { kind: 'settle', api, id, outcome },
      `${id === null ? 'All refunds that waited' : `Refund ${id}`} ${outcome === 'success' ? 'succeeded' : 'failed'}`,
    );
  const shown = pending.slice(0, mostShown);
  return (
    <section className={classes['pending']} aria-label="Refunds that wait for their end">
      <header>
        <h2>
          {pending.length === 1
            ? '1 refund waits for its end'
            : `${formatCount(pending.length)} refunds wait for their end`}
        </h2>
        <Button kind="quiet" icon="pass" onPress={() => settle(null, 'success')}>
          All succeed
        </Button>
        <Button kind="quiet" icon="error" onPress={() => settle(null, 'failure')}>
          All fail
        </Button>
      </header>
      <ul>
        {shown.map(({ id, title, since }) => (
          <li key={id}>
            <Icon name="history" />
            <span className={classes['title']} title={title}>
              {title}
            </span>
            <span className={classes['since']}>
              {since === null ? 'from the start' : `since ${formatTime(new Date(since).toISOString())}`}
            </span>
            <Button kind="quiet" aria-label={`Succeeds: ${title}`} onPress={() => settle(id, 'success')}>
              Succeeds
            </Button>
            <Button kind="quiet" aria-label={`Fails: ${title}`} onPress={() => settle(id, 'failure')}>
              Fails
            </Button>
          </li>
        ))}
        {pending.length > mostShown && <li>… and {formatCount(pending.length - mostShown)} more.</li>}
      </ul>
    </section>
  );
}
