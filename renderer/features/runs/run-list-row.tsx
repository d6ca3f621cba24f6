import type { RunListEntry } from '../../../shared/engine/merge-run-list.ts';
import { Icon } from '../../ui/icon.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { formatMoment, formatTime } from '../words.ts';
import { describeEntry } from './describe-entry.ts';
import classes from './run-list.module.css';

/** One run or batch in two lines: what, and how it went; where, how much, and when. */
export function RunListRow({ entry }: { readonly entry: RunListEntry }) {
  const { icon, title, badge, detail } = describeEntry(entry);
  return (
    <>
      <div className={classes['first']}>
        <Icon name={icon} />
        <span className={classes['title']} title={title}>
          {title}
        </span>
        <StatusBadge {...badge} />
      </div>
      <div className={classes['second']}>
        <span className={classes['detail']} title={detail}>
          {detail}
        </span>
        <time dateTime={entry.startedAt} title={formatTime(entry.startedAt)}>
          {formatMoment(entry.startedAt)}
        </time>
      </div>
    </>
  );
}
