import type { Timeline, TimelineEvent } from '../model/timeline.ts';
import type { Verdict } from '../model/verdict.ts';

const outcomes: Record<Verdict, string> = {
  accepted: 'accepted',
  pending: 'accepted, not final',
  refused: 'refused',
  unknown: 'outcome unknown',
};

/** A sentence can hold so many events; of more, the first and the last are told. */
const most = 6;

/**
 * The timeline in one sentence: `Refunded 10:02 accepted, 10:05 refused 214, status 10:20 accepted.` Empty without events.
 *
 * @param when the time of an event, given its ISO 8601 text and that of the event that is told before it
 */
export function describeTimeline(
  { events }: Timeline,
  when: (iso: string, before: string | null) => string,
): string {
  const left = events.length - most;
  const told = left > 0 ? [...events.slice(0, 1), ...events.slice(1 - most)] : events;
  const parts = told.map((event, index) => {
    const before = told[index - 1];
    const verb = before !== undefined && verbOf(before) === verbOf(event) ? '' : `${verbOf(event)} `;
    const time = when(event.exchange.startedAt, before?.exchange.startedAt ?? null);
    return `${verb}${time} ${outcomeOf(event)}`;
  });
  const sentence = left > 0 ? parts.toSpliced(1, 0, `${left} more in between`) : parts;
  return sentence.length === 0 ? '' : `${capital(sentence.join(', '))}.`;
}

function verbOf({ refunds }: TimelineEvent): string {
  return refunds.length > 0 ? 'refunded' : 'status';
}

/** A refusal is told with its code; without one its HTTP status says something where it is no plain success. */
function outcomeOf({ exchange: { code, verdict, status } }: TimelineEvent): string {
  const telling = code ?? (status !== null && status >= 300 ? String(status) : null);
  return verdict === 'refused' && telling !== null ? `${outcomes[verdict]} ${telling}` : outcomes[verdict];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
