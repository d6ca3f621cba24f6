import type { SandboxRequest, SandboxTools } from '../../definition/sandbox-definition.ts';
import { jsonMember, memberText, parseJson } from '../../formats/json.ts';
import { equalInConstantTime } from '../../model/equal-in-constant-time.ts';
import { headerValue } from '../../model/headers.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import { findTransaction, leftOf, type State, type Token, type Transaction } from './sandbox-ledger.ts';

/** Decimal digits, not so many that counting with them takes long. */
const countable = /^\d{1,30}(?:\.\d{1,30})?$/;

/** A refund as its checks read it; texts are empty where they are missing. */
export type RefundCall = {
  readonly authorization: string;
  /** The token of this request, where it was issued here. */
  readonly token: Token | null;
  readonly now: number;
  readonly companyId: string;
  readonly isJson: boolean;
  /** The first field that is missing or of another type than documented, and what it should be. */
  readonly wrongField: string | null;
  readonly txnCode: string;
  readonly initialTxnId: string;
  readonly amount: string;
  /** Whether the amount is decimal digits without a sign; only then may it be counted with. */
  readonly isAmount: boolean;
  /** The transaction of this id; one of nothing where there is none. */
  readonly transaction: Transaction;
  readonly isKnown: boolean;
  readonly left: string;
  readonly state: State;
};

const noTransaction: Transaction = { amount: '0', refunded: '0' };

/** Reads a refund, whatever was sent. */
export function readRefundCall(
  { headers, body }: SandboxRequest,
  state: State,
  { clock }: SandboxTools,
): RefundCall {
  const authorization = headerValue(headers, 'authorization') ?? '';
  const parsed = parseJson(body);
  const root = parsed.ok ? parsed.value : null;
  const text = (name: string): string => memberText(root, name) ?? '';
  const found = findTransaction(state, text('initial_txn_id'));
  const transaction = found ?? noTransaction;
  return {
    authorization,
    token: state.tokens.find(({ token }) => equalInConstantTime(authorization, `Token ${token}`)) ?? null,
    now: clock.now(),
    companyId: headerValue(headers, 'companyid') ?? '',
    isJson: parsed.ok,
    wrongField: findWrongField(root),
    txnCode: text('txn_code'),
    initialTxnId: text('initial_txn_id'),
    amount: text('txn_amount'),
    isAmount: countable.test(text('txn_amount')),
    transaction,
    isKnown: found !== null,
    left: leftOf(transaction),
    state,
  };
}

function findWrongField(root: JsonNode | null): string | null {
  if (root?.kind !== 'object') return 'the body is not a JSON object';
  const kindOf = (name: string): string | null => jsonMember(root, name)?.kind ?? null;
  if (kindOf('initial_txn_id') !== 'string') return 'initial_txn_id is not a text';
  if (kindOf('txn_amount') !== 'number') return 'txn_amount is not a number';
  if (kindOf('txn_code') !== 'string') return 'txn_code is not a text';
  const mode = memberText(root, 'payment_mode') ?? '';
  if (kindOf('payment_mode') !== 'number' || !/^\d+$/.test(mode)) return 'payment_mode is not a whole number';
  return ['string', 'null', null].includes(kindOf('note')) ? null : 'note is not a text';
}
