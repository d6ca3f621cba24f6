import type { Exchange } from '../model/exchange.ts';
import type { HeaderList } from '../model/headers.ts';
import type { Verdict } from '../model/verdict.ts';

/** What checks and captures look at. */
export type CheckedAnswer = {
  /** `null` where nothing was explained, because nothing was sent. */
  readonly explained: {
    readonly verdict: Verdict;
    readonly entries: readonly string[];
    readonly codes: readonly string[];
  } | null;
  /** `null` where none came. */
  readonly response: {
    readonly status: number;
    readonly headers: HeaderList;
    /** As it is read: where the API encrypts, what it says once opened. */
    readonly body: string;
    /** True where the rest of the body was not read. */
    readonly truncated: boolean;
    /** Whole milliseconds from the first byte sent to the last received. */
    readonly time: number;
  } | null;
};

/** What of an exchange checks look at. */
export function answerOfExchange({ main, openedBody, explanation }: Exchange): CheckedAnswer {
  const outcome = main?.outcome ?? null;
  if (outcome?.kind !== 'response') return { explained: explanation, response: null };
  const { status, headers, body, timings } = outcome;
  const time = Math.round((timings.send ?? 0) + (timings.wait ?? 0) + (timings.receive ?? 0));
  return {
    explained: explanation,
    response: { status, headers, body: openedBody ?? body.text, truncated: body.truncated, time },
  };
}
