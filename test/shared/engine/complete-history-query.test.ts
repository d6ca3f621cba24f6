import { describe, expect, it } from 'vitest';

import { completeHistoryQuery } from '../../../shared/engine/complete-history-query.ts';

const known = {
  verdict: [
    { value: 'accepted', detail: '' },
    { value: 'refused', detail: '' },
  ],
  env: [{ value: 'Acme test', detail: 'test' }],
};

const offers = (text: string, caret = text.length): readonly string[] =>
  completeHistoryQuery(text, caret, known).map((completion) => completion.text);

describe('completing a query', () => {
  it('offers the names of filters that begin as the word does', () => {
    expect(offers('ver')).toEqual(['verdict:']);
    expect(offers('214 T')).toEqual(['template:', 'tag:', 'ticket:', 'transaction:']);
    expect(offers('403')).toEqual([]);
  });

  it('offers the values of the filter', () => {
    expect(offers('verdict:')).toEqual(['verdict:accepted', 'verdict:refused']);
    expect(offers('verdict:re')).toEqual(['verdict:refused']);
    expect(offers('after:')).toEqual(['after:today', 'after:yesterday', 'after:7d', 'after:30d']);
    expect(offers('nothing:')).toEqual([]);
  });

  it('offers nothing for what is complete, or stands in quotes', () => {
    expect(offers('verdict:refused')).toEqual([]);
    expect(offers('"ver')).toEqual([]);
  });

  it('replaces the word at the caret only', () => {
    expect(completeHistoryQuery('ver 214', 3, known)).toEqual([
      {
        text: 'verdict:',
        detail: 'accepted, pending, refused, unknown',
        query: 'verdict: 214',
        caret: 8,
      },
    ]);
    expect(completeHistoryQuery('214 verdict:re', 14, known)).toEqual([
      { text: 'verdict:refused', detail: '', query: '214 verdict:refused ', caret: 20 },
    ]);
  });

  it('puts a value with blanks in quotes, and goes on with one that is quoted', () => {
    expect(offers('env:ac')).toEqual(['env:"Acme test"']);
    expect(offers('env:"acme t')).toEqual(['env:"Acme test"']);
  });
});
