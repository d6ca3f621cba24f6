import type { Ledger, Payment } from '../../../shared/apis/luminate/sandbox-ledger.ts';
import { sandbox } from '../../../shared/apis/luminate/sandbox.ts';
import { formValue, parseForm } from '../../../shared/formats/form.ts';
import { subtractAmounts } from '../../../shared/model/amount.ts';
import type { Draw } from './draw.ts';
import type { Account, SandboxMachine } from './sandbox-machine.ts';

const {
  'luminate.apiKey': key = '',
  'luminate.loginName': name = '',
  'luminate.loginPassword': password = '',
} = sandbox.variables;

const partial = '<refund_type>partial</refund_type>';

/** One refund of each kind, with amounts that are a part, the whole or too much. */
const kinds: readonly ((draw: Draw) => string)[] = [
  (draw) => {
    const id = draw.from(['1000', '5601', '5603', '5604', '5606', '5609', '5610', '700000001', '3']);
    const part = `${partial}<refund_amount>${draw.from(['1000', '1', '2500', '5001', '0', '10.00'])}</refund_amount>`;
    const process = draw.oneIn(2) ? '<process_transaction>true</process_transaction>' : '';
    return item('don', `<transaction_id>${id}</transaction_id>${process}${draw.oneIn(3) ? '' : part}`);
  },
  (draw) => {
    const data = `<registration_id>${draw.from(['1002', '1006'])}</registration_id><reg_refund_amount>${draw.from(['1000', '5000', '2501'])}</reg_refund_amount>`;
    return item(
      'tr',
      `<transaction_id>${draw.from(['5612', '5614'])}</transaction_id>${partial}<regRefundDataList><regRefundData>${data}</regRefundData></regRefundDataList>`,
    );
  },
  (draw) =>
    item(
      'pf',
      `<user_confirmation_code>${draw.from(['709-1201-1-5621-5621', '709-1201-1-5623-5623'])}</user_confirmation_code>${partial}<refund_amount>${draw.from(['1000', '2500'])}</refund_amount><gift_refund_amount>${draw.from(['500', '1000'])}</gift_refund_amount>`,
    ),
  (draw) =>
    item(
      'ticket',
      `<transaction_id>5633</transaction_id>${draw.oneIn(3) ? '' : partial}<ticket_refund_item><ticket_class_id>${draw.from(['101', '102'])}</ticket_class_id><ticket_refund_amount>${draw.from(['1500', '6500'])}</ticket_refund_amount><num_of_tickets>${draw.int(3)}</num_of_tickets></ticket_refund_item>`,
    ),
  (draw) =>
    item(
      'ecommerce',
      `<processor_transaction_id>DEMO00000${draw.from(['5641', '5643'])}</processor_transaction_id>${draw.oneIn(4) ? '' : partial}<shipping_refund_amount>${draw.from(['795', '400'])}</shipping_refund_amount><refund_item_id>${draw.from(['502', '503'])}</refund_item_id>`,
    ),
];

export const machine: SandboxMachine = {
  api: 'luminate',
  refund: (draw) => {
    const lists = Array.from({ length: draw.oneIn(3) ? 2 : 1 }, () => draw.from(kinds)(draw)).join('');
    const fields = {
      method: 'refundTransaction',
      v: '1.0',
      api_key: key,
      login_name: name,
      login_password: password,
      response_format: draw.oneIn(6) ? 'xml' : 'json',
      refund_transaction_request: `<refundRequest xmlns="http://convio.com/crm/v1.0">${lists}</refundRequest>`,
    };
    return {
      method: 'POST',
      path: '/site/SRDonationAPI',
      query: '',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: new URLSearchParams(fields).toString(),
    };
  },
  spoil: (request, draw) => ({
    ...request,
    body: request.body.replace(draw.from([key, name, password]), 'none'),
  }),
  others: [],
  logIn: [],
  learn: (_response, session) => session,
  isBroken: () => false,
  callsOff: () => false,
  accepted: ({ body: asked }, { status, body }) => {
    if (status !== 200) return [];
    const isJson = formValue(parseForm(asked), 'response_format') === 'json';
    const result = isJson
      ? /"payment_transaction_id":"(\d+)","refund_transaction_id":"(\d+)".*?"refund_amount":\{"formatted":"[^"]*","decimal":"(\d+)"/g
      : /<refund_amount>\s*<decimal>(?<cents>\d+)<.*?<payment_transaction_id>(?<payment>\d+)<.*?<refund_transaction_id>(?<id>\d+)</gs;
    return [...body.matchAll(result)].map(({ groups, 1: payment = '', 2: id = '', 3: cents = '' }) => [
      groups?.['id'] ?? id,
      [[groups?.['payment'] ?? payment, groups?.['cents'] ?? cents]],
    ]);
  },
  read: (given) => {
    const { payments, refunds } = given as Ledger;
    return {
      accounts: new Map(payments.flatMap((payment) => accountsOf(payment))),
      refunds: new Map(
        refunds.map(({ id, payment, cents }) => [id, { parts: [[payment, cents]], counts: true }]),
      ),
    };
  },
};

type Named = readonly (readonly [name: string, account: Account])[];

/** Those of payments that were read before: a refund leaves all payments but one as they are. */
const known = new WeakMap<Payment, Named>();

/** The payment, its parts and its tickets. */
function accountsOf(payment: Payment): Named {
  const found = known.get(payment);
  if (found !== undefined) return found;
  const { id, paid, left, parts, tickets } = payment;
  const accounts: Named = [
    [id, { paid, taken: subtractAmounts(paid, left) }],
    ...Object.entries(parts).map(
      ([part, one]) =>
        [`${id} ${part}`, { paid: one.paid, taken: subtractAmounts(one.paid, one.left) }] as const,
    ),
    ...Object.entries(tickets).map(
      ([ticket, { sold, valid }]) =>
        [`${id} tickets ${ticket}`, { paid: sold, taken: subtractAmounts(sold, valid) }] as const,
    ),
  ];
  known.set(payment, accounts);
  return accounts;
}

function item(kind: string, content: string): string {
  return `<${kind}RefundInfoList><${kind}RefundInfo>${content}</${kind}RefundInfo></${kind}RefundInfoList>`;
}
