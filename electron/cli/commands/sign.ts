import type { Handlers, PreviewInput } from '../../../shared/contract/commands.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { type CliContext, openForCommand } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Arguments, parseArguments } from '../parse-args.ts';
import { readTemplateDraft, templateOptions } from '../read-template-draft.ts';
import { formatSignature, type Signature, signatureJson } from '../reporters/signature-text.ts';
import { settleCommand } from '../settle-command.ts';
import { unlockVault, withVault } from '../unlock-vault.ts';

export const signUsage =
  'sign <api>/<template> [--env NAME] [--set name=value]... [--body FILE] [--compare HASH] [--json]';

const options = { ...templateOptions, compare: { type: 'string' }, json: { type: 'boolean' } } as const;

/**
 * Shows how the signature of a template comes about, and with `--compare` what a hash is that somebody was given. Sends
 * nothing. A hash that is not the right one, character for character, ends with the code for a difference.
 */
export async function sign(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  const parsed = parseArguments(args, options, { min: 1, max: 1, usage: signUsage });
  const signed = parsed.ok ? await signOpened(parsed.value, context) : parsed;
  if (!signed.ok) return settleCommand(signed, context, json);
  context.out(json ? `${JSON.stringify(signatureJson(signed.value))}\n` : formatSignature(signed.value));
  const { comparison } = signed.value;
  return comparison === null || comparison.verdict === 'equal' ? exitCodes.ok : exitCodes.different;
}

type Problems = Problem | readonly Problem[];

async function signOpened(args: Arguments, context: CliContext): Promise<Result<Signature, Problems>> {
  const named = readTemplateDraft(args);
  if (!named.ok) return named;
  const workbench = openForCommand(context);
  if (!workbench.ok) return workbench;
  const { handlers } = workbench.value;
  try {
    const { draft, overrides, environment } = named.value;
    const environmentId = environment ?? (await handlers['environment.list'](null)).activeId;
    const input: PreviewInput = { draft, overrides, environmentId };
    return await explainSignature(handlers, input, args.value('compare'), context);
  } finally {
    await workbench.value.close();
  }
}

async function explainSignature(
  handlers: Handlers,
  input: PreviewInput,
  hash: string | null,
  context: CliContext,
): Promise<Result<Signature, Problems>> {
  const previewed = await withVault(
    () => handlers['exchange.preview'](input),
    ({ problems }) => problems,
    () => unlockVault(handlers, context),
  );
  if (!previewed.ok) return previewed;
  const { trace, steps, problems } = previewed.value;
  if (steps.length === 0 && problems.length === 0) return fail(nothingSigned());
  if (trace === null) return fail(problems);
  const compared = hash === null ? ok(null) : await handlers['signature.compare']({ ...input, hash });
  return compared.ok ? ok({ trace, steps, comparison: compared.value }) : compared;
}

function nothingSigned(): Problem {
  return {
    code: 'bad-input',
    message: 'This request has no signature.',
    remedy: 'Use send --dry-run to see it as it would be sent.',
  };
}
