import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';
import type { State } from '../../../shared/apis/payu/sandbox-ledger.ts';
import { sandbox } from '../../../shared/apis/payu/sandbox.ts';
import type { SandboxRequest } from '../../../shared/definition/sandbox-definition.ts';
import type { Draw } from './draw.ts';
import { jsonRequest, type SandboxMachine } from './sandbox-machine.ts';

const {
  'payu.accessToken': token = '',
  'payu.clientSecret': secret = '',
  'payu.merchantId': merchant = '',
  'payu.resellerId': reseller = '',
} = sandbox.variables;

const payments = [
  '403993715529606983',
  '403993715529339129',
  '17788074728',
  '17842967667',
  '403993716000000001',
  '403993716000000002',
  '9',
];
const amounts = [
  '500.00',
  '1000',
  '250',
  '250.0',
  '0.01',
  '750.00',
  '500.01',
  '0',
  '-1',
  '1.001',
  '1e2',
  'x',
];

export const machine: SandboxMachine = {
  api: 'payu',
  refund: (draw) => refund(draw.from(payments), draw.from(amounts), `R${draw.int(12)}`),
  spoil: (request, draw) =>
    draw.oneIn(2)
      ? { ...request, headers: [['Authorization', 'Bearer none']] }
      : { ...request, body: request.body.replace(/"hash":"..../, '"hash":"0000') },
  others: [status],
  logIn: [],
  learn: (_response, session) => session,
  isBroken: () => false,
  callsOff: () => false,
  accepted: ({ body: asked, path }, { status: code, body }) => {
    const [, id] = /"request_id":"(\d+)"/.exec(body) ?? [];
    if (code !== 200 || id === undefined || path !== '/partner/refunds') return [];
    const [, payment = ''] = /"payu_id":"?([^",]*)/.exec(asked) ?? [];
    const [, amount = ''] = /"amount":"?([^",}]*)/.exec(asked) ?? [];
    return [[id, [[payment, amount]]]];
  },
  read: (given) => {
    const { payments: known, refunds } = given as State;
    return {
      accounts: new Map(
        Object.entries(known).map(([id, { amount, refunded }]) => [id, { paid: amount, taken: refunded }]),
      ),
      refunds: new Map(
        refunds.map(({ requestId, payuId, amount, status: state }) => [
          requestId,
          { parts: [[payuId, amount]], counts: state !== 'failure' },
        ]),
      ),
    };
  },
};

function refund(payment: string, amount: string, refundId: string): SandboxRequest {
  const hash = nodeCrypto.sha512([merchant, refundId, amount, secret].join('|'));
  const number = /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(amount) ? amount : `"${amount}"`;
  return signed(
    '/partner/refunds',
    `{"refund_id":"${refundId}","payu_id":${payment},"merchant_id":"${merchant}","reseller_id":"${reseller}","hash":"${hash}","amount":${number}}`,
  );
}

function status(draw: Draw): SandboxRequest {
  const payment = draw.from(payments);
  const hash = nodeCrypto.sha512([merchant, payment, secret].join('|'));
  return signed(
    '/partner/refund/status',
    `{"merchant_id":"${merchant}","payu_id":${payment},"reseller_id":"${reseller}","hash":"${hash}"}`,
  );
}

function signed(path: string, body: string): SandboxRequest {
  return jsonRequest(path, [['Authorization', `Bearer ${token}`]], body);
}
