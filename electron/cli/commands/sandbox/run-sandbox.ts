import type { Problem } from '../../../../shared/model/problem.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import type { CliContext } from '../../context.ts';
import { parseArguments } from '../../parse-args.ts';
import { formatSandbox } from '../../reporters/sandbox-text.ts';
import { settleCommand } from '../../settle-command.ts';
import { untilStopped } from '../../until-stopped.ts';
import type { VerbCall } from '../../verb.ts';
import { openSandbox, portOption } from './open-sandbox.ts';

export const runUsage = 'sandbox [--port N] [--fresh] [--json]';

const options = { ...portOption, fresh: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** Runs the sandbox until stopped; with `--fresh` from its demo transactions. */
export const runSandbox: VerbCall = async (args, context) => {
  const json = args.includes('--json');
  return settleCommand(await run(args, context, json), context, json);
};

async function run(
  args: readonly string[],
  context: CliContext,
  json: boolean,
): Promise<Result<null, Problem>> {
  const parsed = parseArguments(args, options, { min: 0, max: 0, usage: runUsage });
  if (!parsed.ok) return parsed;
  const workbench = openSandbox(context, parsed.value);
  if (!workbench.ok) return workbench;
  try {
    const { handlers } = workbench.value;
    const started = await handlers['sandbox.start'](null);
    if (!started.ok) return started;
    if (parsed.value.flag('fresh')) {
      // Only now: where the port is taken, the ledger belongs to the sandbox that has it.
      const reset = await handlers['sandbox.change']({ kind: 'reset', api: null });
      if (!reset.ok) return reset;
    }
    context.out(json ? `${JSON.stringify(started.value)}\n` : formatSandbox(started.value));
    await untilStopped();
    return ok(null);
  } finally {
    await workbench.value.close();
  }
}
