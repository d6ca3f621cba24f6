import type { SandboxTools } from '../../definition/sandbox-definition.ts';
import type { SandboxRecord } from '../../model/sandbox.ts';
import { leftOf, type Refund, type State, stateOf, type Token, type Transaction } from './sandbox-ledger.ts';
import { formatTime } from './sandbox-time.ts';

/** The ledger as people read it: transactions, refunds, and tokens without their text. */
export function describeState(
  { transactions, refunds, tokens }: State,
  { clock }: SandboxTools,
): readonly SandboxRecord[] {
  const now = clock.now();
  return [
    ...Object.entries(transactions).map(([id, transaction]) => describeTransaction(id, transaction)),
    ...refunds.map(describeRefund),
    ...tokens.map((token, index) => describeToken(token, index, now)),
  ];
}

function describeTransaction(id: string, transaction: Transaction): SandboxRecord {
  const { amount, refunded, broken } = transaction;
  return {
    kind: 'transaction',
    id,
    title: `Payment of ${amount}`,
    state: stateOf(transaction),
    facts: [
      { name: 'amount', value: amount },
      { name: 'refunded', value: refunded },
      { name: 'left', value: leftOf(transaction) },
      ...(broken === true ? [{ name: 'its refund gets', value: '500' }] : []),
    ],
  };
}

function describeRefund({ txnId, initialTxnId, amount, txnCode, at }: Refund): SandboxRecord {
  return {
    kind: 'refund',
    id: txnId,
    title: `${txnCode} of ${amount} of transaction ${initialTxnId}`,
    state: 'SUCCESS',
    facts: [
      { name: 'amount', value: amount },
      { name: 'initial_txn_id', value: initialTxnId },
      { name: 'txn_code', value: txnCode },
      ...(at === null ? [] : [{ name: 'refunded at', value: `${formatTime(at)} UTC` }]),
    ],
  };
}

function describeToken({ endsAt }: Token, index: number, now: number): SandboxRecord {
  return {
    kind: 'token',
    id: String(index + 1),
    title: 'Token of a login',
    state: now < endsAt ? 'valid' : 'ended',
    facts: [{ name: now < endsAt ? 'ends' : 'ended', value: `${formatTime(endsAt)} UTC` }],
  };
}
