import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import { runSandboxChecks } from '../../definition/sandbox-check.ts';
import {
  defineSandbox,
  type SandboxHandled,
  type SandboxRequest,
  type SandboxTools,
} from '../../definition/sandbox-definition.ts';
import { sessionNotValid, success } from './sandbox-answers.ts';
import { readCall, refundChecks } from './sandbox-checks.ts';
import {
  credentials,
  type Enrolment,
  enrolsBy,
  type Invoice,
  seedState,
  series,
  type State,
  transactions,
  withCoupon,
  withInvoice,
} from './sandbox-ledger.ts';
import { recordsOf } from './sandbox-records.ts';
import { schema } from './sandbox-schema.ts';
import { handleConnect, sealResponse, touchSession } from './sandbox-sessions.ts';
import { scenarios } from './scenarios.ts';

const site = '/oltpublish/site/';
const servicePath = `${site}paymentTxnService.do`;

/** The connection page; the cURL page logs in at index.do, the Java client at home.do. */
const connectPaths: ReadonlySet<string> = new Set(
  ['connect.do', 'index.do', 'home.do'].map((name) => site + name),
);

export const sandbox = defineSandbox<State>({
  basePath: '',
  variables: credentials,
  transactions,
  series,
  scenarios,
  isLogin: ({ path }) => connectPaths.has(path),
  schema,
  describe: recordsOf,
  seed: seedState,
  handle: (request, state, tools) => {
    const { method, path } = request;
    if (connectPaths.has(path)) {
      return method === 'GET' || method === 'POST'
        ? handleConnect(request, state, tools)
        : { state, response: sandboxAnswer(405, 'the connect call is a GET or a POST') };
    }
    if (path !== servicePath) return { state, response: sandboxAnswer(404, `nothing is served at ${path}`) };
    return method === 'POST'
      ? handleService(request, state, tools)
      : { state, response: sandboxAnswer(405, 'the refund call is a POST') };
  },
});

function handleService(request: SandboxRequest, state: State, tools: SandboxTools): SandboxHandled<State> {
  const call = readCall(request, state, tools);
  const { refusal, checks } = runSandboxChecks(refundChecks, call);
  const { session, invoice } = call;
  if (session === null || call.isSessionOver)
    return { state, checks, response: refusal ?? sessionNotValid('there is no session') };
  const used = touchSession(state, session, tools.clock.now());
  // A client whose key cannot be read could not read the answer either.
  if (refusal !== null && !call.actor.ok) return { state: used, checks, response: refusal };
  const handled =
    refusal !== null || invoice === null
      ? { state: used, response: refusal ?? sandboxAnswer(404, 'there is no invoice') }
      : refund(invoice, used);
  return { state: handled.state, checks, response: sealResponse(handled.response, session, tools) };
}

/** The invoice becomes REFUNDED, the coupon of a group too, and whoever enrolled by either of them leaves. */
function refund(invoice: Invoice, state: State): SandboxHandled<State> {
  const by = enrolsBy(invoice);
  const removed = state.enrolments.filter((enrolment) => enrolment.by === by);
  const enrolments = state.enrolments.filter((enrolment) => enrolment.by !== by);
  const refunded: Invoice = { ...invoice, state: 'REFUNDED' };
  return {
    response: success(describeRefund(invoice, removed)),
    state: { ...withCoupon(withInvoice(state, refunded), refunded, 'REFUNDED'), enrolments },
  };
}

function describeRefund(invoice: Invoice, removed: readonly Enrolment[]): string {
  const coupon = invoice.coupon === null ? '' : ` and coupon ${invoice.coupon}`;
  const people = removed.map(({ user, place }) => `${user} from ${place}`).join(', ');
  return `invoice ${invoice.id}${coupon} put into REFUNDED; removed: ${people === '' ? 'nobody' : people}`;
}
