import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { ExchangeMenu } from '../exchange-menu/exchange-menu.tsx';
import { formatClock, formatTime } from '../words.ts';
import classes from './entry-row.module.css';
import { exchangeTitle } from './exchange-title.ts';

/** One exchange in two lines: what was sent and when; what it was about, where, and what came of it. */
export function EntryRow({ entry }: { readonly entry: ExchangeSummary }) {
  const { id, startedAt, status, verdict, headline, environmentName, annotation } = entry;
  const { pinned, note, tags, ticket } = annotation;
  const title = exchangeTitle(entry);
  return (
    <>
      <div className={classes['first']}>
        <StatusBadge verdict={verdict} text={status === null ? '—' : String(status)} />
        <span className={classes['title']} title={title}>
          {title}
        </span>
        <time dateTime={startedAt} title={formatTime(startedAt)}>
          {formatClock(startedAt)}
        </time>
      </div>
      <div className={classes['second']}>
        <span className={classes['about']} title={`${environmentName} · ${headline}`}>
          {refundWords(entry)}
          {environmentName} · {headline}
        </span>
        {pinned && <Mark icon="pinned" name="Pinned" />}
        {note !== '' && <Mark icon="note" name={`Note: ${note.slice(0, 200)}`} />}
        {(tags.length > 0 || ticket !== '') && (
          <Mark icon="tag" name={[ticket, ...tags].filter((text) => text !== '').join(', ')} />
        )}
        <ExchangeMenu target={{ id, pinned }}>
          <IconButton icon="ellipsis" label={`More: ${title}`} />
        </ExchangeMenu>
      </div>
    </>
  );
}

/** The amount first: a narrow column may cut the end off, and half an amount is another one. */
function refundWords({ refund }: ExchangeSummary) {
  if (refund === null) return null;
  const { transaction, amount, more } = refund;
  return (
    <>
      <b>
        {amount !== null && `${amount} · `}
        {transaction}
        {more > 0 && ` +${more}`}
      </b>
      {' · '}
    </>
  );
}

function Mark({ icon, name }: { readonly icon: string; readonly name: string }) {
  return (
    <span className={classes['mark']} role="img" aria-label={name} title={name}>
      <Icon name={icon} />
    </span>
  );
}
