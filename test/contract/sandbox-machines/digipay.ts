import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';
import type { State } from '../../../shared/apis/digipay/sandbox-ledger.ts';
import { sandbox } from '../../../shared/apis/digipay/sandbox.ts';
import { jsonRequest, type SandboxMachine } from './sandbox-machine.ts';

const {
  'digipay.clientId': client = '',
  'digipay.secretKey': secret = '',
  'digipay.companyId': company = '',
} = sandbox.variables;

const broken = 'a0000000000000000000000000000005';
const transactions = [
  'a0000000000000000000000000000001',
  'a0000000000000000000000000000002',
  'a0000000000000000000000000000004',
  broken,
  'c0000000000000000000000000000001',
  'b',
];
const amounts = ['100', '100.00', '250.00', '33.33', '66.67', '0.01', '100.01', '0', '-5', '1e2', '10'];
const basic = nodeCrypto.toBase64(new TextEncoder().encode(`${client}:${secret}`));

export const machine: SandboxMachine = {
  api: 'digipay',
  refund: (draw, { token = 'none' }) =>
    jsonRequest(
      '/digipay/v3/transaction/wallet_refund_money',
      [
        ['Authorization', `Token ${token}`],
        ['CompanyID', company],
      ],
      `{"initial_txn_id":"${draw.from(transactions)}","txn_amount":${draw.from(amounts)},"txn_code":"${draw.from(['MR', 'CR'])}","payment_mode":1,"note":"n"}`,
    ),
  spoil: (request, draw) => ({
    ...request,
    headers: request.headers.map(([name, value]) => [name, draw.oneIn(2) ? value : `${value}x`]),
  }),
  others: [],
  logIn: [() => jsonRequest('/digipay/v3/auth/authenticate', [['Authorization', `Basic ${basic}`]], '{}')],
  learn: ({ body }, session) => {
    const [, token] = /"access_token":"([^"]+)"/.exec(body) ?? [];
    return token === undefined ? session : { token };
  },
  isBroken: ({ body }) => body.includes(broken),
  callsOff: () => false,
  accepted: ({ body: asked }, { status, body }) => {
    const [, id] = /"txn_id":"([^"]+)"/.exec(body) ?? [];
    if (status !== 200 || id === undefined) return [];
    const [, transaction = ''] = /"initial_txn_id":"([^"]*)"/.exec(asked) ?? [];
    const [, amount = ''] = /"txn_amount":([^,]*)/.exec(asked) ?? [];
    return [[id, [[transaction, amount]]]];
  },
  read: (given) => {
    const { transactions: known, refunds } = given as State;
    return {
      accounts: new Map(
        Object.entries(known).map(([id, { amount, refunded }]) => [id, { paid: amount, taken: refunded }]),
      ),
      refunds: new Map(
        refunds.map(({ txnId, initialTxnId, amount }) => [
          txnId,
          { parts: [[initialTxnId, amount]], counts: true },
        ]),
      ),
    };
  },
};
