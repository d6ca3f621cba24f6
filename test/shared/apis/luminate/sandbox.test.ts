import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import { identifierNames } from '../../../../shared/apis/luminate/refund-request.ts';
import { refundRequest } from '../../../../shared/apis/luminate/request-fields.ts';
import { accountWithoutPermission, credentials } from '../../../../shared/apis/luminate/sandbox-call.ts';
import type { Ledger, Payment } from '../../../../shared/apis/luminate/sandbox-ledger.ts';
import { sandbox } from '../../../../shared/apis/luminate/sandbox.ts';
import type { FieldSpec } from '../../../../shared/definition/field-spec.ts';
import type { SandboxRequest } from '../../../../shared/definition/sandbox-definition.ts';
import { writeForm } from '../../../../shared/formats/form.ts';
import { parseJson } from '../../../../shared/formats/json.ts';
import { parseXml } from '../../../../shared/formats/xml.ts';
import type { SandboxCheck } from '../../../../shared/model/sandbox.ts';
import { scenarioHeader } from '../../../../shared/model/scenario.ts';

const tools = { clock: { now: () => Date.UTC(2026, 0, 31) }, crypto: nodeCrypto };
const namespace = 'http://convio.com/crm/v1.0';

const right: Readonly<Record<string, string>> = {
  method: 'refundTransaction',
  v: '1.0',
  api_key: credentials['luminate.apiKey'],
  login_name: credentials['luminate.loginName'],
  login_password: credentials['luminate.loginPassword'],
  response_format: 'json',
  refund_transaction_request: items('don', '<transaction_id>5601</transaction_id>'),
};

/** A refundRequest with one list. */
function items(kind: string, ...contents: readonly string[]): string {
  const inside = contents.map((content) => `<${kind}RefundInfo>${content}</${kind}RefundInfo>`).join('');
  return `<refundRequest xmlns="${namespace}"><${kind}RefundInfoList>${inside}</${kind}RefundInfoList></refundRequest>`;
}

function post(fields: Readonly<Record<string, string>>, more: Partial<SandboxRequest> = {}): SandboxRequest {
  const body = writeForm(Object.entries(fields).map(([name, value]) => ({ name, value })));
  const headers = [['Content-Type', 'application/x-www-form-urlencoded']] as const;
  return { method: 'POST', path: '/site/SRDonationAPI', query: '', headers, body, ...more };
}

function seed(): Ledger {
  return structuredClone(sandbox.seed()) as Ledger;
}

function send(request: SandboxRequest, state: Ledger = seed()) {
  const handled = sandbox.handle(request, state, tools);
  return { ...handled, state: handled.state as Ledger, checks: handled.checks ?? [] };
}

/** Refunds in one call, right in everything else. */
function refund(xml: string, state?: Ledger) {
  return send(post({ ...right, refund_transaction_request: xml }), state);
}

function payment(state: Ledger, id: string): Payment | undefined {
  return state.payments.find((known) => known.id === id);
}

const callTitles = [
  'the path is /site/SRDonationAPI',
  'the method is POST',
  'api_key is that of the site',
  'the address is on the allow-list of the site; that of the sandbox has every address',
  'method is refundTransaction',
  'v is 1.0',
  'login_name and login_password belong together',
  'the account may refund',
  'refund_transaction_request is there',
  'the XML is well-formed',
  'the root is refundRequest in the namespace of Luminate',
  'every element is one of the document and holds what its type says',
  'the call has from 1 to 200 refunds',
];

const manyItems = Array.from({ length: 201 }, () => '<transaction_id>5601</transaction_id>');

