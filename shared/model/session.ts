import type { StepExchange } from './exchange.ts';
import type { Explanation } from './explanation.ts';
import type { Source } from './source.ts';

/** A login that was tried, secrets redacted. */
export type LoginRecord = {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** The login exchanges in order, the last one that which failed where one did. */
  readonly steps: readonly StepExchange[];
  /** Why it yielded no session; `null` where it did. */
  readonly refusal: Explanation | null;
};

/**
 * What is known of the session that a draft would use.
 *
 * - `none`: nobody logged in yet, or the session was forgotten; the next send logs in by itself.
 * - `open`: there is one, and the next send uses it.
 * - `ended`: the provider said that it is over; the next send logs in anew.
 * - `refused`: the last login failed, and there is no session.
 */
export type SessionDescription = {
  readonly state: 'none' | 'open' | 'ended' | 'refused';
  /** When an open session was opened, or an ended one was found to be over (ISO 8601, UTC); `null` for the others. */
  readonly since: string | null;
  /** How long it is valid in the provider's own words, such as `2024-01-24 18:18:38`; `null` where it says nothing. */
  readonly validUntil: string | null;
  /** The last login that was tried since the start of the program; with an open session it may still have failed. */
  readonly lastLogin: LoginRecord | null;
  /** What is documented of how long a session lives. */
  readonly lifetime: SessionLifetime;
};

/** A sentence on how long a session lives, and where that is from. */
export type SessionLifetime = { readonly text: string; readonly source: Source };
