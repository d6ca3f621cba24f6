import type { State } from '../../../shared/apis/front-payment/sandbox-demo.ts';
import { sandbox } from '../../../shared/apis/front-payment/sandbox.ts';
import type { SandboxRequest } from '../../../shared/definition/sandbox-definition.ts';
import type { Draw } from './draw.ts';
import { jsonRequest, type SandboxMachine } from './sandbox-machine.ts';

const { 'front-payment.token': token = '' } = sandbox.variables;

const broken = 'ODR1000000009';
const products: readonly (readonly [order: string, products: readonly string[]])[] = [
  ['ODR1000000001', ['12']],
  ['ODR1000000002', ['21', '22', '23']],
  ['ODR1000000003', ['31']],
  ['ODR1000000004', ['41']],
  ['ODR1000000006', ['61']],
  ['ODR1000000008', ['81']],
  [broken, ['91']],
  ['ODR2000000001', ['1']],
  ['ODR3', ['1']],
];
const amounts = ['42.00', '42', '20.5', '21.50', '149.50', '50', '99.00', '0.01', '300.01', '0', '-1'];
const call = '/connect/terminal/orders';

export const machine: SandboxMachine = {
  api: 'front-payment',
  refund: (draw) => {
    const [order, known] = draw.from(products);
    const parts = Array.from(
      { length: draw.oneIn(3) ? 3 : 1 },
      () => [draw.from(known), draw.from(amounts)] as const,
    );
    // In hundredths, as the amounts have no more than two decimals.
    const hundredths = parts.reduce((sum, [, amount]) => sum + Math.round(Number(amount) * 100), 0);
    const listed = parts.map(([id, amount]) => `{"id":${id},"amount":${amount}}`).join(',');
    const total = draw.oneIn(12) ? '1' : (hundredths / 100).toFixed(2);
    return send(
      `${call}/refund/${order}`,
      `{"type":"regular","isReversal":${String(draw.oneIn(3))},"grandTotal":${total},"products":[${listed}]}`,
    );
  },
  spoil: (request) => ({ ...request, headers: [['Authorization', 'Bearer none']] }),
  others: [
    (draw) => send(`${call}/refund-status/${orderOf(draw)}`, ''),
    (draw) => ({ ...send(`${call}/payment-status/${orderOf(draw)}`, ''), method: 'GET' }),
    (draw) => send(`${call}/cancel/${orderOf(draw)}`, `{"type":"${draw.from(['refund', 'payment'])}"}`),
  ],
  logIn: [],
  learn: (_response, session) => session,
  isBroken: ({ path }) => path.includes(broken),
  callsOff: ({ path }) => path.startsWith(`${call}/cancel/`),
  accepted: ({ path, body: asked }, { status, body }, { refunds }) => {
    const words = /"message":"(?:terminalOrderRefundRequestSuccessfully|terminalOrderReversalSuccessfully)"/;
    if (!path.startsWith(`${call}/refund/`) || (status !== 202 && status !== 200) || !words.test(body))
      return [];
    const order = path.slice(`${call}/refund/`.length).replace(/\/$/, '');
    const parts = [...asked.matchAll(/"id":(\d+),"amount":([\d.]+)/g)].map(
      ([, id = '', amount = '']) => [`${order} ${id}`, amount] as const,
    );
    // The answer has no id: it is the newest of its order.
    const ids = [...refunds.keys()].filter((id) => id.startsWith(`${order} `));
    return [[ids.at(-1) ?? `${order} none`, parts]];
  },
  read: (given) => {
    const orders = Object.entries((given as State).orders);
    return {
      accounts: new Map(
        orders.flatMap(([uuid, order]) =>
          order.products.map(({ id, amount, taken }) => [`${uuid} ${id}`, { paid: amount, taken }] as const),
        ),
      ),
      refunds: new Map(
        orders.flatMap(([uuid, order]) =>
          order.refunds.map(
            ({ state, parts }, index) =>
              [
                `${uuid} ${index + 1}`,
                {
                  parts: parts.map(({ id, amount }) => [`${uuid} ${id}`, amount] as const),
                  counts: state !== 'REJECTED',
                },
              ] as const,
          ),
        ),
      ),
    };
  },
};

function orderOf(draw: Draw): string {
  return draw.from(products)[0];
}

function send(path: string, body: string): SandboxRequest {
  return jsonRequest(path, [['Authorization', `Bearer ${token}`]], body);
}
