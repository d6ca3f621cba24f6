import { expect, it } from 'vitest';

import { apis } from '../../../../shared/apis/registry.ts';
import { indexCatalogs } from '../../../../shared/engine/catalog/index-catalogs.ts';
import { searchCatalogs } from '../../../../shared/engine/catalog/search-catalogs.ts';
import { sumUpSearch } from '../../../../shared/engine/catalog/sum-up-search.ts';

const index = indexCatalogs(apis);
const count = apis.flatMap(({ catalog }) => catalog).length;

it.each([
  ['', `${count} documented answers of ${apis.length} APIs.`],
  ['1', 'Code 1 is documented by 2 APIs, with different meanings.'],
  ['214', 'Code 214 is documented by PayU · WhatsApp refunds alone.'],
  ['code 0231', 'Code 0231 is documented by EduBrite LMS alone, with 3 meanings.'],
  ['HTTP 510', 'HTTP 510 is documented by Front Payment · terminal alone, in 2 answers.'],
  ['Invalid Hash', 'These words are documented by PayU · WhatsApp refunds alone.'],
  ['weekly limit reached', '1 answer of Front Payment · terminal fits.'],
  ['code 999', 'No API documents the code 999. Nothing like it is documented.'],
  ['code 999 was sent before', 'No API documents the code 999. These come nearest.'],
  ['refund id was used before', 'No documented answer fits. These come nearest.'],
  ['xyzzy', 'Nothing like it is documented.'],
  [
    `code 214 ${'x '.repeat(3000)}`,
    'Code 214 is documented by PayU · WhatsApp refunds alone. Only the beginning of the text was read.',
  ],
])('%j is summed up', (query, expected) => {
  expect(sumUpSearch(searchCatalogs(index, query), query !== '')).toBe(expected);
});

it('a number that is a code and a status is both', () => {
  expect(sumUpSearch(searchCatalogs(index, '400'), true)).toMatch(
    /^Code 400 is documented by .* alone\. HTTP 400 is documented by 3 APIs, in \d+ answers\.$/,
  );
});
