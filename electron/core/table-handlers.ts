import type { Handlers } from '../../shared/contract/commands.ts';
import type { Ports } from './ports.ts';

/** Data files of runs and batches. */
export function tableHandlers({
  tables,
}: Ports): Pick<Handlers, 'table.add' | 'table.read' | 'table.release'> {
  return {
    'table.add': async ({ separator, ...part }) => tables.addPart({ ...part, options: { separator } }),
    'table.read': async ({ id, ...page }) => tables.read(id, page),
    'table.release': async ({ id }) => tables.release(id),
  };
}
