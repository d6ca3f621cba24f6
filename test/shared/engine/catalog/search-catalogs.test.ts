import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apis } from '../../../../shared/apis/registry.ts';
import { indexCatalogs } from '../../../../shared/engine/catalog/index-catalogs.ts';
import { longestSearch, searchCatalogs } from '../../../../shared/engine/catalog/search-catalogs.ts';
import { foldWords } from '../../../../shared/engine/fold-words.ts';
import { demoApi, entryOf } from '../../support/demo-api.ts';

const first = demoApi({
  id: 'first',
  title: 'First Pay',
  vendor: 'First',
  catalog: [
    entryOf({ id: 'three', code: '3', message: 'Login failed.', status: [403] }),
    entryOf({
      id: 'twice',
      code: '214',
      message: 'Two refunds of same amount within 5 minutes',
      status: [400],
    }),
    entryOf({ id: 'same', code: '400', message: 'Nothing was fetched', status: [400] }),
    entryOf({ id: 'missing', message: 'Order {id} was not found in {store}.', status: [404] }),
    entryOf({ id: 'camel', message: 'orderNotRefundable', status: [417] }),
  ],
});
const second = demoApi({
  id: 'second',
  title: 'Second Pay',
  vendor: 'Second',
  catalog: [
    entryOf({ id: 'three', code: '3', title: 'the group is full' }),
    entryOf({ id: 'zeros', code: '0214', title: 'the file is closed' }),
    entryOf({ id: 'word', code: 'REFUNDED', title: 'done' }),
    entryOf({ id: 'other', message: 'Login failed.', concerns: 'related page' }),
  ],
});
const index = indexCatalogs([first, second]);

function found(query: string): readonly string[] {
  return searchCatalogs(index, query).hits.map(({ api, entry, fit }) => `${fit} ${api.id}/${entry.id}`);
}

describe('an entry', () => {
  it.each<[string, readonly string[]]>([
    ['3', ['code first/three', 'code second/three']],
    ['code 3', ['code first/three', 'code second/three']],
    ['second 3', ['code second/three']],
    ['214', ['code first/twice', 'words second/zeros']],
    ['refunds stopped with 214', ['code first/twice']],
    ['{"status":0,"error_code":"214","msg":"?"}', ['code first/twice', 'words second/zeros']],
    ['<msg><code>0214</code></msg>', ['code second/zeros', 'words first/twice']],
    ['errorCode=3; amount=214', ['code first/three', 'code second/three']],
    ['refunded', ['code second/word']],
    ['{"status": "REFUNDED"}', ['code second/word']],
  ])('is found by its code in %j', (query, expected) => {
    expect(found(query).slice(0, expected.length)).toEqual(expected);
  });

  it.each(['5', 'amount 5 minutes', 'paid 3 times for 5 minutes, what now', 'HTTP 400', '400 Bad Request'])(
    'is not found by a code in %j, which is a time, a number of times or a status',
    (query) => {
      expect(found(query).filter((hit) => hit.startsWith('code'))).toEqual([]);
    },
  );

  it.each([
    ['LOGIN   failed', ['message first/three', 'message second/other']],
    ['the log says: Login failed. (17) at 10:02', ['message first/three', 'message second/other']],
    ['Order 17/a was not found in shop-3', ['message first/missing']],
    ['fails with Two refunds of the same amount in 5 minutes', ['message first/twice']],
    ['two refunds of sa', ['message first/twice']],
    ['order not refundable', ['message first/camel']],
    ['orderNotRefundable', ['message first/camel']],
  ])('is found by the documented words in %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('is found by words from anywhere, in any order, begun or in the plural', () => {
    expect(found('groups ful')).toEqual(['words second/three']);
  });

  it('is found by its status', () => {
    expect(found('400 Bad Request').toSorted()).toEqual(['words first/same', 'words first/twice']);
    expect(searchCatalogs(index, 'HTTP/1.1 404').statuses).toEqual([404]);
  });

  it('is offered as the nearest where nothing fits', () => {
    expect(found('the group was shut')).toEqual(['near second/three']);
    expect(found('xyzzy')).toEqual([]);
  });
});

it('gives everything in order where nothing is asked', () => {
  for (const query of ['', '  ', '?!']) {
    expect(searchCatalogs(index, query).hits.map(({ entry }) => entry)).toEqual([
      ...first.catalog,
      ...second.catalog,
    ]);
  }
});

it('names the codes that were asked for, documented or not', () => {
  expect(searchCatalogs(index, 'code 999').codes).toEqual(['999']);
  expect(searchCatalogs(index, '999').codes).toEqual(['999']);
  expect(searchCatalogs(index, 'nothing to see').codes).toEqual([]);
});

it('reads the beginning of a long text, and says so', () => {
  const log = `code 214 ${'x '.repeat(longestSearch)}`;
  expect(searchCatalogs(index, log)).toMatchObject({ isCut: true, codes: ['214'] });
  expect(searchCatalogs(index, 'code 214').isCut).toBe(false);
});

describe('in the catalogs of the APIs', () => {
  const all = indexCatalogs(apis);
  const known = fc.constantFrom(...all.entries);
  const around = fc.string({ unit: 'grapheme', maxLength: 40 });

  it('every code leads to its entries, before all others', () => {
    for (const { code } of apis.flatMap(({ catalog }) => catalog)) {
      if (code === null) continue;
      const own = all.entries.filter(({ entry }) => entry.code?.toLowerCase() === code.toLowerCase());
      const hits = searchCatalogs(all, code).hits.slice(0, own.length);
      expect(new Set(hits.map(({ entry }) => entry))).toEqual(new Set(own.map(({ entry }) => entry)));
    }
  });

  it('every documented sentence leads to its entry, whatever fills its gaps and stands around it', () => {
    const sentences = all.entries.filter(({ messageWords }) => messageWords.size >= 3);
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.stringMatching(/^[A-Z]{2,6}$/),
        fc.stringMatching(/^[a-z ]{0,30}$/),
        ({ entry }, filler, text) => {
          const said = (entry.message ?? '').replaceAll(/\{\w+\}/g, filler);
          const { hits } = searchCatalogs(all, `${text}: ${said} / ${text}`);
          expect(hits.filter(({ fit }) => fit === 'message').map((hit) => hit.entry)).toContain(entry);
        },
      ),
    );
  });

  it('case, accents and blanks make no difference', () => {
    fc.assert(
      fc.property(known, ({ entry }) => {
        const plain = searchCatalogs(all, entry.title).hits;
        expect(searchCatalogs(all, `  ${entry.title.toUpperCase().replaceAll(' ', '  ')} `).hits).toEqual(
          plain,
        );
        expect(plain.map((hit) => hit.entry)).toContain(entry);
      }),
    );
  });

  it('any text gives each entry once at most, and those that fit or those that are near, never both', () => {
    fc.assert(
      fc.property(around, known, around, (before, { entry }, after) => {
        const { hits } = searchCatalogs(all, `${before}${entry.code ?? entry.title}${after}`);
        expect(new Set(hits.map((hit) => hit.entry)).size).toBe(hits.length);
        const near = hits.filter(({ fit }) => fit === 'near').length;
        expect([0, hits.length]).toContain(near);
        const isNothing = foldWords(before + entry.title + after).length === 0;
        expect(hits.length === all.entries.length && !isNothing).toBe(false);
      }),
    );
  });
});
