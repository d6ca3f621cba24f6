import { filterNames } from '../../../../shared/engine/parse-history-query.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { parseNumber } from '../../parse-args.ts';
import { formatSummaries } from '../../reporters/history-text.ts';
import type { Verb, VerbInput } from '../../verb.ts';

/** What fits the words after the verb, newest first. */
export const listHistory: Verb = {
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

/**
 * The shell took the quotes away: an argument with blanks is one text, or one value of a filter. Where a later word of
 * it is a filter, the whole query was quoted as one argument, and is taken as it stands.
 */
function asTyped(argument: string): string {
  if (!/\s/.test(argument) || argument.includes('"')) return argument;
  const [, ...later] = argument.trim().split(/\s+/);
  if (later.some((word) => isFilter(word))) return argument;
  const [, key = '', value = ''] = /^([a-z]+:)?(.*)$/is.exec(argument) ?? [];
  return `${key}"${value}"`;
}

function isFilter(word: string): boolean {
  return filterNames.some((name) => word.toLowerCase().startsWith(`${name}:`));
}
