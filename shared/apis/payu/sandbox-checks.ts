import type { SandboxCheckRule } from '../../definition/sandbox-check.ts';
import type { SandboxResponse } from '../../definition/sandbox-definition.ts';
import { formatMoment } from '../../definition/sandbox-moment.ts';
import { ExactNumber } from '../../formats/json.ts';
import { compareAmounts, decimalPlaces } from '../../model/amount.ts';
import { equalInConstantTime } from '../../model/equal-in-constant-time.ts';
import { assumption } from '../../model/source.ts';
import { failure, json } from './sandbox-answers.ts';
import type { PartnerCall, RefundCall, StatusCall } from './sandbox-call.ts';
import { credentials } from './sandbox-credentials.ts';
import { fiveMinutes, type Refund } from './sandbox-ledger.ts';
import { refundApiV1, seed } from './sources.ts';

/** Which check comes before which, and which duplicate answer comes when, is not documented. */
const order = assumption('the document lists the answers, not their order');
const headersFirst = assumption('the document lists partner, token and hash before the rest', 'likely');
const publishedCode = assumption('the code is published; that this call answers with it is not');

/** What is looked at of every call, before its payment. */
const partnerChecks: readonly SandboxCheckRule<PartnerCall>[] = [
  {
    title: 'the bearer token is the demo token',
    source: headersFirst,
    refuse: ({ authorization }) =>
      equalInConstantTime(authorization, `Bearer ${credentials['payu.accessToken']}`)
        ? null
        : invalidToken('the bearer token is not the demo token'),
  },
  {
    title: 'the bearer token has not ended',
    source: headersFirst,
    refuse: ({ tokenEndsAt, now }) =>
      tokenEndsAt === null || now < tokenEndsAt
        ? null
        : invalidToken(`the token ended at ${formatMoment(tokenEndsAt)}`),
  },
  {
    title: 'the body is a JSON object',
    source: order,
    refuse: ({ isObject }) =>
      isObject
        ? null
        : json(400, { status: 'Refund request cannot be processed' }, 'the body is not a JSON object', order),
  },
  {
    title: 'the reseller is the one that the token belongs to',
    source: headersFirst,
    refuse: ({ resellerId }) =>
      resellerId === credentials['payu.resellerId']
        ? null
        : json(
            400,
            { message: `Partner with UUID ${resellerId} is not allowed to do this action` },
            'the reseller is not the demo reseller',
            seed,
          ),
  },
  {
    title: 'the hash is that of the texts as sent',
    source: headersFirst,
    refuse: ({ hash, expectedHash, formula }) =>
      equalInConstantTime(hash, expectedHash)
        ? null
        : json(403, { message: 'Invalid Hash' }, `the hash is not that of ${formula}`, seed),
  },
];

const duplicateChecks: readonly SandboxCheckRule<RefundCall>[] = [
  {
    title: 'no refund of this refund_id, payment and amount waits',
    source: order,
    refuse: (call) => {
      const same = sameRefundId(call);
      if (same?.status !== 'queued' || same.payuId !== call.payuId || !isOfAmount(same, call)) return null;
      const message = `refund request already exists for ${call.refundId}`;
      return json(200, { message }, 'the same refund is queued', order);
    },
  },
  {
    title: 'no refund of this refund_id and amount has ended',
    source: order,
    refuse: (call) => {
      const same = sameRefundId(call);
      if (same === undefined || same.status === 'queued' || !isOfAmount(same, call)) return null;
      const message = 'Refund FAILURE - Transactions with same amount and same token not allowed';
      return failure('227', message, call.payuId, 'refund_id and amount were used together', order);
    },
  },
  {
    title: 'the refund_id is new',
    source: order,
    refuse: (call) =>
      sameRefundId(call) === undefined
        ? null
        : failure(
            '106',
            'Refund FAILURE - Token already exists.',
            call.payuId,
            'the refund_id was used',
            order,
          ),
  },
  {
    title: 'five minutes have passed since a refund of the same amount of this payment',
    source: seed,
    refuse: (call) => {
      const { state, payuId, now } = call;
      const recent = state.refunds.find(
        (refund) =>
          refund.payuId === payuId &&
          isOfAmount(refund, call) &&
          refund.at !== null &&
          Math.abs(now - refund.at) < fiveMinutes,
      );
      if (recent === undefined) return null;
      const message =
        'Refund FAILURE - Two refunds of same amount for same transaction within 5 minutes are not allowed';
      const seconds = Math.round((now - (recent.at ?? now)) / 1000);
      return failure(
        '214',
        message,
        payuId,
        `${recent.refundId} took the same amount ${seconds} s ago`,
        seed,
      );
    },
  },
];

