import type { HistoryEntry } from '../../shared/model/exchange.ts';
import type { Stores } from '../stores/stores.ts';

/** Reads a stored exchange; where that is impossible, says so and gives `null`. */
export async function readEntry(
  { history, annotations, layout }: Stores,
  id: string,
): Promise<HistoryEntry | null> {
  const entry = await history.getState().get(id);
  if (entry !== null) annotations.getState().keep(id, entry.annotation);
  if (entry === null) {
    layout.getState().notify({
      code: 'unknown-entry',
      message: `The history entry ${id} is not there any more, or cannot be read.`,
      remedy: 'Limits of the history remove old entries (History, Keep…). Else look into the data folder.',
    });
  }
  return entry;
}
