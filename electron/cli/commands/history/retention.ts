import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import type { HistoryDescription } from '../../../../shared/model/retention.ts';
import { parseNumber } from '../../parse-args.ts';
import { formatDescription } from '../../reporters/history-text.ts';
import type { Verb, VerbInput } from '../../verb.ts';

/** Where the history is, how much it holds, and how long it is kept. */
export const describeHistory: Verb = {
  usage: 'history info [--json]',
  options: {},
  words: { min: 0, max: 0 },
  run: describe,
};

/** Changes what is given, carries it out, and shows how it is now. */
export const setRetention: Verb = {
  usage: 'history retention [--days N|off] [--megabytes N|off] [--json]',
  options: { days: { type: 'string' }, megabytes: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: retain,
};

async function describe({ workbench, json }: VerbInput): Promise<Result<string, Problem>> {
  return asText(await workbench.handlers['history.describe'](null), json);
}

async function retain(input: VerbInput): Promise<Result<string, Problem>> {
  const { workbench, args, json } = input;
  const given = { days: args.value('days'), megabytes: args.value('megabytes') };
  if (given.days === null && given.megabytes === null) return describe(input);
  const before = await workbench.handlers['history.describe'](null);
  if (!before.ok) return before;
  const days = parseLimit('days', given.days, before.value.retention.days, 36_500);
  if (!days.ok) return days;
  const megabytes = parseLimit('megabytes', given.megabytes, before.value.retention.megabytes, 10_000_000);
  if (!megabytes.ok) return megabytes;
  const retention = { days: days.value, megabytes: megabytes.value };
  return asText(await workbench.handlers['history.retain'](retention), json);
}

function parseLimit(
  name: string,
  text: string | null,
  before: number | null,
  max: number,
): Result<number | null, Problem> {
  if (text === null) return ok(before);
  return text === 'off' ? ok(null) : parseNumber(name, text, { min: 1, max });
}

function asText(described: Result<HistoryDescription, Problem>, json: boolean): Result<string, Problem> {
  if (!described.ok) return described;
  return ok(json ? `${JSON.stringify(described.value)}\n` : formatDescription(described.value));
}
