import type { RunSummary } from '../../../shared/model/run.ts';
import { Icon } from '../../ui/icon.tsx';
import classes from './run-end.module.css';
import { requestWords } from './run-words.ts';

/** What is to be said of a run beside its results: why it ended early, and what nobody knows the outcome of. */
export function RunEnd({ run }: { readonly run: RunSummary }) {
  const { counts } = run;
  const why = whyEnded(run);
  return (
    <>
      {counts.unknown > 0 && (
        <p className={`${classes['banner']} ${classes['unknown']}`}>
          <Icon name="question" />
          <span>
            <strong>
              {counts.unknown === 1
                ? '1 request has no known outcome.'
                : `${counts.unknown} requests have no known outcome.`}
            </strong>{' '}
            A refund may have happened, and nothing sends it again by itself. Open the exchange of each one to
            find out.
          </span>
        </p>
      )}
      {why !== null && (
        <p className={`${classes['banner']} ${classes['early']}`}>
          <Icon name="warning" />
          <span>
            <strong>{why.title}</strong> {why.text}
          </span>
        </p>
      )}
    </>
  );
}

function whyEnded({
  state,
  reason,
  counts,
}: RunSummary): { readonly title: string; readonly text: string } | null {
  const rest = counts.skipped === 0 ? 'Nothing was left to send.' : `${restWords(counts.skipped)} not sent.`;
  switch (state) {
    case 'running':
    case 'done':
      return null;
    case 'bailed':
      return { title: 'Ended at the first failure, as asked.', text: rest };
    case 'cancelled':
      return { title: 'Cancelled.', text: `The requests under way came to their end. ${rest}` };
    case 'stopped':
      return {
        title: reason?.message ?? 'It could not go on.',
        text: `${reason?.remedy ?? ''} ${rest}`.trimStart(),
      };
    case 'broken-off':
      return {
        title: 'The program ended while this ran.',
        text: 'What was sent before is below. A request that was under way may have happened: the status bar names those without a known outcome.',
      };
  }
}

function restWords(skipped: number): string {
  return `${requestWords(skipped)} ${skipped === 1 ? 'was' : 'were'}`;
}
