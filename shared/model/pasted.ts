import type { Outcome } from './outcome.ts';
import type { Problem } from './problem.ts';
import type { RequestParts } from './request-parts.ts';

/** One call that somebody handed over, with its answer where it is known. Nothing of it is trusted, nothing is sent. */
export type PastedCall = {
  readonly request: RequestParts;
  readonly outcome: Outcome | null;
  /** ISO 8601 as it was written; `null` where it was not. */
  readonly startedAt: string | null;
  /** What could not be taken over, or does not agree with itself, as sentences. */
  readonly remarks: readonly string[];
};

/** What calls come in. */
export type CallSource = 'curl' | 'har' | 'evidence';

/** Calls out of one text. `remarks` are those on the text as a whole. */
export type PastedCalls = { readonly calls: readonly PastedCall[]; readonly remarks: readonly string[] };

/** What a text turned out to be. */
export type Pasted =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'response'; readonly text: string }
  | ({ readonly kind: 'calls'; readonly source: CallSource } & PastedCalls)
  | { readonly kind: 'unreadable'; readonly problem: Problem };
