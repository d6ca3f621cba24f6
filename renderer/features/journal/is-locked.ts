import { type JournalEntry, standingOf } from '../../../shared/model/journal.ts';

/** Whether a refund may have happened and nothing was found out about it since. */
export function isLocked(entry: JournalEntry): boolean {
  const standing = standingOf(entry);
  return standing === 'open' || standing === 'unknown';
}
