import { findApi } from '../../../shared/apis/registry.ts';
import { type JournalEntry, standingOf } from '../../../shared/model/journal.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { OpenWorkbench } from '../../open-workbench.ts';
import { type CliContext, openForCommand } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Arguments, parseArguments } from '../parse-args.ts';
import { exchangeJson } from '../reporters/exchange-json.ts';
import { formatExchange } from '../reporters/exchange-text.ts';
import { formatSummaries } from '../reporters/history-text.ts';
import { reportProblems } from '../reporters/problems.ts';
import { listHistory } from './history/list-history.ts';
import { keepNote } from './history/keep-note.ts';
import { describeHistory, setRetention } from './history/retention.ts';
import { showTimeline } from './history/show-timeline.ts';

export const historyUsage = `history list [QUERY] [--limit N] [--before ID] | history show <id> | history timeline <id>
  history note <id> [--note TEXT] [--tag TAG]... [--ticket TEXT] [--pin|--unpin] | history unresolved
  history decide <id> --happened|--not-happened --note TEXT | history info
  history retention [--days N|off] [--megabytes N|off]   [--json]
      QUERY: api:payu verdict:refused 214 after:2026-11-01 amount:10..50 "invalid hash"`;

/** The usage in one line, for a problem. */
const verbs = 'history list|show|timeline|note|unresolved|decide|info|retention …; help shows them whole.';

const options = {
  limit: { type: 'string' },
  happened: { type: 'boolean' },
  'not-happened': { type: 'boolean' },
  note: { type: 'string' },
  before: { type: 'string' },
  tag: { type: 'string', multiple: true },
  ticket: { type: 'string' },
  pin: { type: 'boolean' },
  unpin: { type: 'boolean' },
  days: { type: 'string' },
  megabytes: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Shows what was sent, as a list, whole or as a timeline; keeps notes, decisions and how long all of it stays. */
export async function history(args: readonly string[], context: CliContext): Promise<number> {
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
  const parsed = parseArguments(args, options, { min: 1, max: 100, usage: verbs });
  if (!parsed.ok) return parsed;
  const workbench = openForCommand(context);
  if (!workbench.ok) return workbench;
  try {
    return await runVerb(workbench.value, parsed.value, json);
  } finally {
    await workbench.value.close();
  }
}

async function runVerb(
  workbench: OpenWorkbench,
  args: Arguments,
  json: boolean,
): Promise<Result<string, Problem>> {
  const [verb, id, ...more] = args.positionals;
  if (verb === 'list') return listHistory(workbench, args, json);
  if (more.length === 0 && id !== undefined) {
    if (verb === 'show') return show(workbench, id, json);
    if (verb === 'timeline') return showTimeline(workbench, id, json);
    if (verb === 'note') return keepNote(workbench, id, args, json);
    if (verb === 'decide') return decide(workbench, id, args, json);
  }
  if (id === undefined) {
    if (verb === 'unresolved') return unresolved(workbench, json);
    if (verb === 'info') return describeHistory(workbench, json);
    if (verb === 'retention') return setRetention(workbench, args, json);
  }
  return fail({ code: 'bad-input', message: 'Say what to show.', remedy: `Usage: ${verbs}` });
}

async function unresolved({ handlers }: OpenWorkbench, json: boolean): Promise<Result<string, Problem>> {
  const entries = await handlers['history.unresolved'](null);
  if (!entries.ok) return entries;
  return ok(formatSummaries(entries.value, 'No refund is waiting for its outcome.', json));
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

function formatRefund(entry: JournalEntry): string {
  const { transaction, amount, decision } = entry;
  const found = decision === null ? '' : `, ${decision.by} ${decision.at}: ${decision.note}`;
  return `  Refund        ${transaction} · ${amount ?? 'all that is left'} · ${standingOf(entry)}${found}\n`;
}
