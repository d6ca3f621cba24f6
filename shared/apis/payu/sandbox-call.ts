import type { SandboxRequest, SandboxTools } from '../../definition/sandbox-definition.ts';
import { memberText, parseJson } from '../../formats/json.ts';
import { headerValue } from '../../model/headers.ts';
import { credentials } from './sandbox-credentials.ts';
import { findPayment, leftOf, type Payment, type Refund, type State } from './sandbox-ledger.ts';

/** Decimal digits, not so many that counting with them takes long. */
const countable = /^\d{1,30}(?:\.\d{1,30})?$/;

/** What every call of a partner has; fields are the literal texts, empty where one is missing or no text. */
export type PartnerCall = {
  readonly authorization: string;
  /** When the demo token ends, in milliseconds since 1970; `null` where it never does. */
  readonly tokenEndsAt: number | null;
  readonly now: number;
  readonly isObject: boolean;
  readonly resellerId: string;
  readonly merchantId: string;
  readonly payuId: string;
  readonly hash: string;
  /** What the hash is made of, by name: `merchant_id|payu_id|client_secret`. */
  readonly formula: string;
  readonly expectedHash: string;
  /** The payment of this id; one of nobody and of nothing where there is none. */
  readonly payment: Payment;
  readonly isKnown: boolean;
};

export type RefundCall = PartnerCall & {
  readonly refundId: string;
  readonly amount: string;
  /** Whether the amount is decimal digits without a sign; only then may it be counted with. */
  readonly isAmount: boolean;
  readonly left: string;
  readonly state: State;
};

export type StatusCall = PartnerCall & {
  /** The refunds of this payment, oldest first. */
  readonly refunds: readonly Refund[];
};

const noPayment: Payment = { merchantId: '', state: 'captured', amount: '0', refunded: '0' };

/** Reads a refund, whatever was sent. */
export function readRefundCall(request: SandboxRequest, state: State, tools: SandboxTools): RefundCall {
  const { call, text } = readPartnerCall(request, state, tools, ['merchant_id', 'refund_id', 'amount']);
  const amount = text('amount');
  return {
    ...call,
    refundId: text('refund_id'),
    amount,
    isAmount: countable.test(amount),
    left: leftOf(call.payment),
    state,
  };
}

/** Reads a question for the refunds of a payment, whatever was sent. */
export function readStatusCall(request: SandboxRequest, state: State, tools: SandboxTools): StatusCall {
  const { call } = readPartnerCall(request, state, tools, ['merchant_id', 'payu_id']);
  return { ...call, refunds: state.refunds.filter(({ payuId }) => payuId === call.payuId) };
}

function readPartnerCall(
  { headers, body }: SandboxRequest,
  state: State,
  { clock, crypto }: SandboxTools,
  hashed: readonly string[],
): { readonly call: PartnerCall; readonly text: (name: string) => string } {
  const parsed = parseJson(body);
  const root = parsed.ok && parsed.value.kind === 'object' ? parsed.value : null;
  const text = (name: string): string => memberText(root, name) ?? '';
  const payment = findPayment(state, text('payu_id'));
  const call: PartnerCall = {
    authorization: headerValue(headers, 'authorization') ?? '',
    tokenEndsAt: state.tokenEndsAt,
    now: clock.now(),
    isObject: root !== null,
    resellerId: text('reseller_id'),
    merchantId: text('merchant_id'),
    payuId: text('payu_id'),
    hash: text('hash'),
    formula: [...hashed, 'client_secret'].join('|'),
    expectedHash: crypto.sha512([...hashed.map(text), credentials['payu.clientSecret']].join('|')),
    payment: payment ?? noPayment,
    isKnown: payment !== null,
  };
  return { call, text };
}
