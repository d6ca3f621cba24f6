import type { HistoryDescription } from '../../../shared/model/retention.ts';
import { formatCount, formatMoment, formatSize, localDay } from '../words.ts';
import classes from './retention-dialog.module.css';

/** How much there is, since when, where, and which copies of it. */
export function HistoryFacts({ description }: { readonly description: HistoryDescription }) {
  const { exchanges, oldest, bytes, path, backups } = description;
  return (
    <dl className={classes['facts']} aria-label="The history">
      <div>
        <dt>Kept now</dt>
        <dd>
          {exchanges === 1 ? '1 exchange' : `${formatCount(exchanges)} exchanges`}
          {oldest !== null && `, the oldest of ${localDay(oldest)}`}
        </dd>
      </div>
      <div>
        <dt>Size</dt>
        <dd>{formatSize(bytes)}</dd>
      </div>
      <div>
        <dt>File</dt>
        <dd>
          <code>{path}</code>
        </dd>
      </div>
      <div>
        <dt>Backups</dt>
        <dd>
          {backups.length === 0
            ? 'None yet; one is made by itself, and three are kept.'
            : backups.map(({ path: copy, madeAt, bytes: size }) => (
                <span key={copy} title={copy}>
                  {`${formatMoment(madeAt)}, ${formatSize(size)}`}
                </span>
              ))}
        </dd>
      </div>
    </dl>
  );
}
