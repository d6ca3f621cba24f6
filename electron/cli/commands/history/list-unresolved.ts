import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { formatSummaries } from '../../reporters/history-text.ts';
import type { Verb, VerbInput } from '../../verb.ts';

/** Exchanges with a refund that may have happened and of which nothing was found out since. */
export const listUnresolved: Verb = {
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
