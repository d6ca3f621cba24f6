import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import type { SandboxRequest } from '../../definition/sandbox-definition.ts';
import type { Arranged, SandboxScenario } from '../../definition/sandbox-scenario.ts';
import { memberText, parseJson } from '../../formats/json.ts';
import { addAmounts } from '../../model/amount.ts';
import { headerValue } from '../../model/headers.ts';
import { findTransaction, type State, type Transaction } from './sandbox-ledger.ts';
import { seed, statusOnly } from './sources.ts';

const refund = {
  template: 'refund',
  /** A transaction that no send before has named. */
  values: { 'digipay.transactionId': '{{$randomHex16}}{{$randomHex16}}' },
  call: '/digipay/v3/transaction/wallet_refund_money',
  how: 'by state',
} as const;

/** Every documented answer that can be asked for. The login is answered with its token before each refund. */
export const scenarios: readonly SandboxScenario<State>[] = [
  { ...refund, id: 'refunded', arrange: withTransaction((left) => left) },
  {
    ...refund,
    id: 'bad-request',
    arrange: withTransaction(({ amount }) => ({ amount, refunded: amount })),
  },
  {
    ...refund,
    id: 'not-found',
    how: 'forced',
    answer: () => sandboxAnswer(404, 'asked for: as if nothing were served here', seed),
  },
  {
    ...refund,
    id: 'server-error',
    how: 'forced',
    answer: () => sandboxAnswer(500, 'asked for: as if the platform had failed; nothing was refunded', seed),
  },
  { ...refund, id: 'unauthorized', arrange: endToken },
  {
    ...refund,
    id: 'forbidden',
    how: 'forced',
    answer: () => sandboxAnswer(403, 'asked for: as if this company might not refund', statusOnly),
  },
];

type Arrange = (request: SandboxRequest, state: State) => Arranged<State>;

/** The transaction that a request names, with as much left of it as is asked for, then changed. */
function withTransaction(change: (enough: Transaction) => Transaction): Arrange {
  return (request, state) => {
    const root = parseJson(request.body);
    const text = (name: string): string => (root.ok ? (memberText(root.value, name) ?? '') : '');
    const [id, asked] = [text('initial_txn_id'), text('txn_amount')];
    if (!/^[\da-f]{32}$/i.test(id) || !/^\d{1,12}(?:\.\d{1,2})?$/.test(asked)) return {};
    const refunded = refundedOf(state, id);
    const enough: Transaction = { amount: addAmounts(refunded, asked), refunded };
    return { state: { ...state, transactions: { ...state.transactions, [id]: change(enough) } } };
  };
}

/** What was given back of a transaction; a ledger from a file may have refunds of one that does not stand in it. */
function refundedOf(state: State, id: string): string {
  const known = findTransaction(state, id);
  if (known !== null) return known.refunded;
  const refunds = state.refunds.filter(({ initialTxnId }) => initialTxnId === id);
  return refunds.reduce((sum, { amount }) => addAmounts(sum, amount), '0');
}

/** The token of the request has just ended. */
function endToken(request: SandboxRequest, state: State): Arranged<State> {
  const authorization = headerValue(request.headers, 'authorization');
  const tokens = state.tokens.map((known) =>
    authorization === `Token ${known.token}` ? { ...known, endsAt: 0 } : known,
  );
  return { state: { ...state, tokens } };
}
