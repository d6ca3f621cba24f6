import { findApi } from '../../../shared/apis/registry.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { OpenWorkbench } from '../../open-workbench.ts';
import { type CliContext, openForCommand } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Arguments, parseArguments, parseNumber } from '../parse-args.ts';
import { exchangeJson } from '../reporters/exchange-json.ts';
import { formatExchange } from '../reporters/exchange-text.ts';
import { reportProblems } from '../reporters/problems.ts';

export const historyUsage = 'history list [--limit N] [--json] | history show <id> [--json]';

const options = { limit: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Shows what was sent: the newest as a list, or one exchange whole. */
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
  const parsed = parseArguments(args, options, { min: 1, max: 2, usage: historyUsage });
  if (!parsed.ok) return parsed;
  const workbench = openForCommand(context);
  if (!workbench.ok) return workbench;
  try {
    const [verb, id] = parsed.value.positionals;
    if (verb === 'list' && id === undefined) return await list(workbench.value, parsed.value, json);
    if (verb === 'show' && id !== undefined) return await show(workbench.value, id, json);
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
  const entries = await handlers['history.list']({ limit: limit.value ?? 50, before: null });
  if (!entries.ok) return entries;
  if (json) return ok(`${JSON.stringify(entries.value)}\n`);
  return ok(
    entries.value.length === 0 ? 'Nothing has been sent yet.\n' : entries.value.map(formatSummary).join(''),
  );
}

async function show(
  { handlers }: OpenWorkbench,
  id: string,
  json: boolean,
): Promise<Result<string, Problem>> {
  const exchange = await handlers['history.get']({ id });
  if (!exchange.ok) return exchange;
  const api = exchange.value === null ? null : findApi(exchange.value.draft.api);
  if (exchange.value === null || api === null) {
    return fail({
      code: 'unknown-entry',
      message: `The history has no entry ${id}.`,
      remedy: 'See history list for the ids.',
    });
  }
  return ok(
    json ? `${JSON.stringify(exchangeJson(api, exchange.value))}\n` : formatExchange(api, exchange.value),
  );
}

function formatSummary(entry: ExchangeSummary): string {
  const target = `${entry.api}/${entry.template ?? ''}`;
  return `${entry.id.padStart(6)}  ${entry.startedAt}  ${String(entry.status ?? '—').padEnd(4)}${entry.verdict.padEnd(9)}${entry.environmentName}  ${target}  ${entry.headline}\n`;
}
