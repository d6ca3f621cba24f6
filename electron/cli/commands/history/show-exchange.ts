import { findApi } from '../../../../shared/apis/registry.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { noSuchExchange } from '../../../core/no-such-exchange.ts';
import { exchangeJson } from '../../reporters/exchange-json.ts';
import { formatExchange } from '../../reporters/exchange-text.ts';
import { formatRefund } from '../../reporters/history-text.ts';
import type { Verb, VerbInput } from '../../verb.ts';

/** One exchange whole, with its refunds and what is known of them now. */
export const showExchange: Verb = {
  usage: 'history show <id> [--json]',
  options: {},
  words: { min: 1, max: 1 },
  run: show,
};

async function show({ workbench, args, json }: VerbInput): Promise<Result<string, Problem>> {
  const { handlers } = workbench;
  const [id = ''] = args.positionals;
  const entry = await handlers['history.get']({ id });
  if (!entry.ok) return entry;
  const exchange = entry.value?.exchange ?? null;
  const api = exchange === null ? null : findApi(exchange.draft.api);
  if (exchange === null || api === null) return fail(noSuchExchange(id));
  const refunds = await handlers['history.refunds']({ id });
  if (!refunds.ok) return refunds;
  return ok(
    json
      ? `${JSON.stringify({ ...exchangeJson(api, exchange), refunds: refunds.value })}\n`
      : formatExchange(api, exchange) + refunds.value.map(formatRefund).join(''),
  );
}
