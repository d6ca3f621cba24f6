import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { formatSummaries } from '../../reporters/history-text.ts';
import type { HistoryVerb, VerbInput } from './history-verb.ts';

/** Exchanges with a refund that may have happened and of which nothing was found out since. */
export const listUnresolved: HistoryVerb = {
  usage: 'history unresolved [--json]',
  options: {},
  words: { min: 0, max: 0 },
  run: list,
};

async function list({ workbench, json }: VerbInput): Promise<Result<string, Problem>> {
  const entries = await workbench.handlers['history.unresolved'](null);
  if (!entries.ok) return entries;
  return ok(formatSummaries(entries.value, 'No refund is waiting for its outcome.', json));
}
