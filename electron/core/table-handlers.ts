import type { Handlers } from '../../shared/contract/commands.ts';
import { notBuilt } from './not-built.ts';

/** Data files of runs and batches. */
export function tableHandlers(): Pick<Handlers, 'table.add' | 'table.read' | 'table.release'> {
  return { 'table.add': notBuilt, 'table.read': notBuilt, 'table.release': notBuilt };
}
