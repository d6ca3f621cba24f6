import type { Exchange, StepExchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';

/**
 * The most of one text that travels at once, in UTF-16 units: parsing the message it comes in is then no long task.
 * A multiple of four, so that base64 may be cut there.
 */
export const longestPart = 1_000_000;

/** Which text of an answer: as received, its bytes in base64, or what an encrypted answer says. */
export type BodyText = 'text' | 'base64' | 'opened';

/** A stretch of one text of an answer, and how long the whole of it is; both in UTF-16 units. */
export type BodyPart = { readonly text: string; readonly length: number };

/** An exchange as it goes to a page: of long answers only the beginning, with a mark that says how long they are. */
export function shortenAnswers(exchange: Exchange): Exchange {
  const { login, main, openedBody } = exchange;
  return {
    ...exchange,
    login: login.map(shortenStep),
    main: main === null ? null : shortenStep(main),
    ...(openedBody === null || openedBody.length <= longestPart
      ? {}
      : { openedBody: openedBody.slice(0, longestPart), openedLength: openedBody.length }),
  };
}

/** One text of the answer to one step; `null` where there is none. Of a whole exchange, not of a shortened one. */
export function answerText({ login, main, openedBody }: Exchange, step: string, of: BodyText): string | null {
  if (of === 'opened') return openedBody;
  const outcome = [...login, ...(main === null ? [] : [main])].find((one) => one.step === step)?.outcome;
  return outcome?.kind === 'response' ? outcome.body[of] : null;
}

function shortenStep(step: StepExchange): StepExchange {
  return { ...step, outcome: step.outcome === null ? null : shortenOutcome(step.outcome) };
}

function shortenOutcome(outcome: Outcome): Outcome {
  if (outcome.kind !== 'response') return outcome;
  const { text, base64 } = outcome.body;
  const lengths = { text: text.length, base64: base64?.length ?? 0 };
  if (lengths.text <= longestPart && lengths.base64 <= longestPart) return outcome;
  const first = { text: text.slice(0, longestPart), base64: base64?.slice(0, longestPart) ?? null };
  return { ...outcome, body: { ...outcome.body, ...first, lengths } };
}
