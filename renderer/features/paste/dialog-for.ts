import { parseEvidence } from '../../../shared/contract/parse-evidence.ts';
import { readPasted } from '../../../shared/engine/read-pasted.ts';
import { importLimit } from '../../../shared/model/transfer.ts';
import type { PastedInput } from '../../stores/pasted-input.ts';
import type { Stores } from '../../stores/stores.ts';

/**
 * Which dialog a file is for that came in, by what is in it: the collection or environment of another tool is
 * imported, calls and everything else are explained. Where the import is open already it takes the file.
 */
export async function dialogFor(
  { name, text, problem }: PastedInput,
  { layout, transfer }: Stores,
): Promise<'explain' | 'import'> {
  const isImportOpen = (): boolean => layout.getState().overlay?.kind === 'import';
  if (isImportOpen()) return 'import';
  if (problem !== null || text.length > importLimit) return 'explain';
  if (readPasted(text, parseEvidence).kind !== 'response') return 'explain';
  const read = await transfer.getState().read({ name: name ?? '', text });
  return read.ok || isImportOpen() ? 'import' : 'explain';
}
