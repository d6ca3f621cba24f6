import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { markMatches } from '../../../../renderer/features/command-palette/mark-matches.ts';
import type {
  PaletteEntry,
  PaletteKind,
} from '../../../../renderer/features/command-palette/palette-entry.ts';
import { readPaletteQuery } from '../../../../renderer/features/command-palette/palette-scopes.ts';
import {
  indexEntries,
  type PaletteGroup,
  rankEntries,
} from '../../../../renderer/features/command-palette/rank-entries.ts';

const entry = (title: string, kind: PaletteKind, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: `${kind}:${title}`,
  kind,
  title,
  detail: 'PayU',
  run: () => undefined,
  ...more,
});

const entries = [
  entry('Refund captured payment', 'Request'),
  entry('Partial refund', 'Request'),
  entry('Send the request', 'Command'),
  entry('2140 · Something else', 'Error code', { code: '2140' }),
  entry('214 · Two refunds of same amount', 'Error code', { code: '214', text: 'five minutes' }),
  entry('The refund id of 214 may be used again', 'Documentation'),
];

function rank(typed: string, chosen: readonly string[] = [], of = entries): readonly PaletteGroup[] {
  return rankEntries(indexEntries(of), readPaletteQuery(typed), chosen);
}

const titles = (groups: readonly PaletteGroup[]): readonly string[] =>
  groups.flatMap((group) => group.entries.map(({ title }) => title));

it('an exact code stands before everything that only begins with it or has it somewhere', () => {
  expect(titles(rank('214'))).toEqual([
    '214 · Two refunds of same amount',
    '2140 · Something else',
    'The refund id of 214 may be used again',
  ]);
});

it('the beginning of a title counts more than a word in it', () => {
  expect(titles(rank('refund')).slice(0, 2)).toEqual(['Refund captured payment', 'Partial refund']);
  expect(titles(rank('partial'))).toEqual(['Partial refund']);
});

it('words are found in any order, and in texts that are not shown', () => {
  expect(titles(rank('payment refund'))).toEqual(['Refund captured payment']);
  expect(titles(rank('minutes same five'))).toEqual(['214 · Two refunds of same amount']);
  expect(titles(rank('minutes hours'))).toEqual([]);
});

it('the documentation comes last among equals', () => {
  expect(rank('refund id').map(({ title }) => title)).toEqual(['Documentation']);
  expect(rank('refund').at(-1)?.title).toBe('Documentation');
});

it('a first character narrows the search to one kind', () => {
  expect(rank('#').map(({ title }) => title)).toEqual(['Error codes']);
  expect(titles(rank('> send'))).toEqual(['Send the request']);
  expect(titles(rank('?214'))).toEqual(['The refund id of 214 may be used again']);
  expect(titles(rank('/send'))).toEqual([]);
});

it('what was chosen lately comes first: under its own heading, and among equals', () => {
  const chosen = ['Request:Partial refund'];
  expect(rank('', chosen)[0]).toMatchObject({ title: 'Used lately', entries: [{ title: 'Partial refund' }] });
  const twins = [entry('Refund one', 'Request'), entry('Refund two', 'Request')];
  expect(titles(rank('refund', ['Request:Refund two'], twins))).toEqual(['Refund two', 'Refund one']);
});

it('of each kind a few are shown, and all of them once the search is narrowed to it', () => {
  const many = Array.from({ length: 5000 }, (_, index) => entry(`${index} code`, 'Error code'));
  const [group] = rank('code', [], many);
  expect(group?.entries.length).toBeLessThan(10);
  expect(group?.count).toBe(5000);
  expect(rank('#code', [], many)[0]?.entries.length).toBe(5000);
});

it('an entry never stands twice, and without a query nothing is missing', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(entries.length - 1)),
      fc.constantFrom('', 'refund', '214', 'a'),
      (places, typed) => {
        const chosen = places.map((place) => entries[place]?.id ?? '');
        const found = rank(typed, chosen).flatMap((group) => group.entries.map(({ id }) => id));
        expect(new Set(found).size).toBe(found.length);
        if (typed === '') expect(found.toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
      },
    ),
  );
});

it('marks every place where a word stands, and changes no letter', () => {
  expect(markMatches('Refund of a refund', ['refund'])).toEqual([
    { text: 'Refund', isMatch: true },
    { text: ' of a ', isMatch: false },
    { text: 'refund', isMatch: true },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string(), { maxLength: 3 }), (text, words) => {
      expect(
        markMatches(text, words)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
