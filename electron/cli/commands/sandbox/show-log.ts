import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { parseNumber } from '../../parse-args.ts';
import { formatLogEntry } from '../../reporters/sandbox-log-text.ts';
import type { Verb, VerbInput } from '../../verb.ts';
import { followLog } from './follow-log.ts';
import { portOption } from './open-sandbox.ts';
import { wrongWords } from './wrong-words.ts';

const usualEntries = 20;

/** The requests that came last, oldest first, each with its checks; with `--follow` also those that come. */
export const showLog: Verb = {
  usage: 'sandbox log [--limit N] [--follow] | log clear [--json]',
  options: { ...portOption, limit: { type: 'string' }, follow: { type: 'boolean' } },
  words: { min: 0, max: 1 },
  run: async (input) => {
    const { args } = input;
    const [verb] = args.positionals;
    if (verb !== undefined && verb !== 'clear')
      return wrongWords(`"${verb}" is one word too many.`, showLog.usage);
    const limit = parseNumber('limit', args.value('limit'), { min: 1, max: 500 });
    if (!limit.ok) return limit;
    if (verb === 'clear') return clear(input);
    return args.flag('follow')
      ? followLog(input, limit.value ?? usualEntries)
      : show(input, limit.value ?? usualEntries);
  },
};

async function show({ workbench, json }: VerbInput, limit: number): Promise<Result<string, Problem>> {
  const log = await workbench.handlers['sandbox.log']({ before: null, limit });
  if (!log.ok) return log;
  const entries = log.value.toReversed();
  if (json) return ok(`${JSON.stringify(entries)}\n`);
  return ok(entries.length === 0 ? 'No request has come yet.\n' : entries.map(formatLogEntry).join(''));
}

async function clear({ workbench, json }: VerbInput): Promise<Result<string, Problem>> {
  const cleared = await workbench.handlers['sandbox.change']({ kind: 'clear-log' });
  if (!cleared.ok) return cleared;
  return ok(json ? '{"cleared":true}\n' : 'The log is empty.\n');
}
