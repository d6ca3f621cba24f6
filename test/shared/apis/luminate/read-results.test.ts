import { describe, expect, it } from 'vitest';

import { readAnswer } from '../../../../shared/apis/luminate/read-answer.ts';
import type { Reading } from '../../../../shared/definition/answer.ts';
import { parseBody } from '../../../../shared/formats/body.ts';
import { writeForm } from '../../../../shared/formats/form.ts';
import type { RequestParts } from '../../../../shared/model/request-parts.ts';

/** A request of these items; each is a kind and the XML inside. */
function requestOf(
  ...items: readonly (readonly [kind: 'don' | 'tr' | 'ticket' | 'ecommerce', xml: string])[]
): RequestParts {
  const lists = items.map(([kind, xml]) => {
    const name = `${kind}RefundInfo`;
    return `<${name}List><${name}>${xml}</${name}></${name}List>`;
  });
  const text = `<refundRequest xmlns="http://convio.com/crm/v1.0">${lists.join('')}</refundRequest>`;
  const body = writeForm([
    { name: 'method', value: 'refundTransaction' },
    { name: 'refund_transaction_request', value: text },
  ]);
  return { method: 'POST', url: 'https://example.org/site/SRDonationAPI', headers: [], body };
}

type Result = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** The same answer in all its notations: XML, JSON with a list, and JSON with the only item in place of the list. */
function answersOf(...results: readonly Result[]): readonly string[] {
  const xml = results.map(
    (result) =>
      `<refundResult>${Object.entries(result)
        .map(([name, value]) => element(name, value))
        .join('')}</refundResult>`,
  );
  const json = (list: unknown): string =>
    JSON.stringify({ refundResponse: { refundResultList: { refundResult: list } } });
  return [
    `<c:refundResponse xmlns:c="http://convio.com/crm/v1.0"><refundResultList>${xml.join('')}</refundResultList></c:refundResponse>`,
    json(results),
    ...(results.length === 1 ? [json(results[0])] : []),
  ];
}

function element(name: string, value: string | Readonly<Record<string, string>>): string {
  const inner =
    typeof value === 'string'
      ? value
      : Object.entries(value)
          .map(([key, text]) => `<${key}>${text}</${key}>`)
          .join('');
  return `<${name}>${inner}</${name}>`;
}

/** Reads an answer in every notation, and fails the test where they do not say the same. */
function read(
  request: RequestParts | null,
  ...results: readonly Result[]
): Required<Pick<Reading, 'items' | 'notes'>> & Reading {
  const [first, ...others] = answersOf(...results).map((text) => {
    const body = parseBody(text);
    if (body.kind !== 'xml' && body.kind !== 'json') throw new Error(text);
    return readAnswer({ status: 200, headers: [], body, operation: 'refund', request });
  });
  for (const other of others) expect(other).toEqual(first);
  if (first?.items === undefined || first.notes === undefined) throw new Error('There are no items');
  return { ...first, items: first.items, notes: first.notes };
}

const gift = ['don', '<transaction_id>5579</transaction_id><refund_type>full</refund_type>'] as const;
const race = ['tr', '<processor_transaction_id>pp-17</processor_transaction_id>'] as const;
const tickets = ['ticket', '<user_confirmation_code>1-1-5590</user_confirmation_code>'] as const;

describe('results in the order of the request', () => {
  it('are tied to its items by position, with the words of each kind', () => {
    const reading = read(
      requestOf(gift, race, tickets),
      { success: 'true', refund_transaction_id: '1' },
      { success: 'false' },
      { success: 'true', refund_transaction_id: '3' },
    );
    expect(reading.items).toEqual([
      {
        kind: 'donation',
        asked: '5579',
        verdict: 'accepted',
        detail: 'recorded; no amount is given',
        refundId: '1',
      },
      {
        kind: 'TeamRaiser',
        asked: 'pp-17',
        verdict: 'refused',
        detail: 'refused; no reason is given',
        refundId: null,
      },
      {
        kind: 'tickets',
        asked: '1-1-5590',
        verdict: 'accepted',
        detail: 'recorded; no amount is given',
        refundId: '3',
      },
    ]);
    expect(reading.notes).toEqual([]);
    expect(reading.verdict).toBe('refused');
    expect(reading.summary).toBe('1 of 3 items refused, 2 recorded');
    expect(reading.identifiers).toEqual([
      ['refund_transaction_id', '1'],
      ['refund_transaction_id', '3'],
    ]);
  });

  it('are tied by position also where their ids say the same', () => {
    const reading = read(
      requestOf(gift, race),
      { payment_transaction_id: '5579', success: 'true', refund_transaction_id: '1' },
      { payment_processor_transaction_id: 'pp-17', success: 'true', refund_transaction_id: '2' },
    );
    expect(reading.items.map(({ asked }) => asked)).toEqual(['5579', 'pp-17']);
    expect(reading.notes).toEqual([]);
    expect(reading.verdict).toBe('accepted');
  });

  it('a confirmation code that does not end in the answered id contradicts nothing', () => {
    const reading = read(requestOf(tickets), {
      payment_transaction_id: '1',
      success: 'true',
      refund_transaction_id: '2',
    });
    expect(reading.items[0]).toMatchObject({ asked: '1-1-5590', verdict: 'accepted' });
  });
});

