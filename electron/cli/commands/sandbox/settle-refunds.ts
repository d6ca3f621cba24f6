import type { ApiDefinition } from '../../../../shared/definition/api-definition.ts';
import type { Handlers } from '../../../../shared/contract/commands.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import type { PendingRefund } from '../../../../shared/model/sandbox.ts';
import { didYouMean } from '../../closest.ts';
import { findNamedApi } from '../../find-template.ts';
import type { Verb } from '../../verb.ts';
import { portOption } from './open-sandbox.ts';
import { parseOutcome } from './parse-outcome.ts';
import { readState } from './read-state.ts';

/** Ends a refund that was only accepted, or all of an API that wait. */
export const settleRefunds: Verb = {
  usage: 'sandbox settle <api> [<id>] success|failure [--json]',
  options: portOption,
  words: { min: 2, max: 3 },
  run: async ({ workbench: { handlers }, args, json }) => {
    const [name = '', ...rest] = args.positionals;
    const api = findNamedApi(name);
    if (!api.ok) return api;
    const outcome = parseOutcome(rest.at(-1) ?? '');
    if (!outcome.ok) return outcome;
    const id = rest.length === 2 ? (rest[0] ?? null) : null;
    const before = await pendingOf(handlers, api.value);
    if (!before.ok) return before;
    if (id !== null && !before.value.some((pending) => pending.id === id))
      return fail(noneWaits(api.value, id, before.value));
    const settled = await handlers['sandbox.change']({
      kind: 'settle',
      api: api.value.id,
      id,
      outcome: outcome.value,
    });
    if (!settled.ok) return settled;
    const ended = before.value.filter((pending) => id === null || pending.id === id);
    if (json) return ok(`${JSON.stringify({ settled: ended, outcome: outcome.value })}\n`);
    if (ended.length === 0) return ok(`No refund of ${api.value.title} waits for its end.\n`);
    return ok(ended.map(({ id: one, title }) => `${one}  ${title}: ${outcome.value}\n`).join(''));
  },
};

async function pendingOf(
  handlers: Handlers,
  api: ApiDefinition,
): Promise<Result<readonly PendingRefund[], Problem>> {
  const state = await readState(handlers, api.id);
  return state.ok ? ok(state.value.apis.flatMap(({ pending }) => pending)) : state;
}

function noneWaits(api: ApiDefinition, id: string, pending: readonly PendingRefund[]): Problem {
  const ids = pending.map((refund) => refund.id);
  return {
    code: 'bad-input',
    message: `No refund ${id} of ${api.title} waits for its end.${didYouMean(id, ids)}`,
    remedy: `See "sandbox state ${api.id}" for those that wait.`,
  };
}
