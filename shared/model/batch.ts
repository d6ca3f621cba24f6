import type { AmountUnit } from './amount.ts';
import type { EnvironmentClass } from './environment.ts';
import type { Problem } from './problem.ts';

/** Refunds from a table: one row, one refund. */
export type BatchPlan = {
  readonly api: string;
  readonly template: string;
  readonly environmentId: string;
  /** Id of the table. */
  readonly table: string;
  /** Column by variable of the template. */
  readonly columns: Readonly<Record<string, string>>;
  /** Values that are the same for every row, by variable. */
  readonly values: Readonly<Record<string, string>>;
  readonly stopRules: {
    /** Failures in a row after which it stops; `null` for never. */
    readonly failuresInARow: number | null;
    /** Sum of amounts sent that is never exceeded, in the unit of the API; `null` for none. */
    readonly totalLimit: string | null;
  };
  /** Milliseconds between two calls. */
  readonly delay: number;
  /** Milliseconds for each call. */
  readonly timeout: number;
};

/** What a row of a table would not do, or might do twice. */
export type RowProblem = {
  /** From 1. */
  readonly row: number;
  /** Column of the table; `null` for the row as a whole. */
  readonly column: string | null;
  readonly problem: Problem;
  /** Whether the row cannot be sent; else it is only told. */
  readonly stops: boolean;
};

/** A sum of amounts; `amount` is exact. `rows` counts the rows without an amount, too: they refund all that is left. */
export type BatchTotal = {
  readonly currency: string;
  readonly unit: AmountUnit;
  readonly amount: string;
  readonly rows: number;
  readonly withoutAmount: number;
};

/** What to type to send it, and in words what that is: `the total, 4250.00`. Empty where nothing is to be sent. */
export type BatchConfirmation = { readonly text: string; readonly asked: string };

/** A batch that was looked at whole and not sent. */
export type BatchCheck = {
  readonly rows: number;
  /** Rows that can be sent. */
  readonly ready: number;
  readonly calls: number;
  readonly totals: readonly BatchTotal[];
  /** The first 500, rows that cannot be sent first. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly confirmation: BatchConfirmation;
  /** What every call of it does, from its first row. */
  readonly effect: readonly string[];
};

/**
 * - `ready`: not started.
 * - `sending`: its call is about to leave or has left; after a crash this is what has to be found out.
 * - `invalid`: cannot be sent, and was not.
 * - `unknown`: quarantined: it may have happened, and nothing sends it again by itself.
 * - `not-sent`: its call never left; resuming sends it.
 */
export type BatchRowState =
  'ready' | 'sending' | 'accepted' | 'pending' | 'refused' | 'unknown' | 'not-sent' | 'invalid';

export type BatchRow = {
  /** From 1, as in the table. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly state: BatchRowState;
  /** The provider's code; `null` where there is none. */
  readonly code: string | null;
  readonly meaning: string;
  /** As the request wrote them; `null` where it names none. */
  readonly transaction: string | null;
  readonly amount: string | null;
  readonly refundId: string | null;
  /** The provider's id of the refund. */
  readonly providerId: string | null;
  readonly exchangeId: string | null;
  /** ISO 8601, UTC, of the last change. */
  readonly at: string | null;
};

/**
 * - `stopped`: by the user or a stop rule; `reason` says why. Resuming goes on.
 * - `broken-off`: the program ended while it ran.
 */
export type BatchState = 'running' | 'done' | 'stopped' | 'broken-off';

export type BatchSummary = {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly state: BatchState;
  readonly reason: Problem | null;
  readonly plan: BatchPlan;
  readonly table: { readonly name: string; readonly columns: readonly string[]; readonly rows: number };
  readonly environment: {
    readonly id: string;
    readonly name: string;
    readonly environmentClass: EnvironmentClass;
  };
  readonly totals: readonly BatchTotal[];
  /** Rows by state. */
  readonly counts: Readonly<Record<BatchRowState, number>>;
  /** What resuming would send, and what to type for it; `null` while it runs. */
  readonly left: { readonly rows: number; readonly confirmation: BatchConfirmation } | null;
};

/** A page of rows: in order, `limit` at a time; `after` is the number of the last one seen, 0 at first. */
export type BatchRowPage = {
  readonly id: string;
  readonly after: number;
  readonly limit: number;
  readonly states: readonly BatchRowState[];
};

/** A line of a comparison with the export of a provider. Amounts are as written where they came from. */
export type ReconciledRow = {
  /** The value of the key. */
  readonly key: string;
  readonly finding: 'same' | 'missing' | 'extra' | 'different-amount' | 'not-accepted';
  /** What was asked for. */
  readonly requested: string | null;
  /** What the answers accepted. */
  readonly accepted: string | null;
  /** What the provider's export says. */
  readonly confirmed: string | null;
  /** Rows of the batch and of the export, from 1. */
  readonly row: number | null;
  readonly exportRow: number | null;
  /** One sentence. */
  readonly detail: string;
};

export type Reconciliation = {
  readonly counts: Readonly<Record<ReconciledRow['finding'], number>>;
  readonly requested: readonly BatchTotal[];
  readonly accepted: readonly BatchTotal[];
  /** Sum of the export; `null` without an amount column. */
  readonly confirmed: string | null;
  /** What is not the same, the first 500. */
  readonly rows: readonly ReconciledRow[];
};