/** A mistake for each check of the call, in the order of the checks, and what it is answered with. */
const mistakes: readonly (readonly [
  title: string | undefined,
  status: number,
  code: string | null,
  fields: Readonly<Record<string, string>>,
  more: Partial<SandboxRequest>,
])[] = [
  [callTitles[0], 404, null, {}, { path: '/site/CRDonationAPI' }],
  [callTitles[1], 405, null, {}, { method: 'GET' }],
  [callTitles[2], 403, '2', { api_key: 'x' }, {}],
  [callTitles[4], 403, '6', { method: 'RefundTransaction' }, {}],
  [callTitles[5], 403, '6', { v: '2.0' }, {}],
  [callTitles[6], 403, '3', { login_password: 'x' }, {}],
  [callTitles[7], 403, '3', { login_name: accountWithoutPermission }, {}],
  [callTitles[8], 403, '9', { refund_transaction_request: '' }, {}],
  [callTitles[9], 403, '1', { refund_transaction_request: '<refundRequest>' }, {}],
  [callTitles[10], 403, '1', { refund_transaction_request: '<refundRequest/>' }, {}],
  [callTitles[11], 403, '1', { refund_transaction_request: items('don', '<nothing/>') }, {}],
  [callTitles[12], 403, '1', { refund_transaction_request: items('don', ...manyItems) }, {}],
];

describe('the call', () => {
  it('is checked in this order, and then its refund', () => {
    const { checks, response } = send(post(right));
    expect(response.status).toBe(200);
    expect(checks.slice(0, callTitles.length).map(({ title }) => title)).toEqual(callTitles);
    expect(checks[callTitles.length]?.title).toBe(
      'refund 1, donation: one of the three identifiers is given',
    );
    expect(checks.every(({ passed, why }) => passed && why === null)).toBe(true);
  });

  it.each(mistakes)('ends at the check that fails: %s', (title, status, code, fields, more) => {
    const { response, checks, state } = send(post({ ...right, ...fields }, more));
    expect(response.status).toBe(status);
    if (code !== null) expect(response.body).toContain(`"code":"${code}"`);
    expect(checks.at(-1)).toMatchObject({ title, passed: false, why: response.reason });
    expect(checks.slice(0, -1).every(({ passed }) => passed)).toBe(true);
    expect(state).toEqual(seed());
  });

  it('with all mistakes at once is refused for the first, and with each mended for the next', () => {
    const made = mistakes.slice(0, 9);
    const met = made.map((_, index) => {
      const left = made.slice(index).toReversed();
      const fields = left.reduce((all, [, , , given]) => ({ ...all, ...given }), right);
      const more = Object.fromEntries(left.flatMap(([, , , , given]) => Object.entries(given)));
      return send(post(fields, more)).checks.at(-1)?.title;
    });
    expect(met).toEqual(made.map(([title]) => title));
  });

  it('marks the order of its checks and the shape of a refused refund as guesses', () => {
    const { checks, response } = refund(items('don', '<transaction_id>1</transaction_id>'));
    expect(checks.find(({ title }) => title === 'v is 1.0')?.source.confidence).toBe('guess');
    expect(checks.find(({ title }) => title === 'the method is POST')?.source.confidence).toBe('certain');
    expect(response.source.confidence).toBe('guess');
  });

  it('may carry its fields in the query, and ask for errors with 200', () => {
    const query = post({ ...right, suppress_response_codes: 'true', v: '2.0' }).body;
    const { response } = send(post({}, { query, headers: [] }));
    expect(response.status).toBe(200);
    expect(response.body).toContain('"code":"6"');
  });
});

const partial = '<refund_type>partial</refund_type>';

