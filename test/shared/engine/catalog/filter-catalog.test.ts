import { describe, expect, it } from 'vitest';

import {
  type CatalogFilter,
  countFilter,
  noFilter,
  passesFilter,
  statusesOf,
} from '../../../../shared/engine/catalog/filter-catalog.ts';
import { assumption } from '../../../../shared/model/source.ts';
import { entryOf } from '../../support/demo-api.ts';

const coded = entryOf({ id: 'coded', code: '3', status: [200, 403] });
const bare = entryOf({ id: 'bare', verdict: 'unknown', source: assumption('Nothing is said of it') });

describe('a filter', () => {
  it.each<[string, Partial<CatalogFilter>, boolean, boolean]>([
    ['nothing', {}, true, true],
    ['one of its statuses', { statuses: [403] }, true, false],
    ['several statuses', { statuses: [500, 'none'] }, false, true],
    ['a code', { codes: ['with'] }, true, false],
    ['no code', { codes: ['without'] }, false, true],
    ['either', { codes: ['with', 'without'] }, true, true],
    ['a source', { origins: ['assumption'] }, false, true],
    ['a verdict', { verdicts: ['refused', 'pending'] }, true, false],
    ['another API', { apis: ['other'] }, false, false],
    ['its API', { apis: ['demo', 'other'] }, true, true],
    ['several kinds at once', { statuses: [200], origins: ['assumption'] }, false, false],
  ])('for %s', (_title, part, first, second) => {
    const filter = { ...noFilter, ...part };
    expect([passesFilter(filter, coded, 'demo'), passesFilter(filter, bare, 'demo')]).toEqual([
      first,
      second,
    ]);
  });

  it('counts what it asks for', () => {
    expect(countFilter(noFilter)).toBe(0);
    expect(countFilter({ ...noFilter, statuses: [200, 'none'], codes: ['with'] })).toBe(3);
  });
});

it('offers the statuses that come, each once, and none where a document names none', () => {
  expect(statusesOf([coded, entryOf({ id: 'again', status: [403, 400] })])).toEqual([200, 400, 403]);
  expect(statusesOf([bare, coded])).toEqual([200, 403, 'none']);
});
