import { findApi } from '../../../shared/apis/registry.ts';
import type { Decision, JournalEntry } from '../../../shared/model/journal.ts';
import { Icon } from '../../ui/icon.tsx';
import { formatTime } from '../words.ts';
import { isLocked } from './is-locked.ts';
import classes from './standing-note.module.css';

const outcomes: Record<Decision['state'], string> = {
  accepted: 'It happened',
  pending: 'It was taken and is not final',
  refused: 'It did not happen',
};

const finders: Record<Decision['by'], string> = { user: 'written down', 'look-up': 'looked up' };

type Props = {
  readonly refunds: readonly JournalEntry[];
  /** On the sandbox, where testers repeat on purpose, nothing is locked. */
  readonly isSandbox: boolean;
};

/** What is known of refunds beyond the answer: that they may have happened, or what was found out since. */
export function StandingNote({ refunds, isSandbox }: Props) {
  const locked = refunds.filter(isLocked);
  const decisions = Map.groupBy(
    refunds.filter(({ decision }) => decision !== null),
    ({ decision }) => JSON.stringify(decision),
  );
  return (
    <>
      {locked.length > 0 && (
        <div className={classes['note']}>
          <h4>
            <Icon name={isSandbox ? 'question' : 'lock'} />
            {lockWords(locked.length, isSandbox)}
          </h4>
          {!isSandbox && <p>{lockedUntil(locked)}</p>}
        </div>
      )}
      {[...decisions].map(([key, entries]) => (
        <Found key={key} entries={entries} isPart={entries.length < refunds.length} />
      ))}
    </>
  );
}

function Found({ entries, isPart }: { readonly entries: readonly JournalEntry[]; readonly isPart: boolean }) {
  const decision = entries[0]?.decision ?? null;
  if (decision === null) return null;
  const { state, by, at, note } = decision;
  return (
    <div className={classes['note']}>
      <h4>
        <Icon name={state === 'refused' ? 'circle-slash' : 'check'} />
        {`${outcomes[state]}: ${finders[by]} ${formatTime(at)}`}
      </h4>
      <p>
        {isPart && `${naming(entries)}: `}
        {note}
      </p>
    </div>
  );
}

function lockWords(count: number, isSandbox: boolean): string {
  const refunds = count === 1 ? 'this refund' : `${count} refunds`;
  return isSandbox ? `Not known: ${refunds} may have happened` : `Locked: ${refunds} may have happened`;
}

/** What leads out of the lock: an answer, or the same id where the API documents that a repeat of it is safe. */
function lockedUntil(locked: readonly JournalEntry[]): string {
  const isSafe = locked.every(({ api }) => findApi(api)?.unknownAdvice.resend === 'same-id');
  return isSafe
    ? 'Until somebody knows what became of it, it goes out again on purpose only, and under the same id.'
    : `It is not sent again until somebody knows what became of ${naming(locked)}.`;
}

/** Enough to tell which are meant; a batch can hold hundreds. */
function naming(entries: readonly JournalEntry[]): string {
  const names = entries.slice(0, 3).map(({ transaction }) => transaction);
  const more = entries.length - names.length;
  return more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more`;
}
