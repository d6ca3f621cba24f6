import { findApi } from '../../../shared/apis/registry.ts';
import type { SandboxLogEntry } from '../../../shared/model/sandbox.ts';
import { Icon } from '../../ui/icon.tsx';
import { formatTime, originWords } from '../words.ts';
import { askedText, GuessMark, LogStatus } from './log-columns.tsx';
import classes from './log-detail.module.css';

/** One request to the sandbox: what it answered, why, and every check it made on the way. */
export function LogDetail({ entry }: { readonly entry: SandboxLogEntry }) {
  const { number, at, api, method, path, status, reason, confidence, checks } = entry;
  const asked = askedText(entry);
  return (
    <section className={classes['detail']} aria-label={`Request ${number}`} tabIndex={0}>
      <header className={classes['head']}>
        <h2>
          <LogStatus status={status} />
          <code>
            {method} {path}
          </code>
        </h2>
        <p>
          {[
            api === null ? 'no API' : (findApi(api)?.title ?? api),
            formatTime(at),
            ...(asked === '' ? [] : [`asked for: ${asked}`]),
          ].join(' · ')}
        </p>
      </header>
      <p>
        <GuessMark confidence={confidence} />
        {reason}
      </p>
      {checks.length === 0 ? (
        <p className={classes['note']}>No checks stand behind this answer.</p>
      ) : (
        <ol className={classes['checks']} aria-label="Checks, in their order">
          {checks.map(({ title, passed, why, source }, index) => (
            // The same check may stand twice; its place tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className={passed ? '' : classes['failed']}>
              <span className={classes['mark']} role="img" aria-label={passed ? 'Holds' : 'Does not hold'}>
                <Icon name={passed ? 'pass' : 'error'} />
              </span>
              <span className={classes['what']}>
                {title}
                {why !== null && <strong>{why}</strong>}
              </span>
              <span className={classes['source']} title={source.title}>
                {originWords(source) ?? source.title}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