describe('results in another order', () => {
  const swapped = [
    { payment_processor_transaction_id: 'pp-17', success: 'false' },
    { payment_transaction_id: '5579', success: 'true', refund_transaction_id: '1' },
  ];

  it('are tied by id, and it is told', () => {
    const reading = read(requestOf(gift, race), ...swapped);
    expect(reading.items).toMatchObject([
      { kind: 'TeamRaiser', asked: 'pp-17', verdict: 'refused' },
      { kind: 'donation', asked: '5579', verdict: 'accepted', refundId: '1' },
    ]);
    expect(reading.notes).toEqual([
      'The results do not come in the order of the request; they are tied to it by id.',
    ]);
  });

  it('are tied by the end of a confirmation code', () => {
    const reading = read(
      requestOf(gift, tickets),
      { payment_transaction_id: '5590', success: 'false' },
      { payment_transaction_id: '5579', success: 'true', refund_transaction_id: '1' },
    );
    expect(reading.items.map(({ asked, verdict }) => [asked, verdict])).toEqual([
      ['1-1-5590', 'refused'],
      ['5579', 'accepted'],
    ]);
  });

  it('are not tied by a code that ends in other digits', () => {
    const reading = read(
      requestOf(gift, tickets),
      { payment_transaction_id: '590', success: 'false' },
      { payment_transaction_id: '5579', success: 'true', refund_transaction_id: '1' },
    );
    expect(reading.items.map(({ asked }) => asked)).toEqual([null, '5579']);
  });

  it('are tied to nothing where an id is asked for twice', () => {
    const reading = read(
      requestOf(gift, gift, race),
      { payment_processor_transaction_id: 'pp-17', success: 'true', refund_transaction_id: '1' },
      { payment_transaction_id: '5579', success: 'true', refund_transaction_id: '2' },
      { payment_transaction_id: '5579', success: 'false' },
    );
    expect(reading.items.map(({ kind, asked }) => [kind, asked])).toEqual([
      ['TeamRaiser', 'pp-17'],
      ['refund', null],
      ['refund', null],
    ]);
    expect(reading.items[2]?.detail).toBe('transaction 5579: refused; no reason is given');
  });

  it('with an id that nobody asked for are tied to nothing', () => {
    const reading = read(requestOf(gift), {
      payment_transaction_id: '9999',
      success: 'true',
      refund_transaction_id: '1',
    });
    expect(reading.items).toMatchObject([
      { kind: 'refund', asked: null, detail: 'transaction 9999: recorded; no amount is given' },
    ]);
  });
});

describe('another number of results than of items', () => {
  it('leaves what has no result unknown, and never looks like a success', () => {
    const reading = read(requestOf(gift, race), {
      payment_transaction_id: '5579',
      success: 'true',
      refund_transaction_id: '1',
    });
    expect(reading.items).toMatchObject([
      { asked: '5579', verdict: 'accepted' },
      { asked: 'pp-17', verdict: 'unknown', detail: 'no result can be tied to it' },
    ]);
    expect(reading.verdict).toBe('unknown');
    expect(reading.notes).toEqual(['2 refunds were asked for, and 1 results came back.']);
  });

  it('ties nothing by position: a result without ids belongs to no item', () => {
    const reading = read(requestOf(gift, race), { success: 'true', refund_transaction_id: '1' });
    expect(reading.items.map(({ asked, verdict }) => [asked, verdict])).toEqual([
      [null, 'accepted'],
      ['5579', 'unknown'],
      ['pp-17', 'unknown'],
    ]);
    expect(reading.verdict).toBe('unknown');
  });

  it('counts results beyond the items', () => {
    const done = { payment_transaction_id: '5579', success: 'true', refund_transaction_id: '1' };
    const reading = read(requestOf(gift), done, { ...done, payment_transaction_id: '1' });
    expect(reading.items.map(({ asked }) => asked)).toEqual(['5579', null]);
    expect(reading.notes).toEqual(['1 refunds were asked for, and 2 results came back.']);
  });

  it('is no matter where the request is not known', () => {
    const reading = read(null, {
      payment_transaction_id: '5579',
      success: 'true',
      refund_transaction_id: '1',
    });
    expect(reading.items).toMatchObject([{ kind: 'refund', asked: null, verdict: 'accepted' }]);
    expect(reading.notes).toEqual([]);
    expect(reading.verdict).toBe('accepted');
  });
});

