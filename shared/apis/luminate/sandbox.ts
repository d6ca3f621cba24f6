import { runSandboxChecks } from '../../definition/sandbox-check.ts';
import {
  defineSandbox,
  type SandboxHandled,
  type SandboxRequest,
} from '../../definition/sandbox-definition.ts';
import { writeResults } from './sandbox-answer.ts';
import { credentials, formatOf, respond } from './sandbox-call.ts';
import { callChecks, readCall } from './sandbox-checks.ts';
import { failedItem } from './sandbox-item-checks.ts';
import { type Ledger, refundItems } from './sandbox-ledger.ts';
import { payments, refunds, series, transactions } from './sandbox-payments.ts';
import { describeLedger } from './sandbox-records.ts';
import { ledger } from './sandbox-schema.ts';
import { scenarios } from './scenarios.ts';
import { seed } from './sources.ts';

export const sandbox = defineSandbox<Ledger>({
  basePath: '/demo',
  variables: credentials,
  transactions,
  series,
  scenarios,
  isLogin: () => false,
  schema: ledger,
  describe: describeLedger,
  seed: () => ({ payments, refunds, nextRefundId: '1001' }),
  handle,
});

/** The checks of the whole call, and then each refund by itself. */
function handle(request: SandboxRequest, state: Ledger): SandboxHandled<Ledger> {
  const call = readCall(request);
  const { refusal, checks } = runSandboxChecks(callChecks, call);
  if (refusal !== null) return { state, response: refusal, checks };
  const done = refundItems(state, call.items);
  const format = formatOf(call.fields);
  const refused = done.results.flatMap((result) => (result.success ? [] : [result.reason]));
  const summary = `${done.results.length - refused.length} of ${done.results.length} recorded`;
  return {
    state: done.ledger,
    response: respond(
      200,
      writeResults(done.results, format),
      format,
      [summary, ...refused].join('; '),
      refused.length > 0 ? failedItem : seed,
    ),
    checks: [...checks, ...done.checks],
  };
}
