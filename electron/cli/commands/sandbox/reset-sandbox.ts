import { ok } from '../../../../shared/model/result.ts';
import { findNamedApi } from '../../find-template.ts';
import type { Verb } from '../../verb.ts';
import { portOption } from './open-sandbox.ts';

/** Puts the ledger of an API back to its demo transactions; without one all of them, and the clock and the rules, too. */
export const resetSandbox: Verb = {
  usage: 'sandbox reset [<api>] [--json]',
  options: portOption,
  words: { min: 0, max: 1 },
  run: async ({ workbench, args, json }) => {
    const [name] = args.positionals;
    const api = name === undefined ? ok(null) : findNamedApi(name);
    if (!api.ok) return api;
    const reset = await workbench.handlers['sandbox.change']({ kind: 'reset', api: api.value?.id ?? null });
    if (!reset.ok) return reset;
    if (json) return ok('{"reset":true}\n');
    const what = api.value === null ? 'The sandbox' : api.value.title;
    return ok(`${what} is back to its demo transactions.\n`);
  },
};