/** Why an item is refused. */
const refusedItems: readonly (readonly [kind: string, content: string, why: string])[] = [
  ['don', '', 'a donation has no identifier'],
  ['don', '<transaction_id>77</transaction_id>', 'no transaction has transaction_id 77'],
  [
    'don',
    '<transaction_id>5601</transaction_id><user_confirmation_code>709-1201-1-5602-5602</user_confirmation_code>',
    'the identifiers beside 5601 name different transactions',
  ],
  ['don', '<transaction_id>5611</transaction_id>', '5611 is of the kind TeamRaiser, not donation'],
  ['don', `<transaction_id>5601</transaction_id>${partial}`, 'a partial refund without an amount'],
  [
    'tr',
    `<transaction_id>5612</transaction_id>${partial}<addOnRefundDataList><addOnRefundData><addon_id>301</addon_id><addon_refund_amount>500</addon_refund_amount></addOnRefundData></addOnRefundDataList>`,
    'it has neither refund_amount nor regRefundDataList',
  ],
  [
    'pf',
    `<transaction_id>5622</transaction_id>${partial}<gift_refund_amount>1</gift_refund_amount>`,
    'it has no gift',
  ],
  [
    'ecommerce',
    `<transaction_id>5643</transaction_id>${partial}<refund_item_id>502</refund_item_id>`,
    'store item 502 is given back already',
  ],
  [
    'ecommerce',
    `<transaction_id>5641</transaction_id>${partial}<refund_item_id>502</refund_item_id><refund_item_id>502</refund_item_id>`,
    'store item 502 is given back already',
  ],
  [
    'don',
    `<transaction_id>5609</transaction_id>${partial}<refund_amount>4501</refund_amount>`,
    '4501 cents are more than the 4500 that are left',
  ],
  ['don', '<transaction_id>5610</transaction_id>', 'it is refunded in full already'],
  [
    'don',
    `<transaction_id>5610</transaction_id>${partial}<refund_amount>1</refund_amount>`,
    'it is refunded in full already',
  ],
  [
    'ticket',
    `<transaction_id>5631</transaction_id>${partial}<gift_refund_amount>1500</gift_refund_amount><gift_refund_amount>501</gift_refund_amount>`,
    'only 2000 cents are left of gift',
  ],
  [
    'don',
    '<transaction_id>5603</transaction_id>',
    'it is the seed of a recurring series with later payments; cancel the gift first',
  ],
  [
    'ticket',
    '<transaction_id>5633</transaction_id><ticket_refund_item><ticket_class_id>101</ticket_class_id><num_of_tickets>2</num_of_tickets></ticket_refund_item>',
    'only 1 tickets of class 101 are valid',
  ],
  [
    'don',
    '<transaction_id>5604</transaction_id><process_transaction>true</process_transaction>',
    'the payment gateway declines',
  ],
];

describe('a refund of a call', () => {
  it.each(refusedItems)('of the kind %s with %s is refused: %s', (kind, content, why) => {
    const { response, checks, state } = refund(items(kind, content));
    expect(response.status).toBe(200);
    expect(response.body).toContain('"success":"false"');
    expect(checks.at(-1)).toMatchObject({ passed: false, why });
    expect(state).toEqual(seed());
  });

  it('is checked with its place in the call, after what those before it did', () => {
    const one = `<transaction_id>5601</transaction_id>${partial}<refund_amount>3000</refund_amount>`;
    const { checks, state } = refund(items('don', one, one));
    expect(checks.filter(({ passed }) => !passed)).toMatchObject([
      {
        title: 'refund 2, donation: the amount is not above what is left',
        why: '3000 cents are more than the 2000 that are left',
      },
    ]);
    expect(payment(state, '5601')?.left).toBe('2000');
  });

  it('in a long call is told in one line, unless it is refused', () => {
    const ids = [
      '700000001',
      '700000002',
      '5610',
      ...Array.from({ length: 9 }, (_, index) => `70000001${index}`),
    ];
    const { checks } = refund(items('don', ...ids.map((id) => `<transaction_id>${id}</transaction_id>`)));
    const ofItems = checks.slice(callTitles.length);
    expect(ofItems.filter(({ title }) => title.endsWith('all of its checks')).length).toBe(11);
    expect(ofItems.filter(({ passed }) => !passed).map(({ title }) => title)).toEqual([
      'refund 3, donation: the transaction is not refunded in full',
    ]);
  });

  it.each(['5605', '5606', '5607', '5608'])(
    'of a recurring gift is taken where no later payment of a running gift hangs on it: %s',
    (id) => {
      const { state } = refund(items('don', `<transaction_id>${id}</transaction_id>`));
      expect(payment(state, id)?.left).toBe('0');
    },
  );

  it('that declines is recorded where the gateway is not asked', () => {
    const { state } = refund(items('don', '<transaction_id>5604</transaction_id>'));
    expect(state.refunds.at(-1)).toEqual({
      id: '1001',
      payment: '5604',
      cents: '4000',
      processed: false,
      mailed: false,
    });
  });

  it('keeps what it was asked to do beside the money', () => {
    const flags = '<process_transaction>1</process_transaction><send_autoresponder>true</send_autoresponder>';
    const { state } = refund(items('don', `<transaction_id>5601</transaction_id>${flags}`));
    expect(state.refunds.at(-1)).toMatchObject({ processed: true, mailed: true });
  });

  it('of tickets leaves them valid unless they are cancelled', () => {
    const whole = '<transaction_id>5590</transaction_id>';
    const kept = refund(items('ticket', whole)).state;
    expect(payment(kept, '5590')).toMatchObject({ left: '0', tickets: { '101': { sold: '2', valid: '2' } } });
    const cancelled = refund(items('ticket', `${whole}<cancel_all_tickets>true</cancel_all_tickets>`)).state;
    expect(payment(cancelled, '5590')?.tickets).toEqual({ '101': { sold: '2', valid: '0' } });
  });
});

