import type { Annotation } from './annotation.ts';
import type { EnvironmentClass } from './environment.ts';
import type { Exchange, MadeWith, StepExchange } from './exchange.ts';
import type { Explanation } from './explanation.ts';
import type { Decision } from './journal.ts';
import type { Refund, RefundState } from './refund.ts';
import type { SignatureTrace } from './signature-trace.ts';
import type { Source } from './source.ts';
import type { Verdict } from './verdict.ts';

/** Names the format and its version; the number goes up with every change that older readers would misread. */
export const evidenceFormat = 'refund-workbench-evidence/1';

/** What an evidence bundle can be written as. */
export const evidenceKinds = ['html', 'markdown', 'json', 'har'] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

/** The longest evidence file that is written or read, in characters; a longer one fits no ticket. */
export const evidenceLimit = 50_000_000;

/**
 * What was sent and what came back, for somebody who was not there: complete, redacted, and with a hash of every part.
 * Secrets are references (`{{payu.clientSecret}}`), what the user took out are marks (`[removed: e-mail]`).
 */
export type EvidenceBundle = {
  readonly format: typeof evidenceFormat;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly madeBy: {
    /** Version of the workbench. */
    readonly workbench: string;
    /** `Node 24.21.0`. */
    readonly runtime: string;
  };
  /** Oldest first. */
  readonly exchanges: readonly EvidenceExchange[];
  readonly timeline: EvidenceTimeline;
  readonly removed: RemovedFromEvidence;
  /**
   * Of the bundle without this member, as JSON without blanks, members sorted by name (`canonicalEvidence`), in UTF-8:
   * lower-case hexadecimal. Shows that nothing changed since it was made, not who made it.
   */
  readonly sha256: string;
};

/** One exchange of the bundle. */
export type EvidenceExchange = {
  /** Its number in the history it comes from. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly environment: { readonly name: string; readonly environmentClass: EnvironmentClass };
  readonly madeWith: MadeWith;
  readonly api: Titled;
  readonly operation: Titled;
  /** `null` where the request was made without one. */
  readonly template: Titled | null;
  /** `null` where the outcome was never recorded. */
  readonly explanation: Omit<Explanation, 'entries' | 'nearest'> | null;
  /** Entries of the error catalog: those that fit, best first, then those that come nearest. */
  readonly catalog: readonly EvidenceCatalogEntry[];
  /** What was told before the send and did not stop it. */
  readonly warnings: readonly string[];
  readonly login: Exchange['login'];
  /** The request itself; `null` where a login failed and it was never sent. */
  readonly main: StepExchange | null;
  /** What an encrypted answer says. */
  readonly openedBody: string | null;
  readonly trace: SignatureTrace | null;
  readonly generated: Exchange['generated'];
  readonly refunds: readonly EvidenceRefund[];
  readonly annotation: Pick<Annotation, 'note' | 'tags' | 'ticket'>;
  readonly parts: readonly EvidencePart[];
};

export type Titled = { readonly id: string; readonly title: string };

/** An entry of the error catalog, with where its words come from. */
export type EvidenceCatalogEntry = {
  readonly id: string;
  readonly fit: 'fits' | 'comes near';
  readonly code: string | null;
  readonly message: string | null;
  readonly title: string;
  readonly verdict: Verdict;
  readonly meaning: string;
  readonly remedy: string;
  /** Whether sending again is safe, as a sentence. */
  readonly resend: string;
  readonly source: Source;
};

/** A refund that was asked for, and what is known of it. */
export type EvidenceRefund = Refund & {
  /** As it was seen at first; the decision, where there is one, was made later and counts more. */
  readonly state: RefundState;
  readonly decision: Decision | null;
};

/** Everything that was sent about the same transactions, oldest first, also what is not in the bundle. */
export type EvidenceTimeline = {
  readonly transactions: readonly string[];
  readonly events: readonly EvidenceEvent[];
};

export type EvidenceEvent = {
  readonly exchangeId: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Of the template, or the API. */
  readonly title: string;
  readonly environment: { readonly name: string; readonly environmentClass: EnvironmentClass };
  /** `null` without a response. */
  readonly status: number | null;
  readonly verdict: Verdict;
  readonly headline: string;
  readonly refunds: readonly EvidenceRefund[];
};

/**
 * A part that can be checked by itself. The hash is of the bytes as they stand in the bundle: the text in UTF-8, or what
 * the base64 stands for.
 *
 * - `request-head`: method, URL and header lines; `response-head`: status and header lines; one line each.
 * - `request-body`, `response-body`; `opened-body`: what an encrypted answer says.
 * - `login-1-request-head` and so on: the same of the first login step.
 */
export type EvidencePart = {
  readonly name: string;
  /** The content type as sent; `null` where none was. */
  readonly mediaType: string | null;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** True where something was taken out: what went over the wire then has another hash. */
  readonly redacted: boolean;
};

/** What the user may take out beside what redaction takes out by itself. */
export const removalKinds = [
  'name',
  'e-mail',
  'card number',
  'phone number',
  'bank account',
  'text',
] as const;

export type RemovalKind = (typeof removalKinds)[number];

/** What does not stand in the bundle any more, and how often it stood there. */
export type RemovedFromEvidence = {
  /** By the name of the secret that stood there. */
  readonly secrets: readonly { readonly name: string; readonly count: number }[];
  readonly byUser: readonly { readonly kind: RemovalKind; readonly count: number }[];
};

/** Something in the bundle that a person may not want to hand on. */
export type RemovalProposal = {
  readonly kind: RemovalKind;
  readonly text: string;
  /** How often it was found. */
  readonly count: number;
  /** Where, in words: `response body, customer.name`; the first few. */
  readonly where: readonly string[];
  /** Whether it is also the id of a transaction or a refund, without which the bundle says less. */
  readonly isId: boolean;
  /** Whether it should be taken out unless somebody says otherwise. */
  readonly preselected: boolean;
};

/** The bundle as it would be handed on, and what more could be taken out of it. */
export type EvidencePreview = {
  readonly bundle: EvidenceBundle;
  /** Also those that are taken out already, so that they can be put back. */
  readonly proposals: readonly RemovalProposal[];
  /** True where secrets that were added after the send could not be looked for, because the vault is locked. */
  readonly vaultLocked: boolean;
};

/** What a check of an evidence file found. */
export type EvidenceReport = {
  readonly kind: Exclude<EvidenceKind, 'markdown'>;
  readonly madeAt: string;
  readonly madeBy: EvidenceBundle['madeBy'];
  readonly exchanges: number;
  /** How many parts were checked. */
  readonly parts: number;
  /** One sentence for each thing that is not as it was made; empty where everything is. */
  readonly damage: readonly string[];
  /** One sentence for each thing that could not be checked. */
  readonly notes: readonly string[];
};
