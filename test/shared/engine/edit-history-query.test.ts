import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  countFilters,
  filterValue,
  hasFilter,
  replaceFilters,
  toggleFilter,
} from '../../../shared/engine/edit-history-query.ts';
import { splitQuery } from '../../../shared/engine/split-query.ts';

const refused = { key: 'verdict', value: 'refused' };

describe('toggling a filter', () => {
  it('adds it at the end and takes it away again', () => {
    expect(toggleFilter('', refused)).toBe('verdict:refused');
    expect(toggleFilter('214', refused)).toBe('214 verdict:refused');
    expect(toggleFilter('214 verdict:refused after:7d', refused)).toBe('214 after:7d');
  });

  it('finds it in any case and in quotes', () => {
    expect(hasFilter('VERDICT:"Refused"', refused)).toBe(true);
    expect(toggleFilter('Verdict:REFUSED verdict:"refused"', refused)).toBe('');
  });

  it('leaves other values, and the same word without a name, alone', () => {
    expect(hasFilter('refused verdict:pending "verdict:refused"', refused)).toBe(false);
    expect(toggleFilter('refused verdict:pending', refused)).toBe('refused verdict:pending verdict:refused');
  });

  it('puts a value with blanks in quotes, and closes a quote that was left open', () => {
    expect(toggleFilter('"invalid ha', { key: 'env', value: 'Acme test' })).toBe(
      '"invalid ha" env:"Acme test"',
    );
  });

  it('always gives a query that holds the filter, keeps every other word, and can be taken back', () => {
    const word = fc.stringMatching(/^[a-z0-9:". ]{0,12}$/);
    const filter = fc.record({
      key: fc.constantFrom('verdict', 'tag', 'is'),
      value: fc.stringMatching(/^[a-z0-9]+(?: [a-z]+)?$/),
    });
    fc.assert(
      fc.property(fc.array(word), filter, (words, added) => {
        const text = words.join(' ');
        fc.pre(!hasFilter(text, added));
        const plain = (query: string): readonly string[] =>
          splitQuery(query).map(({ key, value }) => `${key}|${value}`);
        const toggled = toggleFilter(text, added);
        expect(plain(toggled)).toEqual([...plain(text), `${added.key}|${added.value}`]);
        expect(plain(toggleFilter(toggled, added))).toEqual(plain(text));
      }),
    );
  });
});

describe('replacing filters', () => {
  const times = ['after', 'before', 'on'];

  it('takes all of these names out and the new ones in', () => {
    expect(replaceFilters('after:7d 214 on:today', times, [{ key: 'on', value: 'yesterday' }])).toBe(
      '214 on:yesterday',
    );
    expect(replaceFilters('after:7d 214', times)).toBe('214');
  });

  it('counts them, and tells the last value', () => {
    expect(countFilters('after:7d 214 before:today tag:x', times)).toBe(2);
    expect(filterValue('after:7d after:30d', 'after')).toBe('30d');
    expect(filterValue('after', 'after')).toBe(null);
  });
});
