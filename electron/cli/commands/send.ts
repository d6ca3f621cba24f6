import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';

import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { RequestTemplate } from '../../../shared/definition/request-template.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { Handlers, SendInput } from '../../../shared/contract/commands.ts';
import { type CliContext, openForCommand } from '../context.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import { parseArguments, parseNumber } from '../parse-args.ts';
import { readTemplateDraft, templateOptions } from '../read-template-draft.ts';
import { exchangeJson, previewJson } from '../reporters/exchange-json.ts';
import { formatExchange, formatPreview } from '../reporters/exchange-text.ts';
import { reportProblems } from '../reporters/problems.ts';
import { unlockVault, withVault } from '../unlock-vault.ts';

export const sendUsage =
  'send <api>/<template> [--scenario ID] [--env NAME] [--set name=value]... [--body FILE] [--timeout SECONDS] [--allow-invalid] [--repeat-of ID]... [--arm-production] [--confirm VALUE] [--dry-run] [--json]';

const options = {
  ...templateOptions,
  scenario: { type: 'string' },
  timeout: { type: 'string' },
  'allow-invalid': { type: 'boolean' },
  'repeat-of': { type: 'string', multiple: true },
  'arm-production': { type: 'boolean' },
  confirm: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Sends a template, or with `--dry-run` shows what would be sent. */
export async function send(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  const request = readRequest(args);
  if (!request.ok) {
    reportProblems(context, [request.error], json);
    return exitCodes.wrongUse;
  }
  const workbench = openForCommand(context);
  if (!workbench.ok) {
    reportProblems(context, [workbench.error], json);
    return exitCodes.wrongUse;
  }
  try {
    const { handlers } = workbench.value;
    const environmentId = request.value.environment ?? (await handlers['environment.list'](null)).activeId;
    const input: SendInput = { ...request.value.input, environmentId };
    return await (request.value.dryRun
      ? dryRun(handlers, { ...request.value, input }, context, json)
      : sendNow(handlers, { ...request.value, input }, context, json));
  } finally {
    await workbench.value.close();
  }
}

type SendRequest = {
  readonly api: ApiDefinition;
  readonly template: RequestTemplate;
  readonly environment: string | null;
  readonly input: Omit<SendInput, 'environmentId'>;
  readonly dryRun: boolean;
  readonly armProduction: boolean;
};

type Ready = SendRequest & { readonly input: SendInput };

function readRequest(args: readonly string[]): Result<SendRequest, Problem> {
  const parsed = parseArguments(args, options, { min: 1, max: 1, usage: sendUsage });
  if (!parsed.ok) return parsed;
  const timeout = parseNumber('timeout', parsed.value.value('timeout'), { min: 1, max: 3600 });
  if (!timeout.ok) return timeout;
  const named = readTemplateDraft(parsed.value);
  if (!named.ok) return named;
  const { draft, overrides, ...target } = named.value;
  return ok({
    ...target,
    dryRun: parsed.value.flag('dry-run'),
    armProduction: parsed.value.flag('arm-production'),
    input: {
      draft,
      overrides,
      sendId: randomUUID(),
      timeout: (timeout.value ?? 60) * 1000,
      allowInvalid: parsed.value.flag('allow-invalid'),
      repeatOf: parsed.value.values('repeat-of'),
      confirmation: parsed.value.value('confirm'),
    },
  });
}

async function dryRun(
  handlers: Handlers,
  { api, template, input }: Ready,
  context: CliContext,
  json: boolean,
): Promise<number> {
  const { draft, environmentId, overrides } = input;
  const previewed = await withVault(
    () => handlers['exchange.preview']({ draft, environmentId, overrides }),
    ({ problems }) => problems,
    () => unlockVault(handlers, context),
  );
  if (!previewed.ok) {
    reportProblems(context, [previewed.error], json);
    return exitCodes.wrongUse;
  }
  const result = previewed.value;
  const target = { api: api.id, template: template.id, environment: environmentId };
  context.out(json ? `${JSON.stringify(previewJson(target, result))}\n` : formatPreview(result));
  const stopping = [...result.problems, ...result.stops];
  if (stopping.length === 0) return exitCodes.ok;
  reportProblems(context, stopping, false);
  return result.problems.length === 0 ? exitCodes.ok : exitCodes.wrongUse;
}

/** Long enough for one command; the arming ends with it. */
const armedMinutes = 5;

async function sendNow(
  handlers: Handlers,
  { api, input, armProduction }: Ready,
  context: CliContext,
  json: boolean,
): Promise<number> {
  if (armProduction) {
    const armed = await handlers['production.arm']({
      environmentId: input.environmentId,
      minutes: armedMinutes,
    });
    if (!armed.ok) {
      reportProblems(context, [armed.error], json);
      return exitCodes.wrongUse;
    }
  }
  const sent = await withVault(
    () => sendConfirmed(handlers['exchange.send'], input, json),
    (result) => (result.ok ? [] : result.error),
    () => unlockVault(handlers, context),
  );
  const result = sent.ok ? sent.value : fail([sent.error]);
  if (!result.ok) {
    reportProblems(context, result.error, json);
    return exitCodes.wrongUse;
  }
  context.out(
    json ? `${JSON.stringify(exchangeJson(api, result.value))}\n` : formatExchange(api, result.value),
  );
  return exitCodeOf(result.value.explanation?.verdict ?? 'unknown');
}

/** Asks a person at a terminal for the confirmation that a script gives with `--confirm`. */
async function sendConfirmed(
  sendExchange: Handlers['exchange.send'],
  input: SendInput,
  json: boolean,
): ReturnType<Handlers['exchange.send']> {
  const result = await sendExchange(input);
  if (result.ok || json || input.confirmation !== null || !process.stdin.isTTY) return result;
  const asked = result.error.find(({ stop }) => stop?.kind === 'not-confirmed');
  if (asked?.stop?.kind !== 'not-confirmed') return result;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await terminal.question(`${asked.message}\nType ${asked.stop.asked}: `);
  terminal.close();
  return typed.trim() === '' ? result : sendExchange({ ...input, confirmation: typed });
}
