import type { BatchSummary } from '../../../../shared/model/batch.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { VerbInput } from '../../verb.ts';

/** The batch that a verb names first. */
export async function findBatch({
  workbench,
  args,
}: Pick<VerbInput, 'workbench' | 'args'>): Promise<Result<BatchSummary, readonly Problem[]>> {
  const id = args.positionals[0] ?? '';
  const batch = await workbench.handlers['batch.get']({ id });
  if (!batch.ok) return fail([batch.error]);
  if (batch.value !== null) return ok(batch.value);
  return fail([
    { code: 'bad-batch', message: `There is no batch ${id}.`, remedy: 'See batch list for those there are.' },
  ]);
}

/** 0 where every row was accepted or is pending, 3 where what became of one is unknown, else 1. */
export function exitCodeOfBatch({ counts, table }: BatchSummary): number {
  if (counts.unknown > 0 || counts.sending > 0) return exitCodes.unknown;
  return counts.accepted + counts.pending === table.rows ? exitCodes.ok : exitCodes.refused;
}
