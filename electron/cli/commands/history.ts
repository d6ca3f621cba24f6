import { findApi } from '../../../shared/apis/registry.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { type JournalEntry, standingOf } from '../../../shared/model/journal.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { OpenWorkbench } from '../../open-workbench.ts';
import { type CliContext, openForCommand } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Arguments, parseArguments, parseNumber } from '../parse-args.ts';
import { exchangeJson } from '../reporters/exchange-json.ts';
import { formatExchange } from '../reporters/exchange-text.ts';
import { reportProblems } from '../reporters/problems.ts';
import { historyCurl } from './history-curl.ts';
import { exportHistory } from './history-export.ts';
import { historyCompare } from './history-compare.ts';

export const historyUsage =
  'history list [--limit N] | history show <id> | history curl <id> [--with-secrets] | history unresolved | history decide <id> --happened|--not-happened --note TEXT   [--json]';

const options = {
  limit: { type: 'string' },
  happened: { type: 'boolean' },
  'not-happened': { type: 'boolean' },
  note: { type: 'string' },
  'with-secrets': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Shows what was sent: the newest as a list, or one exchange whole; keeps what became of an unknown one. */
export async function history(args: readonly string[], context: CliContext): Promise<number> {
  if (args[0] === 'export') return exportHistory(args.slice(1), context);
  if (args[0] === 'compare') return historyCompare(args.slice(1), context);
  const json = args.includes('--json');
  const result = await run(args, context, json);
  if (result.ok) {
    context.out(result.value);
    return exitCodes.ok;
  }
  reportProblems(context, [result.error], json);
  return exitCodes.wrongUse;
}

async function run(
  args: readonly string[],
  context: CliContext,
  json: boolean,
): Promise<Result<string, Problem>> {
  const parsed = parseArguments(args, options, { min: 1, max: 2, usage: historyUsage });
  if (!parsed.ok) return parsed;
  const workbench = openForCommand(context);
  if (!workbench.ok) return workbench;
  try {
    const [verb, id] = parsed.value.positionals;
    if (verb === 'list' && id === undefined) return await list(workbench.value, parsed.value, json);
    if (verb === 'show' && id !== undefined) return await show(workbench.value, id, json);
    if (verb === 'curl' && id !== undefined) {
      const withSecrets = parsed.value.flag('with-secrets');
      return await historyCurl(workbench.value, id, context, { withSecrets, json });
    }
    if (verb === 'unresolved' && id === undefined) return await unresolved(workbench.value, json);
    if (verb === 'decide' && id !== undefined) return await decide(workbench.value, id, parsed.value, json);
    return fail({ code: 'bad-input', message: 'Say what to show.', remedy: `Usage: ${historyUsage}` });
  } finally {
    await workbench.value.close();
  }
}

async function list(
  { handlers }: OpenWorkbench,
  args: Arguments,
  json: boolean,
): Promise<Result<string, Problem>> {
  const limit = parseNumber('limit', args.value('limit'), { min: 1, max: 500 });
  if (!limit.ok) return limit;
  const entries = await handlers['history.list']({ query: '', limit: limit.value ?? 50, before: null });
  if (!entries.ok) return entries;
  return ok(formatList(entries.value, 'Nothing has been sent yet.', json));
}

async function unresolved({ handlers }: OpenWorkbench, json: boolean): Promise<Result<string, Problem>> {
  const entries = await handlers['history.unresolved'](null);
  if (!entries.ok) return entries;
  return ok(formatList(entries.value, 'No refund is waiting for its outcome.', json));
}

async function decide(
  { handlers }: OpenWorkbench,
  exchangeId: string,
  args: Arguments,
  json: boolean,
): Promise<Result<string, Problem>> {
  const note = args.value('note')?.trim() ?? '';
  if (args.flag('happened') === args.flag('not-happened') || note === '') {
    return fail({
      code: 'bad-input',
      message: 'Say what became of the refund, and how you know.',
      remedy: 'Write --happened or --not-happened, and --note with a sentence.',
    });
  }
  const state = args.flag('happened') ? 'accepted' : 'refused';
  const decided = await handlers['exchange.decide']({ exchangeId, state, note });
  if (!decided.ok) return decided;
  return ok(json ? `${JSON.stringify(decided.value)}\n` : decided.value.map(formatRefund).join(''));
}

async function show(
  { handlers }: OpenWorkbench,
  id: string,
  json: boolean,
): Promise<Result<string, Problem>> {
  const entry = await handlers['history.get']({ id });
  if (!entry.ok) return entry;
  const exchange = entry.value?.exchange ?? null;
  const api = exchange === null ? null : findApi(exchange.draft.api);
  if (exchange === null || api === null) {
    return fail({
      code: 'unknown-entry',
      message: `The history has no entry ${id}.`,
      remedy: 'See history list for the ids.',
    });
  }
  const refunds = await handlers['history.refunds']({ id });
  if (!refunds.ok) return refunds;
  return ok(
    json
      ? `${JSON.stringify({ ...exchangeJson(api, exchange), refunds: refunds.value })}\n`
      : formatExchange(api, exchange) + refunds.value.map(formatRefund).join(''),
  );
}

function formatList(entries: readonly ExchangeSummary[], none: string, json: boolean): string {
  if (json) return `${JSON.stringify(entries)}\n`;
  return entries.length === 0 ? `${none}\n` : entries.map(formatSummary).join('');
}

function formatRefund(entry: JournalEntry): string {
  const { transaction, amount, decision } = entry;
  const found = decision === null ? '' : `, ${decision.by} ${decision.at}: ${decision.note}`;
  return `  Refund        ${transaction} · ${amount ?? 'all that is left'} · ${standingOf(entry)}${found}\n`;
}

function formatSummary(entry: ExchangeSummary): string {
  const target = `${entry.api}/${entry.template ?? ''}`;
  return `${entry.id.padStart(6)}  ${entry.startedAt}  ${String(entry.status ?? '—').padEnd(4)}${entry.verdict.padEnd(9)}${entry.environmentName}  ${target}  ${entry.headline}\n`;
}