describe('the ledger', () => {
  it('starts with a payment of every kind that is paid, refunded in part and refunded', () => {
    const records = sandbox.describe(seed(), tools).filter(({ kind }) => kind === 'payment');
    const found = new Set(records.map(({ title, state }) => `${title.replace(/ of .*/, '')} ${state}`));
    const kinds = [
      'Donation',
      'TeamRaiser registration',
      'Personal fundraising gift',
      'Ticket order',
      'Store order',
    ];
    for (const kind of kinds)
      for (const state of ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'])
        expect(found).toContain(`${kind} ${state}`);
  });

  it('is told with parts, tickets and gifts, and without a secret', () => {
    const { state } = refund(items('don', '<transaction_id>700000001</transaction_id>'));
    const records = sandbox.describe(state, tools);
    expect(records.find(({ id }) => id === '5633')?.facts).toEqual(
      expect.arrayContaining([
        { name: 'left', value: '110.00 USD' },
        { name: 'ticket class 101', value: '65.00 USD left of 130.00 USD' },
        { name: 'tickets of class 101', value: '1 valid of 2' },
      ]),
    );
    expect(records.find(({ id }) => id === '5603')?.facts).toContainEqual({
      name: 'recurring gift',
      value: 'active; first payment, with later ones',
    });
    expect(records.filter(({ id }) => id === '700000001')).toMatchObject([{ state: 'REFUNDED' }]);
    expect(records.at(-1)).toMatchObject({
      kind: 'refund',
      id: '1001',
      title: '50.00 USD of payment 700000001',
    });
    const told = JSON.stringify(records);
    for (const secret of Object.values(credentials)) expect(told).not.toContain(secret);
  });

  const [first, second] = seed().payments;
  it.each<readonly [string, (ledger: Ledger) => unknown]>([
    ['another field', (ledger) => ({ ...ledger, more: '1' })],
    ['a missing field', ({ payments, refunds }) => ({ payments, refunds })],
    ['a number that is no text', (ledger) => ({ ...ledger, nextRefundId: 1001 })],
    ['cents with decimals', (ledger) => ({ ...ledger, payments: [{ ...first, paid: '20.00' }] })],
    ['more left than paid', (ledger) => ({ ...ledger, payments: [{ ...first, left: '2001' }], refunds: [] })],
    ['two payments of an id', (ledger) => ({ ...ledger, payments: [first, { ...second, id: first?.id }] })],
    [
      'two payments of a code',
      (ledger) => ({ ...ledger, payments: [first, { ...second, code: first?.code }] }),
    ],
    ['an unknown kind', (ledger) => ({ ...ledger, payments: [{ ...first, kind: 'gift' }], refunds: [] })],
    [
      'an unknown part',
      (ledger) => ({
        ...ledger,
        payments: [{ ...first, parts: { tip: { paid: '1', left: '1' } } }],
        refunds: [],
      }),
    ],
    [
      'a code that XML cannot hold',
      (ledger) => ({ ...ledger, payments: [{ ...first, code: 'a\u0001b' }], refunds: [] }),
    ],
    ['a refund id to come that is taken', (ledger) => ({ ...ledger, nextRefundId: '902' })],
    [
      'refunds above what is gone',
      ({ payments, nextRefundId }) => ({
        payments,
        nextRefundId,
        refunds: [{ id: '1', payment: '5601', cents: '1', processed: false, mailed: false }],
      }),
    ],
    [
      'a refund of no payment',
      ({ payments, nextRefundId }) => ({
        payments,
        nextRefundId,
        refunds: [{ id: '1', payment: '1', cents: '0', processed: false, mailed: false }],
      }),
    ],
  ])('is not taken from a file with %s', (_what, change) => {
    expect(v.is(sandbox.schema, seed())).toBe(true);
    expect(v.is(sandbox.schema, change(seed()))).toBe(false);
  });
});

describe('a refund that is asked for by pick', () => {
  const pick = (entry: string, xml: string, state?: Ledger) => {
    const request = post({ ...right, refund_transaction_request: xml });
    return send({ ...request, headers: [...request.headers, [scenarioHeader, entry]] }, state);
  };

  it.each([
    ['don', '<processor_transaction_id>NEW</processor_transaction_id>'],
    ['pf', '<user_confirmation_code>1-2-3</user_confirmation_code>'],
    ['tr', `<transaction_id>9</transaction_id>${partial}<refund_amount>1</refund_amount>`],
    [
      'ticket',
      `<transaction_id>5591</transaction_id>${partial}<ticket_refund_item><ticket_class_id>7</ticket_class_id><ticket_refund_amount>600</ticket_refund_amount><num_of_tickets>3</num_of_tickets></ticket_refund_item>`,
    ],
    [
      'ecommerce',
      `<transaction_id>5644</transaction_id>${partial}<refund_item_id>1</refund_item_id><refund_item_id>2</refund_item_id>`,
    ],
    ['don', '<transaction_id>5603</transaction_id>'],
  ])('is recorded, and refused, whatever stands in the ledger: %s %s', (kind, content) => {
    const recorded = pick('recorded', items(kind, content));
    expect(recorded.response.body).toContain('"success":"true"');
    expect(v.is(sandbox.schema, recorded.state)).toBe(true);
    const refused = pick('item-refused', items(kind, content), recorded.state);
    expect(refused.response.body).toContain('"success":"false"');
    expect(v.is(sandbox.schema, refused.state)).toBe(true);
  });

  it('that no payment can have leaves the ledger as it is', () => {
    const { state, response } = pick('recorded', items('don', '<transaction_id>007</transaction_id>'));
    expect(response.body).toContain('"success":"false"');
    expect(state).toEqual(seed());
  });
});

describe('whatever is sent', () => {
  it('is answered without a failure, well-formed, and leaves a ledger that can be read again', () => {
    let state = seed();
    let recorded = 0;
    fc.assert(
      fc.property(anyRequest(), (request) => {
        const handled = send(request, state);
        recorded += handled.state.refunds.length - state.refunds.length;
        state = handled.state;
        expect([200, 302, 403, 404, 405, 400]).toContain(handled.response.status);
        if (handled.response.contentType.includes('json'))
          expect(parseJson(handled.response.body).ok).toBe(true);
        if (handled.response.contentType.includes('xml'))
          expect(parseXml(handled.response.body).ok).toBe(true);
        expect(v.is(sandbox.schema, state)).toBe(true);
        expect(refusals(handled.checks)).toBeLessThanOrEqual(1 + 200);
      }),
      { seed: 20_260_107, numRuns: 600 },
    );
    // The requests would show nothing if all were refused.
    expect(recorded).toBeGreaterThan(10);
  });
});

function refusals(checks: readonly SandboxCheck[]): number {
  return checks.filter(({ passed }) => !passed).length;
}

/** Right in most, off in some: so that all checks are met. */
function anyRequest(): fc.Arbitrary<SandboxRequest> {
  const text = fc.oneof(
    fc.constantFrom(
      '0',
      '1',
      '-1',
      '1e9',
      '',
      '__proto__',
      'constructor',
      '10.00',
      '007',
      '9'.repeat(31),
      'true',
    ),
    fc.constantFrom('5601', '5612', '5633', '5641', '101', '502', '301', '1002', 'full', 'partial'),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const xml = fc.oneof(
    anyElement(refundRequest, text, 0),
    fc.string({ unit: 'binary' }),
    fc.constant('<a><b></a>'),
  );
  const fields = fc.record({
    ...Object.fromEntries(
      Object.entries(right).map(([name, value]) => [
        name,
        fc.oneof({ weight: 30, arbitrary: fc.constant(value) }, text),
      ]),
    ),
    response_format: fc.constantFrom('xml', 'json', 'x'),
    refund_transaction_request: xml,
  });
  const headers = fc.array(
    fc.oneof(
      fc.tuple(fc.constant(scenarioHeader), fc.constantFrom(...sandbox.scenarios.map(({ id }) => id))),
      fc.tuple(fc.constantFrom('Content-Type', 'X', '__proto__'), fc.string()),
    ),
    { maxLength: 1 },
  );
  return fc
    .record({
      fields: fields as fc.Arbitrary<Record<string, string>>,
      method: fc.oneof({ weight: 20, arbitrary: fc.constant('POST') }, fc.constantFrom('GET', 'PUT', '')),
      path: fc.oneof({ weight: 20, arbitrary: fc.constant('/site/SRDonationAPI') }, fc.string()),
      more: headers,
    })
    .map(({ fields: given, method, path, more }) => {
      const request = post(given, { method, path });
      return { ...request, headers: [...request.headers, ...more] };
    });
}

/** An element of the schema with some of its children, texts from `text`. */
function anyElement(spec: FieldSpec, text: fc.Arbitrary<string>, depth: number): fc.Arbitrary<string> {
  const open = depth === 0 ? `${spec.name} xmlns="${namespace}"` : spec.name;
  if (spec.fields === undefined)
    return likelyText(spec, text).map(
      (value) => `<${open}>${value.replaceAll(/[<>&]|[^\t\n\r -\ud7ff\ue000-\ufffd]/gu, '')}</${spec.name}>`,
    );
  const isItem = depth === 2;
  const fields = spec.fields.filter(
    ({ name }) => !isItem || !identifierNames.some((known) => known === name),
  );
  const children = fields.map((field) => anyElement(field, text, depth + 1));
  const name = isItem
    ? likelyText({ type: 'integer' }, text).map((id) => `<transaction_id>${id}</transaction_id>`)
    : fc.constant('');
  return fc
    .tuple(name, fc.array(fc.oneof(...children), { minLength: isItem ? 0 : 1, maxLength: 4 }))
    .map(([named, inside]) => `<${open}>${named}${inside.join('')}</${spec.name}>`);
}

function likelyText(
  { type, choices = [] }: Pick<FieldSpec, 'type' | 'choices'>,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const likely = {
    integer: fc.constantFrom('5601', '5612', '5621', '5633', '5641', '101', '502', '301', '1002', '1', '2'),
    amount: fc.constantFrom('1', '100', '500', '2500', '0'),
    boolean: fc.constantFrom('true', 'false', '0', '1'),
    choice: fc.constantFrom(...choices, 'full'),
  };
  const known = type in likely ? likely[type as keyof typeof likely] : text;
  return fc.oneof({ weight: 100, arbitrary: known }, text);
}
