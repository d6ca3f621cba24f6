import * as v from 'valibot';

import {
  defineSandbox,
  type SandboxRequest,
  type SandboxResponse,
  type SandboxTools,
} from '../../definition/sandbox-definition.ts';
import { formValue, parseForm } from '../../formats/form.ts';
import { assumption } from '../../model/source.ts';
import { failure, plain, sessionNotValid, success } from './sandbox-answers.ts';
import {
  credentials,
  type Enrolment,
  findInvoice,
  type Invoice,
  replaceInvoice,
  seedState,
  series,
  type State,
  transactions,
} from './sandbox-ledger.ts';
import { findSession, type Handled, handleConnect, readActor, sealResponse } from './sandbox-sessions.ts';
import { scenarios } from './scenarios.ts';
import { couponPage, seed } from './sources.ts';

const servicePath = '/oltpublish/site/paymentTxnService.do';
const connectPath = '/oltpublish/site/connect.do';

/** The order of the checks is not documented: session, acting user, dispatch, invoice, its state. */
export const sandbox = defineSandbox<State>({
  basePath: '',
  variables: credentials,
  transactions,
  series,
  scenarios,
  isLogin: ({ path }) => path === connectPath,
  schema: v.any(),
  describe: () => [],
  seed: seedState,
  handle: (request, state, tools) => {
    if (request.path === connectPath) {
      return request.method === 'GET' || request.method === 'POST'
        ? handleConnect(request, state, tools)
        : { state, response: plain(405, 'the connect call is a GET or a POST') };
    }
    if (request.path !== servicePath) {
      return { state, response: plain(404, `nothing is served at ${request.path}`) };
    }
    return request.method === 'POST'
      ? handleService(request, state, tools)
      : { state, response: plain(405, 'the refund call is a POST') };
  },
});

function handleService(request: SandboxRequest, state: State, tools: SandboxTools): Handled {
  const session = findSession(request, state);
  if (session === null) {
    return { state, response: sessionNotValid('the two session cookies are not those of a login') };
  }
  const actor = readActor(request, session, tools);
  if (!actor.ok) return { state, response: actor.error };
  const handled = refundAs(actor.value, request, state);
  return { state: handled.state, response: sealResponse(handled.response, session, tools) };
}

function refundAs(actor: string, request: SandboxRequest, state: State): Handled {
  if (!isSiteAdmin(actor)) return { state, response: notAllowed(actor) };
  const fields = parseForm(request.body);
  if (formValue(fields, 'dispatch') !== 'refund') {
    return { state, response: plain(400, 'the sandbox knows dispatch=refund only, in a form body') };
  }
  const id = formValue(fields, 'id') ?? '';
  const invoice = findInvoice(state, id);
  if (invoice === undefined) return { state, response: notFound(id) };
  if (invoice.state !== 'ACTIVE') return { state, response: notRefundable(invoice) };
  return refund(invoice, state);
}

/** `uname|email|fullname`, or the user name alone. */
function isSiteAdmin(actor: string): boolean {
  const [name = ''] = actor.split('|');
  return name.trim() === credentials['edubrite.adminUser'];
}

function notAllowed(actor: string): SandboxResponse {
  return failure({
    status: 401,
    code: '0005',
    text: 'You are not allowed to perform this action.',
    reason:
      actor === ''
        ? 'REAL_UNAME names nobody'
        : `${actor} is not the site admin ${credentials['edubrite.adminUser']}`,
    source: seed,
  });
}

function notFound(id: string): SandboxResponse {
  return failure({
    status: 404,
    code: '0004',
    text: `Unable to find Invoice with matching Id ${id}.`,
    reason: id === '' ? 'id is missing' : `there is no invoice ${id}`,
    source: { ...couponPage, confidence: 'likely' },
  });
}

function notRefundable({ id, state }: Invoice): SandboxResponse {
  return failure({
    status: 403,
    code: '0231',
    text: `Not refundable Invoice ${id}, status = ${state}`,
    reason: `the invoice is ${state}, not ACTIVE`,
    source: assumption('code and text are documented, the HTTP status is not'),
  });
}

/** The invoice becomes REFUNDED, the coupon of a group too, and whoever enrolled by either of them leaves. */
function refund(invoice: Invoice, state: State): Handled {
  const by = invoice.coupon ?? invoice.id;
  const removed = state.enrolments.filter((enrolment) => enrolment.by === by);
  return {
    response: success(describeRefund(invoice, removed)),
    state: {
      ...state,
      invoices: replaceInvoice(state.invoices, { ...invoice, state: 'REFUNDED' }),
      coupons: state.coupons.map((coupon) =>
        coupon.code === invoice.coupon ? { ...coupon, state: 'REFUNDED' } : coupon,
      ),
      enrolments: state.enrolments.filter((enrolment) => enrolment.by !== by),
    },
  };
}

function describeRefund(invoice: Invoice, removed: readonly Enrolment[]): string {
  const coupon = invoice.coupon === null ? '' : ` and coupon ${invoice.coupon}`;
  const people = removed.map(({ user, place }) => `${user} from ${place}`).join(', ');
  return `invoice ${invoice.id}${coupon} put into REFUNDED; removed: ${people === '' ? 'nobody' : people}`;
}
