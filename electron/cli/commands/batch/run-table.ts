import { createInterface } from 'node:readline/promises';

import type { BatchCheck, BatchPlan, BatchSummary } from '../../../../shared/model/batch.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, type Result } from '../../../../shared/model/result.ts';
import { formatCheck } from '../../reporters/batch-text.ts';
import { unlockVault, withVault } from '../../unlock-vault.ts';
import type { Verb, VerbInput } from '../../verb.ts';
import { armIfAsked, followBatch } from './follow-batch.ts';
import { planOptions, readPlan } from './read-plan.ts';

/** Checks a table, asks for the total, and refunds row by row. */
export const runTable: Verb = {
  usage:
    'batch run <api>/<template> --data FILE [as for check] [--confirm TOTAL] [--arm-production] [--stop-after FAILURES] [--limit TOTAL] [--delay MS] [--timeout SECONDS] [--result FILE] [--json]',
  options: {
    ...planOptions,
    confirm: { type: 'string' },
    'arm-production': { type: 'boolean' },
    result: { type: 'string' },
  },
  words: { min: 1, max: 1 },
  run,
};

async function run(input: VerbInput): Promise<Result<number, readonly Problem[]>> {
  const { workbench, context } = input;
  const { handlers } = workbench;
  const read = await readPlan(input);
  if (!read.ok) return fail([read.error]);
  const { plan } = read.value;
  try {
    const armed = await armIfAsked(input, plan.environmentId);
    if (!armed.ok) return fail([armed.error]);
    return await followBatch(input, async () => {
      const started = await withVault(
        () => startConfirmed(input, plan),
        (result) => (result.ok ? [] : result.error),
        () => unlockVault(handlers, context),
      );
      return started.ok ? started.value : fail([started.error]);
    });
  } finally {
    // A batch keeps rows of its own.
    await handlers['table.release']({ id: plan.table });
  }
}

/** A person at a terminal is shown what would be sent, and asked; a script says `--confirm`. */
async function startConfirmed(
  { workbench, args, json, context }: VerbInput,
  plan: BatchPlan,
): Promise<Result<BatchSummary, readonly Problem[]>> {
  const { handlers } = workbench;
  const given = args.value('confirm');
  if (given !== null || json || !process.stdin.isTTY)
    return handlers['batch.start']({ ...plan, confirmation: given ?? '' });
  const checked = await handlers['batch.check'](plan);
  if (!checked.ok) return fail([checked.error]);
  context.error(formatCheck(checked.value));
  const typed = checked.value.ready === 0 ? '' : await ask(checked.value);
  return handlers['batch.start']({ ...plan, confirmation: typed });
}

async function ask({ confirmation }: BatchCheck): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await terminal.question(`Type ${confirmation.asked} to send it: `);
  terminal.close();
  return typed;
}
