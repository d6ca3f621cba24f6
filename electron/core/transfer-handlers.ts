import type { Handlers } from '../../shared/contract/commands.ts';
import { notBuilt } from './not-built.ts';

/** Import and export of collections. */
export function transferHandlers(): Pick<Handlers, 'collection.export' | 'import.read' | 'import.apply'> {
  return { 'collection.export': notBuilt, 'import.read': notBuilt, 'import.apply': notBuilt };
}
