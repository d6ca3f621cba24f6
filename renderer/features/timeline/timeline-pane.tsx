import { ListBox, ListBoxItem } from 'react-aria-components';

import { describeTimeline } from '../../../shared/engine/describe-timeline.ts';
import { standingOf } from '../../../shared/model/journal.ts';
import type { RefundState } from '../../../shared/model/refund.ts';
import type { Timeline, TimelineEvent } from '../../../shared/model/timeline.ts';
import { openExchange } from '../../actions/open-exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { exchangeTitle } from '../history-list/exchange-title.ts';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { formatClock, formatMoment, formatTime, localDay } from '../words.ts';
import classes from './timeline-pane.module.css';
import { useTimeline } from './use-timeline.ts';

/** Everything that was sent about the same transactions, oldest first; choosing one opens it here. */
export function TimelinePane({ exchangeId }: { readonly exchangeId: string }) {
  const timeline = useTimeline(exchangeId);
  return (
    <div className={classes['pane']}>
      {timeline === null && <p role="status">Reading the history …</p>}
      {timeline?.ok === false && <ProblemList problems={[timeline.error]} kind="problem" />}
      {timeline?.ok === true && <Events timeline={timeline.value} exchangeId={exchangeId} />}
    </div>
  );
}

type Props = { readonly timeline: Timeline; readonly exchangeId: string };

function Events({ timeline, exchangeId }: Props) {
  const stores = useStores();
  const { transactions, events } = timeline;
  if (events.length === 0) {
    return (
      <p className={classes['none']}>
        This exchange names no transaction that was refunded here, so there is nothing to set beside it.
      </p>
    );
  }
  return (
    <>
      <p className={classes['sentence']}>{describeTimeline(timeline, timeWords)}</p>
      <p className={classes['about']}>
        {events.length === 1 ? 'The one exchange' : `${events.length} exchanges`} about {naming(transactions)}
        , oldest first.
      </p>
      <ListBox
        aria-label={`Timeline of ${naming(transactions)}`}
        className={classes['list'] ?? ''}
        onAction={(key) => void openExchange(stores, String(key), 'timeline')}
      >
        {events.map((event) => (
          <EventItem key={event.exchange.id} event={event} isCurrent={event.exchange.id === exchangeId} />
        ))}
      </ListBox>
    </>
  );
}

function EventItem({ event, isCurrent }: { readonly event: TimelineEvent; readonly isCurrent: boolean }) {
  const { exchange, refunds } = event;
  const { id, startedAt, status, verdict, code, headline } = exchange;
  const title = exchangeTitle(exchange);
  const decided = refunds.find(({ decision }) => decision !== null);
  return (
    <ListBoxItem
      id={id}
      textValue={`${formatMoment(startedAt)}, ${title}, ${headline}${isCurrent ? ', this exchange' : ''}`}
      className={`${classes['event']} ${isCurrent ? classes['current'] : ''}`}
    >
      <time dateTime={startedAt} title={formatTime(startedAt)}>
        {formatMoment(startedAt)}
      </time>
      <StatusBadge verdict={verdict} text={status === null ? '—' : String(status)} />
      <div className={classes['what']}>
        <span>
          <b>{title}</b>
          {amountWords(event)}
          {isCurrent && <span className={classes['here']}>this exchange</span>}
        </span>
        <span className={classes['headline']}>
          {headline}
          {code !== null && <code>{` · code ${code}`}</code>}
        </span>
        {decided !== undefined && decided.decision !== null && (
          <span className={classes['decision']}>
            <Icon name={standingOf(decided) === 'refused' ? 'circle-slash' : 'check'} />
            {standings[standingOf(decided)]}, {finders[decided.decision.by]}{' '}
            {formatMoment(decided.decision.at)}: {decided.decision.note}
          </span>
        )}
      </div>
    </ListBoxItem>
  );
}

const standings: Record<RefundState, string> = {
  open: 'Open',
  accepted: 'It happened',
  pending: 'Taken, not final',
  refused: 'It did not happen',
  unknown: 'Not known',
  'not-sent': 'Not sent',
};

const finders = { user: 'written down', 'look-up': 'looked up' } as const;

function amountWords({ refunds }: TimelineEvent): string {
  const [first] = refunds;
  if (first === undefined) return '';
  if (refunds.length > 1) return ` · ${refunds.length} refunds`;
  return first.amount === null ? ' · in full' : ` · ${first.amount}`;
}

/** The day is said once, where all is of one day. */
function timeWords(iso: string, before: string | null): string {
  return before !== null && localDay(before) === localDay(iso) ? formatClock(iso) : formatMoment(iso);
}

/** A batch can be about hundreds. */
function naming(transactions: readonly string[]): string {
  const more = transactions.length - 3;
  return transactions.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
