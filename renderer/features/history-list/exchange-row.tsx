import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { formatAge } from '../words.ts';
import { exchangeTitle } from './exchange-title.ts';
import classes from './exchange-row.module.css';

/** One exchange in one line: status in the colour of its verdict, what was sent, when. */
export function ExchangeRow({ entry, now }: { readonly entry: ExchangeSummary; readonly now: number }) {
  return (
    <span className={classes['row']} title={entry.headline}>
      <StatusBadge verdict={entry.verdict} text={entry.status === null ? '—' : String(entry.status)} />
      <span className={classes['title']}>{exchangeTitle(entry)}</span>
      <time dateTime={entry.startedAt} title={entry.startedAt}>
        {formatAge(entry.startedAt, now)}
      </time>
    </span>
  );
}
