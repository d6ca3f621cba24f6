import { describe, expect, it } from 'vitest';

import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import {
  type CatalogMatch,
  matchByStatus,
  matchCatalog,
  nearestEntries,
  searchCatalog,
} from '../../../shared/engine/match-catalog.ts';
import { entryOf } from '../support/demo-api.ts';

const twice = entryOf({ id: 'twice', code: '105', message: 'Same amount refunded twice.', status: [200] });
const token = entryOf({ id: 'token', code: '106', message: 'Token already exists.', status: [400] });
const partner = entryOf({ id: 'partner', code: '106', message: 'Invalid partner.', status: [400] });
const missing = entryOf({ id: 'missing', code: null, message: 'Order {id} was not found in {store}.' });
const gone = entryOf({ id: 'gone', status: [404] });
const denied = entryOf({ id: 'denied', status: [401, 403] });
const bare = entryOf({ id: 'bare', code: '0005' });
const catalog = [twice, token, partner, missing, gone, denied, bare];

describe('what the provider said', () => {
  it.each<[string, string | null, string | null, number | null, readonly string[]]>([
    ['code and words', '106', 'Invalid partner.', 400, ['partner']],
    ['words alone', null, 'Invalid partner.', null, ['partner']],
    ['words in another case, with other blanks and no stop', null, '  invalid  PARTNER ', null, ['partner']],
    ['words that carry on', '106', 'Failed: Token already exists. (17)', null, ['token']],
    ['words with something in the gaps', null, 'order 17/a was not found in shop\n3', null, ['missing']],
    ['words with nothing in the gaps but blanks', null, 'Order  was not found in .', null, ['missing']],
    ['a code alone', '105', null, null, ['twice']],
    ['a code that is documented without words', '0005', 'Whatever', null, ['bare']],
    ['another status than documented', '105', 'Same amount refunded twice.', 500, ['twice']],
  ])('is found by %s', (_title, code, message, status, ids) => {
    expect(idsOf(matchCatalog(catalog, [{ code, message }], status))).toEqual(ids);
  });

  it.each<[string, string | null, string | null]>([
    ['a code with other zeros', '5', null],
    ['part of a code', '10', null],
    ['part of the words', null, 'Invalid'],
    ['nothing', null, null],
    ['empty words', null, ''],
    ['words that would be a pattern', null, '.*'],
    ['the name of a property of every object', 'constructor', '__proto__'],
  ])('is not found by %s', (_title, code, message) => {
    expect(matchCatalog(catalog, [{ code, message }], null)).toEqual({ entries: [], equallyGood: 0 });
  });

  it('fits two entries equally well where only the code decides', () => {
    expect(matchCatalog(catalog, [{ code: '106', message: null }], 400)).toEqual({
      entries: [token, partner],
      equallyGood: 2,
    });
  });

  it('takes a code with other words only where nothing fits better', () => {
    expect(matchCatalog(catalog, [{ code: '105', message: 'Something new' }], null)).toEqual({
      entries: [twice],
      equallyGood: 1,
    });
    expect(idsOf(matchCatalog(catalog, [{ code: '105', message: 'Invalid partner.' }], null))).toEqual([
      'partner',
      'twice',
    ]);
  });

  it('takes the words under another code only where nothing fits better', () => {
    const other = entryOf({ id: 'other', code: '999', message: 'Invalid partner.' });
    expect(
      idsOf(matchCatalog([other, partner], [{ code: '106', message: 'Invalid partner.' }], null)),
    ).toEqual(['partner']);
  });

  it('lets the status break a tie, and nothing more', () => {
    const [early, late] = [
      entryOf({ id: 'early', code: '7', status: [400] }),
      entryOf({ id: 'late', code: '7', status: [500] }),
    ];
    expect(matchCatalog([early, late], [{ code: '7', message: null }], 500)).toEqual({
      entries: [late, early],
      equallyGood: 1,
    });
    expect(matchCatalog([early, late], [{ code: '7', message: null }], null).equallyGood).toBe(2);
    const words = entryOf({ id: 'words', message: 'Invalid partner.', status: [] });
    expect(matchCatalog([early, words], [{ code: '7', message: 'Invalid partner.' }], 400).entries[0]).toBe(
      words,
    );
  });

  it('ranks answers of a companion call after those of the call itself', () => {
    const companion = entryOf({ id: 'companion', code: '7', concerns: 'companion call' });
    const own = entryOf({ id: 'own', code: '7' });
    expect(matchCatalog([companion, own], [{ code: '7', message: null }], null)).toEqual({
      entries: [own, companion],
      equallyGood: 1,
    });
  });

  it('ranks whole words before words that stand somewhere in it', () => {
    const short = entryOf({ id: 'short', message: 'Token already exists' });
    const long = entryOf({ id: 'long', message: 'Refund FAILURE - Token already exists.' });
    expect(
      matchCatalog([short, long], [{ code: null, message: 'Refund FAILURE - Token already exists.' }], null),
    ).toEqual({
      entries: [long, short],
      equallyGood: 1,
    });
  });

  it('does not find an entry of very short words inside longer ones', () => {
    const short = entryOf({ id: 'short', message: 'No' });
    expect(matchCatalog([short], [{ code: null, message: 'Not allowed' }], null).entries).toEqual([]);
    expect(matchCatalog([short], [{ code: null, message: 'no.' }], null).entries).toEqual([short]);
  });

  it('keeps every finding that is documented, the first one first', () => {
    const findings = [
      { code: '1', message: 'never seen' },
      { code: '105', message: null },
      { code: '0005', message: null },
      { code: '105', message: 'Same amount refunded twice.' },
    ];
    expect(matchCatalog(catalog, findings, null)).toEqual({ entries: [twice, bare], equallyGood: 1 });
  });

  it('is looked up by status where its words and code are unknown', () => {
    expect(matchCatalog(catalog, [{ code: '1', message: 'new' }], 403)).toEqual({
      entries: [denied],
      equallyGood: 1,
    });
    expect(matchCatalog(catalog, [], 404)).toEqual({ entries: [gone], equallyGood: 1 });
  });
});

