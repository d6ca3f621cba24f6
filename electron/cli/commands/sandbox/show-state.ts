import { ok } from '../../../../shared/model/result.ts';
import { findNamedApi } from '../../find-template.ts';
import { parseNumber } from '../../parse-args.ts';
import { formatState } from '../../reporters/sandbox-text.ts';
import type { Verb } from '../../verb.ts';
import { portOption } from './open-sandbox.ts';

const usualRecords = 20;

/** What stands in the ledgers, or in that of one API, and how the sandbox is set. */
export const showState: Verb = {
  usage: 'sandbox state [<api>] [--records N] [--json]',
  options: { ...portOption, records: { type: 'string' } },
  words: { min: 0, max: 1 },
  run: async ({ workbench, args, json }) => {
    const records = parseNumber('records', args.value('records'), { min: 1, max: 500 });
    if (!records.ok) return records;
    const [name] = args.positionals;
    const api = name === undefined ? ok(null) : findNamedApi(name);
    if (!api.ok) return api;
    const state = await workbench.handlers['sandbox.state']({
      api: api.value?.id ?? null,
      records: records.value ?? usualRecords,
    });
    if (!state.ok) return state;
    return ok(json ? `${JSON.stringify(state.value)}\n` : formatState(state.value));
  },
};
