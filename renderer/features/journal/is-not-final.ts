import type { JournalEntry } from '../../../shared/model/journal.ts';

/** Whether the answer left open what becomes of a refund, so that what is found out later counts. */
export function isNotFinal({ state }: JournalEntry): boolean {
  return state === 'open' || state === 'unknown' || state === 'pending';
}
