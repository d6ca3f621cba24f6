import type { FieldSpec } from '../../definition/field-spec.ts';
import { commonParameters, implied, seed, suppressedCodes } from './sources.ts';

/** The form field that holds the XML. */
export const requestField = 'refund_transaction_request';

export const formFields: readonly FieldSpec[] = [
  {
    name: 'method',
    type: 'choice',
    required: true,
    choices: ['refundTransaction'],
    help: 'Which call this is; upper and lower case count.',
    source: seed,
  },
  {
    name: 'v',
    type: 'choice',
    required: true,
    choices: ['1.0'],
    help: 'The version of the interface; 1.0 is the only one.',
    source: commonParameters,
  },
  {
    name: 'api_key',
    type: 'text',
    required: true,
    help: 'The site setting CONVIO_API_KEY. None of & : \\ " \' ? = may be in it.',
    source: commonParameters,
  },
  {
    name: 'login_name',
    type: 'text',
    required: true,
    help: 'The API Administrator account that refunds.',
    source: seed,
  },
  { name: 'login_password', type: 'text', required: true, help: 'Its password.', source: seed },
  {
    name: 'response_format',
    type: 'choice',
    required: false,
    choices: ['xml', 'json'],
    help: 'How Luminate answers. Default xml.',
    example: 'json',
    source: commonParameters,
  },
  {
    name: requestField,
    type: 'object',
    required: true,
    help: 'The XML that lists the refunds. The prose of the document once calls it refund_request.',
    source: seed,
  },
  {
    name: 'suppress_response_codes',
    type: 'boolean',
    required: false,
    help: 'true makes errors come back with HTTP 200. They are still errors.',
    source: suppressedCodes,
  },
  {
    name: 'center_id',
    type: 'integer',
    required: false,
    help: 'The center, on a site that has several.',
    source: commonParameters,
  },
  {
    name: 'source',
    type: 'text',
    required: false,
    help: 'Where the call comes from, for records Luminate creates.',
    source: commonParameters,
  },
  {
    name: 'sub_source',
    type: 'text',
    required: false,
    help: 'A further detail to source.',
    source: commonParameters,
  },
];

function cents(name: string, help: string, source = seed, required = false): FieldSpec {
  return {
    name,
    type: 'amount',
    required,
    amount: { unit: 'minor', currency: 'USD', decimals: 0 },
    help: `${help} Whole cents: 1000 is 10.00.`,
    example: '1000',
    source,
  };
}

function integer(name: string, help: string, example: string, source = seed, required = false): FieldSpec {
  return { name, type: 'integer', required, help, example, source };
}

const common: readonly FieldSpec[] = [
  integer(
    'transaction_id',
    'The payment, by the number Luminate gave it. One of the three identifiers is needed.',
    '5579',
  ),
  {
    name: 'processor_transaction_id',
    type: 'text',
    required: false,
    help: 'The payment, by the id of the card processor.',
    example: '02RYXSPGD7WD4',
    source: seed,
  },
  {
    name: 'user_confirmation_code',
    type: 'text',
    required: false,
    help: 'The payment, by the code the constituent was given.',
    example: '709-1201-1-5470-5579',
    source: seed,
  },
  {
    name: 'process_transaction',
    type: 'boolean',
    required: false,
    help: 'true sends the refund through the payment gateway first; false (default) only records it, so no money moves.',
    example: 'false',
    source: seed,
  },
  {
    name: 'refund_type',
    type: 'choice',
    required: false,
    choices: ['full', 'partial'],
    help: 'full (default) or partial; partial needs at least one amount.',
    example: 'full',
    source: seed,
  },
  {
    name: 'send_autoresponder',
    type: 'boolean',
    required: false,
    help: 'true e-mails the constituent. Default false.',
    example: 'false',
    source: seed,
  },
];

const gift = cents('gift_refund_amount', 'How much of the additional gift to give back.');
const refundAmount = cents('refund_amount', 'How much to give back, in a partial refund.');

const registrations: FieldSpec = {
  name: 'regRefundDataList',
  type: 'object',
  required: false,
  help: 'Registrations to give back in part. A refunded fee does not cancel the registration.',
  source: seed,
  fields: [
    {
      name: 'regRefundData',
      type: 'list',
      required: false,
      help: 'One registration.',
      source: seed,
      fields: [
        integer('registration_id', 'Which registration. Called optional, but nothing else names it.', '1001'),
        cents('reg_refund_amount', 'How much of the registration fee to give back.'),
        cents('gift_refund_amount', 'How much of the gift made with the registration to give back.'),
      ],
    },
  ],
};

const upsells: FieldSpec = {
  name: 'addOnRefundDataList',
  type: 'object',
  required: false,
  help: 'Upsells to give back, where the event has them.',
  source: seed,
  fields: [
    {
      name: 'addOnRefundData',
      type: 'list',
      required: false,
      help: 'One upsell.',
      source: seed,
      fields: [
        integer('addon_id', 'Which upsell.', '301'),
        { name: 'addon_name', type: 'text', required: false, help: 'Its name.', source: seed },
        cents('addon_refund_amount', 'How much of the upsell to give back.'),
      ],
    },
  ],
};

const tickets: readonly FieldSpec[] = [
  {
    name: 'cancel_all_tickets',
    type: 'boolean',
    required: false,
    help: 'true cancels every ticket of the order. Default false.',
    example: 'false',
    source: seed,
  },
  {
    name: 'ticket_refund_item',
    type: 'list',
    required: false,
    help: 'Tickets of one class to give back; may repeat.',
    source: seed,
    fields: [
      integer('ticket_class_id', 'Which class.', '101', implied, true),
      cents('ticket_refund_amount', 'How much to give back for the tickets of this class.', implied, true),
      integer('num_of_tickets', 'How many tickets of this class to cancel.', '1', implied, true),
    ],
  },
];

const ecommerce: readonly FieldSpec[] = [
  cents('shipping_refund_amount', 'How much of the shipping to give back.'),
  {
    name: 'refund_item_id',
    repeats: true,
    type: 'integer',
    required: false,
    help: 'A store item that is given back; may repeat.',
    example: '502',
    source: seed,
  },
];

function list(name: string, item: string, help: string, own: readonly FieldSpec[]): FieldSpec {
  const fields = [...common, ...own];
  const items: FieldSpec = { name: item, type: 'list', required: false, help, source: seed, fields };
  const inside = `One ${item} for each refund of this kind.`;
  return { name, type: 'object', required: false, help: inside, source: seed, fields: [items] };
}

/** What may stand in the XML, with the names of the document. */
export const refundRequest: FieldSpec = {
  name: 'refundRequest',
  type: 'object',
  required: true,
  help: 'Up to 200 refunds, in one list for each kind of payment.',
  source: seed,
  fields: [
    list('donRefundInfoList', 'donRefundInfo', 'One donation to refund.', [refundAmount]),
    list('trRefundInfoList', 'trRefundInfo', 'One TeamRaiser registration to refund.', [
      refundAmount,
      registrations,
      upsells,
    ]),
    list('pfRefundInfoList', 'pfRefundInfo', 'One personal fundraising gift to refund.', [
      refundAmount,
      gift,
    ]),
    list('ticketRefundInfoList', 'ticketRefundInfo', 'One ticket order to refund.', [gift, ...tickets]),
    list('ecommerceRefundInfoList', 'ecommerceRefundInfo', 'One store order to refund.', [
      gift,
      ...ecommerce,
    ]),
  ],
};
