import type { Explanation } from '../../../shared/model/explanation.ts';
import type { SessionDescription } from '../../../shared/model/session.ts';
import { useNow } from '../use-now.ts';
import { formatClock } from '../words.ts';
import classes from './session.module.css';

/** The state of a session in a sentence or two. */
export function SessionFacts({ session }: { readonly session: SessionDescription }) {
  const { state, since, validUntil, lastLogin } = session;
  const refusal = lastLogin?.refusal ?? null;
  return (
    <>
      {state === 'none' && <p>Nobody has logged in yet. The next send does it by itself.</p>}
      {state === 'open' && since !== null && (
        <p>
          Logged in at {formatClock(since)}, <Age since={since} />. The next send uses this session.
        </p>
      )}
      {state === 'open' && validUntil !== null && <p>The provider says it is valid until {validUntil}.</p>}
      {state === 'ended' && since !== null && (
        <p>The provider said at {formatClock(since)} that the session is over. The next send logs in anew.</p>
      )}
      {refusal !== null && <Refusal refusal={refusal} isStillOpen={state === 'open'} />}
    </>
  );
}

function Refusal({
  refusal: { headline, meaning, remedy },
  isStillOpen,
}: {
  readonly refusal: Explanation;
  readonly isStillOpen: boolean;
}) {
  return (
    <div className={classes['refusal']}>
      <p>
        <strong>
          {isStillOpen ? `The last login failed, and the session before is kept. ${headline}` : headline}
        </strong>
      </p>
      <p>{`${meaning} ${remedy}`}</p>
    </div>
  );
}

/** How long ago that is; it ticks in silence, because nobody wants to hear every second. */
function Age({ since }: { readonly since: string }) {
  const age = Math.max(0, useNow(1000) - Date.parse(since));
  return <span role="timer">{ageWords(age)}</span>;
}

function ageWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 3) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ${minutes % 60} min ago`;
}
