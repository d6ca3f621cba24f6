import { fail } from '../../../../shared/model/result.ts';
import { unlockVault, withVault } from '../../unlock-vault.ts';
import type { Verb } from '../../verb.ts';
import { findBatch } from './named-batch.ts';
import { armIfAsked, followBatch } from './follow-batch.ts';

/** Sends what was not sent, and with `--resolve` finds out first what became of rows in quarantine. */
export const resumeBatch: Verb = {
  usage:
    'batch resume <id> [--resolve] [--confirm TOTAL-OF-WHAT-IS-LEFT] [--arm-production] [--result FILE] [--json]',
  options: {
    resolve: { type: 'boolean' },
    confirm: { type: 'string' },
    'arm-production': { type: 'boolean' },
    result: { type: 'string' },
  },
  words: { min: 1, max: 1 },
  run: async (input) => {
    const { workbench, args, context } = input;
    const { handlers } = workbench;
    const batch = await findBatch(input);
    if (!batch.ok) return batch;
    const { id, environment } = batch.value;
    const armed = await armIfAsked(input, environment.id);
    if (!armed.ok) return fail([armed.error]);
    const resumption = {
      id,
      confirmation: args.value('confirm') ?? '',
      resolve: args.flag('resolve'),
    };
    return followBatch(input, async () => {
      const resumed = await withVault(
        () => handlers['batch.resume'](resumption),
        (result) => (result.ok ? [] : result.error),
        () => unlockVault(handlers, context),
      );
      return resumed.ok ? resumed.value : fail([resumed.error]);
    });
  },
};
