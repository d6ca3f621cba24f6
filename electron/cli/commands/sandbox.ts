import { findApi } from '../../../shared/apis/registry.ts';
import type { Handlers, SandboxDescription } from '../../../shared/contract/commands.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { type CliContext, openForCommand } from '../context.ts';
import { findNamedApi } from '../find-template.ts';
import { parseArguments, parseNumber } from '../parse-args.ts';
import { formatScenarios } from '../reporters/scenarios-text.ts';
import { settleCommand } from '../settle-command.ts';
import { untilStopped } from '../until-stopped.ts';

export const sandboxUsage = 'sandbox [--port N] [--json] | sandbox reset | sandbox scenarios <api> [--json]';

const options = { port: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Runs the sandbox until stopped, puts its ledgers back to the demo transactions, or lists what it can be asked for. */
export async function sandbox(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  return settleCommand(await run(args, context, json), context, json);
}

async function run(
  args: readonly string[],
  context: CliContext,
  json: boolean,
): Promise<Result<null, Problem>> {
  const parsed = parseArguments(args, options, { min: 0, max: 2, usage: sandboxUsage });
  if (!parsed.ok) return parsed;
  const port = parseNumber('port', parsed.value.value('port'), { min: 0, max: 65_535 });
  if (!port.ok) return port;
  const [verb, apiId] = parsed.value.positionals;
  if (apiId !== undefined && verb !== 'scenarios') return wrongUse(`"${apiId}" is one word too many.`);
  if (apiId === undefined && verb === 'scenarios') return wrongUse('Say of which API.');
  const workbench = openForCommand(context, port.value ?? 0);
  if (!workbench.ok) return workbench;
  try {
    const { handlers } = workbench.value;
    if (verb === 'reset') {
      const reset = await handlers['sandbox.change']({ kind: 'reset', api: null });
      if (reset.ok)
        context.out(json ? '{"reset":true}\n' : 'The sandbox is back to its demo transactions.\n');
      return reset;
    }
    if (verb === 'scenarios') return await listScenarios(apiId ?? '', handlers, context, json);
    if (verb !== undefined) return wrongUse(`There is no "sandbox ${verb}".`);
    const started = await handlers['sandbox.start'](null);
    if (!started.ok) return started;
    context.out(json ? `${JSON.stringify(started.value)}\n` : describeText(started.value));
    await untilStopped();
    return ok(null);
  } finally {
    await workbench.value.close();
  }
}

function wrongUse(message: string): Result<never, Problem> {
  return fail({ code: 'bad-input', message, remedy: `Usage: ${sandboxUsage}` });
}

async function listScenarios(
  apiId: string,
  handlers: Handlers,
  context: CliContext,
  json: boolean,
): Promise<Result<null, Problem>> {
  const api = findNamedApi(apiId);
  if (!api.ok) return api;
  const list = await handlers['scenario.list']({ api: api.value.id });
  if (!list.ok) return list;
  context.out(json ? `${JSON.stringify(list.value)}\n` : formatScenarios(api.value, list.value));
  return ok(null);
}

function describeText({ origin, apis: running }: SandboxDescription): string {
  const sections = running.map(({ id, baseUrl, credentials, transactions, series }) => {
    const values = Object.entries(credentials).map(([name, value]) => `  ${name} = ${value}\n`);
    const items = transactions.map((item) => `  ${item.id}  ${item.title}, ${item.state}\n`);
    const more = `  ${series.first} to ${series.last}  ${series.title}, ${series.state}\n`;
    return `${findApi(id)?.title ?? id}\n  ${id}.baseUrl = ${baseUrl}\n${values.join('')}${items.join('')}${more}`;
  });
  return `Sandbox on ${origin}, until you stop it with Ctrl+C. Every credential is invented.\n\n${sections.join('\n')}`;
}