describe('success', () => {
  it.each([
    ['true', 'accepted'],
    ['1', 'accepted'],
    ['false', 'refused'],
    ['0', 'refused'],
    ['True', 'unknown'],
    ['yes', 'unknown'],
    ['', 'unknown'],
  ])('%j means %s', (success, verdict) => {
    expect(read(requestOf(gift), { success, refund_transaction_id: '1' }).verdict).toBe(verdict);
  });
});

describe('amounts in a result', () => {
  const amount = (decimal: string, formatted: string) => ({ decimal, formatted });
  const done = { success: 'true', refund_transaction_id: '1', payment_transaction_id: '5579' };

  it('are given in words with both units', () => {
    const part = {
      ...done,
      initial_amount: amount('2000', '$20.00'),
      refund_amount: amount('1005', '$10.05'),
      final_amount: amount('995', '$9.95'),
    };
    expect(read(requestOf(gift), part).items[0]?.detail).toBe('10.05 of 20.00 USD (1005 of 2000 in cents)');
    const all = {
      ...done,
      initial_amount: amount('2000', '€20,00'),
      refund_amount: amount('2000', '€20,00'),
      final_amount: amount('0', '€0,00'),
    };
    const reading = read(requestOf(gift), all);
    expect(reading.items[0]?.detail).toBe('20.00 €, all of it (2000 in cents)');
    expect(reading.notes).toEqual([]);
  });

  it('that are formatted as others are told, as the document swaps them; the decimals count', () => {
    const swapped = {
      ...done,
      initial_amount: amount('2000', '$10.00'),
      refund_amount: amount('1000', '$20.00'),
      final_amount: amount('1000', '$10.00'),
    };
    const reading = read(requestOf(gift), swapped);
    expect(reading.items[0]?.detail).toBe('10.00 of 20.00 USD (1000 of 2000 in cents)');
    expect(reading.notes).toEqual([
      'donation 5579: initial_amount is 2000, but formatted as $10.00; refund_amount is 1000, but formatted as $20.00. The decimals count, in cents; the document shows the same slip.',
    ]);
    expect(reading.verdict).toBe('accepted');
  });

  it.each(['$1,000.00', '1000.00 $', '$1000.00', 'USD'])(
    'that are formatted as %s are right',
    (formatted) => {
      expect(read(requestOf(gift), { ...done, refund_amount: amount('100000', formatted) }).notes).toEqual(
        [],
      );
    },
  );

  it('that do not add up are told, beyond what a JavaScript number holds', () => {
    const wrong = {
      ...done,
      initial_amount: amount('90071992547409930', ''),
      refund_amount: amount('1', ''),
      final_amount: amount('90071992547409930', ''),
    };
    expect(read(requestOf(gift), wrong).notes).toEqual([
      'donation 5579: initial 90071992547409930 minus refund 1 is not final 90071992547409930 (in cents).',
    ]);
    expect(read(requestOf(gift), { ...wrong, final_amount: amount('90071992547409929', '') }).notes).toEqual(
      [],
    );
  });

  it('that are others than those asked for are told', () => {
    const part = [
      'don',
      '<transaction_id>5579</transaction_id><refund_type>partial</refund_type><refund_amount>1000</refund_amount>',
    ] as const;
    expect(read(requestOf(part), { ...done, refund_amount: amount('900', '') }).notes).toEqual([
      'donation 5579: 1000 cents were asked for, and 900 were recorded.',
    ]);
    expect(read(requestOf(part), { ...done, refund_amount: amount('1000', '') }).notes).toEqual([]);
  });

  it('are not compared where a store item stands among what was asked for', () => {
    const items = [
      'ecommerce',
      '<transaction_id>5579</transaction_id><refund_type>partial</refund_type><refund_item_id>7</refund_item_id><shipping_refund_amount>100</shipping_refund_amount>',
    ] as const;
    expect(read(requestOf(items), { ...done, refund_amount: amount('900', '') }).notes).toEqual([]);
  });

  it('of a part are told where the whole was asked for', () => {
    expect(read(requestOf(gift), { ...done, full_refund: 'false' }).notes).toEqual([
      'donation 5579: a full refund was asked for, but full_refund is false.',
    ]);
  });

  it('and an id that is missing are told for a success only', () => {
    expect(read(requestOf(gift), { success: 'true' }).notes).toEqual([
      'donation 5579: success is true, but no refund_transaction_id is given.',
    ]);
    expect(read(requestOf(gift), { success: 'false', full_refund: 'false' }).notes).toEqual([]);
  });

  it.each(['10.00', '', '-5', 'ten'])('that are no cents, like %j, are not used', (decimal) => {
    const reading = read(requestOf(gift), { ...done, refund_amount: amount(decimal, '$10.00') });
    expect(reading.items[0]?.detail).toBe('recorded; no amount is given');
    expect(reading.notes).toEqual([]);
  });
});
