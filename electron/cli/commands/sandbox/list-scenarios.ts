import { ok } from '../../../../shared/model/result.ts';
import { findNamedApi } from '../../find-template.ts';
import { formatScenarios } from '../../reporters/scenarios-text.ts';
import type { Verb } from '../../verb.ts';
import { portOption } from './open-sandbox.ts';

/** Every documented answer of an API that the sandbox gives when asked, and how it comes to it. */
export const listScenarios: Verb = {
  usage: 'sandbox scenarios <api> [--json]',
  options: portOption,
  words: { min: 1, max: 1 },
  run: async ({ workbench, args, json }) => {
    const api = findNamedApi(args.positionals[0] ?? '');
    if (!api.ok) return api;
    const list = await workbench.handlers['scenario.list']({ api: api.value.id });
    if (!list.ok) return list;
    return ok(json ? `${JSON.stringify(list.value)}\n` : formatScenarios(api.value, list.value));
  },
};
