import { expect, it } from 'vitest';

import { exchangeWith, proposalsFor } from '../../../support/some-evidence.ts';

type Body = Readonly<Record<string, unknown>>;

function proposed(body: Body | string): readonly string[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return proposalsFor(exchangeWith({ body: text }, { text: '{}' }))
    .filter(({ text: found }) => found !== '00000000000000000012486538355')
    .map(({ kind, text: found, preselected }) => `${kind}: ${found}${preselected ? ' (preselected)' : ''}`);
}

it.each<[string, Body | string, readonly string[]]>([
  [
    'names by their field',
    { firstname: 'Ada', customer_name: 'Ada L.', card: { holder: 'A L' } },
    ['name: Ada', 'name: Ada L.', 'name: A L'],
  ],
  ['a name inside a person', { customer: { name: 'Ada', id: 7 } }, ['name: Ada']],
  ['no name of a product', { product: { name: 'Lamp' }, name: 'Lamp', productname: 'Lamp' }, []],
  [
    'e-mail addresses anywhere',
    { note: 'write to ada@example.org.' },
    ['e-mail: ada@example.org (preselected)'],
  ],
  [
    'card numbers, with blanks too',
    { pan: '4111 1111 1111 1111' },
    ['card number: 4111 1111 1111 1111 (preselected)'],
  ],
  [
    'a number of a card as a number',
    '{"pan": 4111111111111111}',
    ['card number: 4111111111111111 (preselected)'],
  ],
  ['no number with a wrong check digit', { pan: '4111111111111112' }, []],
  ['no amount', { amount: '4111111111111111.00' }, []],
  [
    'phone numbers',
    { phone: '030 123456', note: 'call +49 30 1234567' },
    ['phone number: 030 123456', 'phone number: +49 30 1234567'],
  ],
  [
    'bank accounts',
    { iban: 'DE89 3704 0044 0532 0130 00', other: 'DE89370400440532013001' },
    ['bank account: DE89 3704 0044 0532 0130 00'],
  ],
  [
    'fields of a form',
    'first_name=Ada+Maria&email=a%40example.org',
    ['name: Ada Maria', 'e-mail: a@example.org (preselected)'],
  ],
  [
    'XML, attributes too',
    '<a holder="Ada"><billing><name>A L</name></billing></a>',
    ['name: Ada', 'name: A L'],
  ],
  [
    'XML inside a form',
    `data=${encodeURIComponent('<a><lastName>Lovelace</lastName></a>')}`,
    ['name: Lovelace'],
  ],
  ['text that is nothing else', 'Dear ada@example.org', ['e-mail: ada@example.org (preselected)']],
  ['no reference', { firstname: '{{payu.firstname}}' }, []],
])('proposes %s', (_what, body, expected) => {
  expect(proposed(body)).toEqual(expected);
});

it('says how often and where, in the fields of request and answer', () => {
  const body = '{"email":"a@example.org"}';
  const exchange = exchangeWith(
    { url: 'http://127.0.0.1/x?mail=a%40example.org', body },
    { text: '{"customer":{"email":"a@example.org"}}' },
  );
  expect(proposalsFor(exchange)[0]).toMatchObject({
    text: 'a@example.org',
    count: 3,
    where: ['URL, mail', 'request body, email', 'response body, customer.email'],
  });
});

it('a number that is also an id is told to be one, and not taken out by itself', () => {
  const id = '4111111111111111';
  const exchange = exchangeWith({ body: `{"payu_id":${id}}` });
  const { explanation } = exchange;
  if (explanation === null) throw new Error('It has an explanation');
  const withId = { ...exchange, explanation: { ...explanation, identifiers: [['mihpayid', id]] as const } };
  expect(proposalsFor(withId)[0]).toMatchObject({ kind: 'card number', isId: true, preselected: false });
});
