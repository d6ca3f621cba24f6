import type { Annotation } from './annotation.ts';
import type { EnvironmentClass } from './environment.ts';
import type { Explanation } from './explanation.ts';
import type { Outcome } from './outcome.ts';
import type { Problem } from './problem.ts';
import type { Refund } from './refund.ts';
import type { RequestDraft } from './request-draft.ts';
import type { RequestParts } from './request-parts.ts';
import type { SignatureTrace } from './signature-trace.ts';
import type { Verdict } from './verdict.ts';

/** One request and what became of it, secrets redacted. `outcome` is `null` while nothing is known yet. */
export type StepExchange = {
  /** `refund`, or the id of a login step. */
  readonly step: string;
  readonly title: string;
  readonly request: RequestParts;
  readonly outcome: Outcome | null;
};

/** What made an exchange: versions, `null` in exchanges of workbenches that did not keep them yet. */
export type MadeWith = {
  readonly workbench: string | null;
  /** First 12 hexadecimal characters of the SHA-256 of the template's JSON; also `null` without a template. */
  readonly template: string | null;
};

/** What was sent for one draft, and what became of it; every text is redacted before it gets here. */
export type Exchange = {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly environment: {
    readonly id: string;
    readonly name: string;
    readonly environmentClass: EnvironmentClass;
  };
  readonly madeWith: MadeWith;
  /** The draft as it was edited, variables unresolved. */
  readonly draft: RequestDraft;
  /** Login exchanges that came before, in order; empty where a session was reused. */
  readonly login: readonly StepExchange[];
  /** The request of the draft; `null` where a login failed and it was never sent. */
  readonly main: StepExchange | null;
  readonly trace: SignatureTrace | null;
  /** The dynamic variables that were used, with the one value each had in this send. */
  readonly generated: readonly (readonly [name: string, text: string])[];
  /** What an encrypted answer says, where the API encrypts. */
  readonly openedBody: string | null;
  /** Only on the way to a page, where `openedBody` is but the beginning: how long it is, in UTF-16 units. */
  readonly openedLength?: number;
  /** Things that were told and did not stop the send. */
  readonly warnings: readonly Problem[];
  /** `null` while it is being sent, or where the program ended before the outcome was recorded. */
  readonly explanation: Explanation | null;
};

/** The exchange in one line, for lists. */
export type ExchangeSummary = {
  readonly id: string;
  readonly startedAt: string;
  readonly api: string;
  readonly template: string | null;
  readonly environmentName: string;
  readonly environmentClass: EnvironmentClass;
  readonly method: string;
  readonly url: string;
  /** `null` without a response. */
  readonly status: number | null;
  readonly verdict: Verdict;
  /** The provider's code, the first where an answer has several; `null` where it has none. */
  readonly code: string | null;
  readonly headline: string;
  /** Milliseconds; `null` without an outcome. */
  readonly duration: number | null;
  /** The first refund it asks for, and how many more; `null` for a call that moves no money. */
  readonly refund: (Pick<Refund, 'transaction' | 'amount'> & { readonly more: number }) | null;
  readonly annotation: Annotation;
};

/** An exchange as the history keeps it. */
export type HistoryEntry = { readonly exchange: Exchange; readonly annotation: Annotation };

/** A page of history: newest first, `limit` at a time; `before` is the id of the last one seen. */
export type HistoryPage = { readonly limit: number; readonly before: string | null };
