import { fail, ok } from '../../../../shared/model/result.ts';
import { exitCodes } from '../../exit-codes.ts';
import { formatCheck } from '../../reporters/batch-text.ts';
import { unlockVault, withVault } from '../../unlock-vault.ts';
import type { Verb } from '../../verb.ts';
import { planOptions, readPlan } from './read-plan.ts';

/** Looks at every row and sends nothing. */
export const checkTable: Verb = {
  usage:
    'batch check <api>/<template> --data FILE [--separator S] [--map FIELD=COLUMN]... [--set FIELD=VALUE]... [--env NAME] [--limit TOTAL] [--json]',
  options: planOptions,
  words: { min: 1, max: 1 },
  run: async ({ workbench, args, json, context }) => {
    const read = await readPlan({ workbench, args });
    if (!read.ok) return fail([read.error]);
    const { handlers } = workbench;
    const { plan } = read.value;
    const checked = await withVault(
      () => handlers['batch.check'](plan),
      (result) => (result.ok ? result.value.problems.map(({ problem }) => problem) : [result.error]),
      () => unlockVault(handlers, context),
    );
    await handlers['table.release']({ id: plan.table });
    const check = checked.ok ? checked.value : checked;
    if (!check.ok) return fail([check.error]);
    context.out(json ? `${JSON.stringify(check.value)}\n` : formatCheck(check.value));
    return ok(check.value.ready === check.value.rows ? exitCodes.ok : exitCodes.refused);
  },
};
