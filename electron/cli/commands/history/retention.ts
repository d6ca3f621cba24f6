import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import type { HistoryDescription } from '../../../../shared/model/retention.ts';
import type { OpenWorkbench } from '../../../open-workbench.ts';
import { type Arguments, parseNumber } from '../../parse-args.ts';
import { formatDescription } from '../../reporters/history-text.ts';

/** Where the history is, how much it holds, and how long it is kept. */
export async function describeHistory(
  { handlers }: OpenWorkbench,
  json: boolean,
): Promise<Result<string, Problem>> {
  return asText(await handlers['history.describe'](null), json);
}

/** Changes what is given, carries it out, and shows how it is now. */
export async function setRetention(
  workbench: OpenWorkbench,
  args: Arguments,
  json: boolean,
): Promise<Result<string, Problem>> {
  const given = { days: args.value('days'), megabytes: args.value('megabytes') };
  if (given.days === null && given.megabytes === null) return describeHistory(workbench, json);
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
