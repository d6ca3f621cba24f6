/**
 * What an answer says about the money, read by the API's own rule and never from the HTTP status alone.
 *
 * - `accepted`: the provider says it is done.
 * - `pending`: taken, not final.
 * - `refused`: the provider says no.
 * - `unknown`: no answer, or one that proves neither.
 */
export type Verdict = 'accepted' | 'pending' | 'refused' | 'unknown';
