import { fail, ok } from '../../../../shared/model/result.ts';
import { exitCodes } from '../../exit-codes.ts';
import { formatReconciliation } from '../../reporters/batch-text.ts';
import type { Verb } from '../../verb.ts';
import { findBatch } from './named-batch.ts';
import { addTable } from './read-plan.ts';

const keys = ['transaction', 'refundId', 'providerId'] as const;

/** Compares a batch with the export of the provider. */
export const reconcileExport: Verb = {
  usage: `batch reconcile <id> --data FILE --key COLUMN [--key-of ${keys.join('|')}] [--amount COLUMN] [--separator S] [--json]`,
  options: {
    data: { type: 'string' },
    separator: { type: 'string' },
    key: { type: 'string' },
    'key-of': { type: 'string' },
    amount: { type: 'string' },
  },
  words: { min: 1, max: 1 },
  run: async ({ workbench, args, json, context }) => {
    const named = args.value('key-of') ?? 'transaction';
    const keyOf = keys.find((candidate) => candidate === named);
    const key = args.value('key');
    if (keyOf === undefined || key === null) {
      const message = key === null ? 'No column is named to compare by.' : `There is no key "${named}".`;
      const remedy = `Write --key COLUMN, and --key-of ${keys.join(', ')}.`;
      return fail([{ code: 'bad-input', message, remedy }]);
    }
    const batch = await findBatch({ workbench, args });
    if (!batch.ok) return batch;
    const table = await addTable(workbench, args);
    if (!table.ok) return fail([table.error]);
    const { handlers } = workbench;
    const input = { id: batch.value.id, table: table.value.id, key, keyOf, amount: args.value('amount') };
    const reconciled = await handlers['batch.reconcile'](input);
    await handlers['table.release']({ id: table.value.id });
    if (!reconciled.ok) return fail([reconciled.error]);
    context.out(json ? `${JSON.stringify(reconciled.value)}\n` : formatReconciliation(reconciled.value));
    const { same: _, ...others } = reconciled.value.counts;
    const differs = Object.values(others).some((count) => count > 0);
    return ok(differs ? exitCodes.different : exitCodes.ok);
  },
};