describe('a status alone', () => {
  it('finds only entries whose body is not documented', () => {
    expect(idsOf(matchByStatus(catalog, 401))).toEqual(['denied']);
    expect(idsOf(matchByStatus(catalog, 400))).toEqual([]);
    expect(idsOf(matchByStatus(catalog, null))).toEqual([]);
  });
});

describe('words in a free text', () => {
  it.each<[string, string, readonly string[]]>([
    ['words of an entry, over line ends', 'Hello,\nwe got: same amount\nrefunded  TWICE, why?', ['twice']],
    ['the longest words first', 'Order 1 was not found in x. Invalid partner', ['missing', 'partner']],
    ['a code that is called one', 'It says error code: 105!', ['twice']],
    ['a code in JSON that is cut off', '{"error_code":"0005","ms', ['bare']],
    ['a code under a name in camel case', 'errorCode=0005;', ['bare']],
    ['a word that only ends like code', 'zipcode: 105, terror: 105', []],
    ['a number that nobody calls a code', 'I paid 105 rupees in 0005', []],
    ['a longer number', 'code: 1055', []],
    ['a decimal number', 'error: 105.00', []],
    ['nothing', '', []],
  ])('are found: %s', (_title, text, ids) => expect(idsOf(searchCatalog(catalog, text))).toEqual(ids));

  it('count as equally good where they are equally long, or where it is the same code', () => {
    const [one, two] = [
      entryOf({ id: 'one', message: 'abcdefg' }),
      entryOf({ id: 'two', message: 'hijklmn' }),
    ];
    expect(searchCatalog([one, two], 'hijklmn abcdefg').equallyGood).toBe(2);
    expect(searchCatalog(catalog, 'error 106')).toEqual({ entries: [token, partner], equallyGood: 2 });
  });

  it('do not count below six characters', () => {
    expect(searchCatalog([entryOf({ id: 'short', message: 'Error' })], 'Error').entries).toEqual([]);
  });
});

describe('the nearest entries', () => {
  const nearest = (text: string, status: number | null = null): readonly string[] =>
    nearestEntries(catalog, text, status).map(({ id }) => id);

  it('share the most words with the text, names in camel case taken apart', () => {
    expect(nearest('{"msg":"amountRefundedTwice, same token"}')).toEqual(['twice', 'token']);
  });

  it('share a status where they share nothing else, and are none otherwise', () => {
    expect(nearest('xyz', 404)).toEqual(['gone']);
    expect(nearest('xyz', 418)).toEqual([]);
    expect(nearest('', null)).toEqual([]);
  });

  it('are three at most', () => {
    const many: readonly CatalogEntry[] = ['a', 'b', 'c', 'd'].map((id) =>
      entryOf({ id, message: 'insufficient' }),
    );
    expect(nearestEntries(many, 'insufficient balance', null)).toHaveLength(3);
  });
});

function idsOf({ entries }: CatalogMatch): readonly string[] {
  return entries.map(({ id }) => id);
}
