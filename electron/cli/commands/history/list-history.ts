import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { parseNumber } from '../../parse-args.ts';
import { formatSummaries } from '../../reporters/history-text.ts';
import type { HistoryVerb, VerbInput } from './history-verb.ts';

/** What fits the words after the verb, newest first. */
export const listHistory: HistoryVerb = {
  usage: 'history list [QUERY] [--limit N] [--before ID] [--json]',
  options: { limit: { type: 'string' }, before: { type: 'string' } },
  words: { min: 0, max: 100 },
  run: list,
};

async function list({ workbench, args, json }: VerbInput): Promise<Result<string, Problem>> {
  const limit = parseNumber('limit', args.value('limit'), { min: 1, max: 500 });
  if (!limit.ok) return limit;
  const query = args.positionals.map(asTyped).join(' ');
  const before = args.value('before');
  const entries = await workbench.handlers['history.list']({ query, limit: limit.value ?? 50, before });
  if (!entries.ok) return entries;
  const none = query === '' && before === null ? 'Nothing has been sent yet.' : 'Nothing fits.';
  return ok(formatSummaries(entries.value, none, json));
}

/** The shell took the quotes away: an argument with blanks is one text, or one value of a filter. */
function asTyped(argument: string): string {
  if (!/\s/.test(argument) || argument.includes('"')) return argument;
  const [, key = '', value = ''] = /^([a-z]+:)?(.*)$/is.exec(argument) ?? [];
  return /^[a-z]+:\S*\s+[a-z]+:/i.test(argument) ? argument : `${key}"${value}"`;
}