const amountChecks: readonly SandboxCheckRule<RefundCall>[] = [
  {
    title: 'the amount is a decimal above zero',
    source: seed,
    refuse: (call) =>
      call.isAmount && compareAmounts(call.amount, '0') > 0
        ? null
        : invalidAmount(call, 'the amount is not above zero'),
  },
  {
    title: 'the amount has at most two decimals',
    source: assumption('the rupee has two decimals, and every answer shows two', 'likely'),
    refuse: (call) =>
      decimalPlaces(call.amount) <= 2 ? null : invalidAmount(call, 'the amount has more than two decimals'),
  },
  {
    title: 'the amount is left of the payment',
    source: seed,
    refuse: (call) =>
      compareAmounts(call.amount, call.left) <= 0
        ? null
        : invalidAmount(call, `only ${call.left} is left of the payment`),
  },
  {
    title: 'an authorised payment is cancelled in full',
    source: refundApiV1,
    refuse: (call) =>
      call.payment.state !== 'auth' || compareAmounts(call.amount, call.payment.amount) === 0
        ? null
        : invalidAmount(call, 'an authorised payment can only be cancelled in full'),
  },
];

/** The checks of a refund, in order. */
export const refundChecks: readonly SandboxCheckRule<RefundCall>[] = [
  ...partnerChecks,
  {
    title: 'refund_id, payu_id, amount and merchant_id are there',
    source: publishedCode,
    refuse: ({ refundId, payuId, amount, merchantId }) => {
      const given = { refund_id: refundId, payu_id: payuId, amount, merchant_id: merchantId };
      const missing = Object.entries(given).find(([, text]) => text === '')?.[0];
      if (missing === undefined) return null;
      const message = `Refund FAILURE - Validation Failure for ${missing}. Mandatory Field.`;
      return failure('238', message, payuId, `${missing} is missing`, order);
    },
  },
  {
    title: 'the refund_id has at most 23 characters',
    source: publishedCode,
    refuse: ({ refundId, payuId }) => {
      if ([...refundId].length <= 23) return null;
      const message = 'Refund FAILURE - Token Length Exceeded for Refund';
      return failure('255', message, payuId, 'refund_id has more than 23 characters', order);
    },
  },
  {
    title: 'there is a payment of this payu_id',
    source: seed,
    refuse: ({ isKnown, payuId }) => {
      const body = { status: new ExactNumber('0'), msg: 'transaction does not exists', mihpayid: '' };
      return isKnown ? null : json(400, body, `no payment ${payuId}`, seed);
    },
  },
  {
    title: 'the payment is one of this merchant',
    source: order,
    refuse: ({ payment, merchantId, payuId }) =>
      payment.merchantId === merchantId
        ? null
        : failure('106', 'Invalid partner.', payuId, `payment ${payuId} belongs to another merchant`, order),
  },
  {
    title: 'the payment is authorised or captured',
    source: publishedCode,
    refuse: ({ payment: { state }, payuId }) =>
      state === 'auth' || state === 'captured'
        ? null
        : failure(
            '111',
            'Refund FAILURE - Invalid transaction status',
            payuId,
            `the payment is ${state}`,
            order,
          ),
  },
  ...duplicateChecks,
  ...amountChecks,
];

const statusShape = assumption(
  'the fields of the answer are documented, its outer shape only in part',
  'likely',
);

/** The checks of a question for the refunds of a payment, in order. */
export const statusChecks: readonly SandboxCheckRule<StatusCall>[] = [
  ...partnerChecks,
  {
    title: 'the payment is one of this merchant',
    source: order,
    refuse: ({ isKnown, payment, merchantId, payuId }) =>
      isKnown && payment.merchantId === merchantId
        ? null
        : noRefunds(`no payment ${payuId} of this merchant`),
  },
  {
    title: 'there is a refund of this payment',
    source: statusShape,
    refuse: ({ refunds, payuId }) =>
      refunds.length > 0 ? null : noRefunds(`no refund of payment ${payuId}`),
  },
];

function invalidToken(reason: string): SandboxResponse {
  return json(401, { message: 'Invalid Auth token' }, reason, seed);
}

function invalidAmount({ payuId }: RefundCall, reason: string): SandboxResponse {
  return failure('105', 'Refund FAILURE - Invalid amount', payuId, reason, seed);
}

function noRefunds(reason: string): SandboxResponse {
  const body = {
    errorCode: '400',
    description: '0 out of 1 Transactions Fetched Successfully',
    category: 'RefundService',
  };
  return json(400, body, reason, statusShape);
}

function sameRefundId({ state, refundId }: RefundCall): Refund | undefined {
  return state.refunds.find((refund) => refund.refundId === refundId);
}

function isOfAmount(refund: Refund, { isAmount, amount }: RefundCall): boolean {
  return isAmount && compareAmounts(refund.amount, amount) === 0;
}
