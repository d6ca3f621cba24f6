import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compilePattern, testPattern } from '../../../shared/formats/linear-pattern.ts';

function fits(source: string, text: string, range: 'whole' | 'part' = 'part'): boolean {
  const pattern = compilePattern(source);
  if (!pattern.ok) throw new Error(pattern.error);
  const found = testPattern(pattern.value, text, range);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

/** A regular expression over a few letters, without what is refused. */
const { pattern: patterns } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '^', '$', '\\b', '\\.', '\\u{61}', '\\p{L}'),
    fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(?:${left}|${right})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,}', '*?', '{1,2}?'))
      .map(([part, quantifier]) => `(${part})${quantifier}`),
    tie('pattern').map((part) => `(?<n>${part})`),
  ),
}));

const texts = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', ' ', '\n', 'é', '😀'), maxLength: 12 });

describe('testPattern', () => {
  it('always finds what a regular expression of JavaScript finds', () => {
    fc.assert(
      fc.property(patterns, texts, (source, text) => {
        let native: RegExp;
        try {
          native = new RegExp(source, 'u');
        } catch {
          return;
        }
        expect(fits(source, text)).toBe(native.test(text));
        expect(fits(source, text, 'whole')).toBe(new RegExp(`^(?:${source})$`, 'u').test(text));
      }),
      { numRuns: 1500 },
    );
  });

  it.each(['(a*)*b', '(a|a)*b', '(a+)+$', '(a|aa)+$', '([a-zA-Z]+)*\\d', '(.*)*x(.*)*y', 'a*a*a*a*a*a*b'])(
    'answers %s on a text made against it within a moment',
    (source) => {
      const started = performance.now();
      expect(fits(source, `${'a'.repeat(20_000)}!`)).toBe(false);
      expect(performance.now() - started).toBeLessThan(3000);
    },
  );

  it('gives up on ten million characters where the pattern makes them dear, and says so', () => {
    const pattern = compilePattern('(a|ab|b)*x');
    const started = performance.now();
    expect(pattern.ok && testPattern(pattern.value, 'ab'.repeat(5_000_000), 'part')).toEqual({
      ok: false,
      error: 'too long',
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('finds the end of a text of ten million characters', () => {
    expect(fits('needle$', `${'hay '.repeat(2_500_000)}needle`)).toBe(true);
  });
});

describe('edges of words', () => {
  it.each([
    ['\\bcat\\b', 'a cat sat', true],
    ['\\bcat\\b', 'concatenate', false],
    ['\\Bcat\\B', 'concatenate', true],
    ['\\Bcat', 'cat', false],
  ])('%s in %s', (source, text, expected) => {
    expect(fits(source, text)).toBe(expected);
  });
});

describe('compilePattern', () => {
  it.each([
    ['(?=a)', 'it looks ahead or behind, which is not supported here'],
    ['(?<!a)b', 'it looks ahead or behind, which is not supported here'],
    ['(a)\\1', 'it refers back to a group, which is not supported here'],
    ['(?<n>a)\\k<n>', 'it refers back to a group, which is not supported here'],
    ['(', 'it is not a regular expression: unterminated group'],
    ['[b-a]', 'it is not a regular expression: range out of order in character class'],
    ['((a{1000}){1000}){1000}', 'it repeats too much to be held'],
    [`${'('.repeat(300)}a${')'.repeat(300)}`, 'its groups are nested more than 200 deep'],
  ])('refuses %s', (source, reason) => {
    expect(compilePattern(source)).toEqual({ ok: false, error: reason });
  });

  it('takes an empty group a thousand million times for what it is', () => {
    expect(fits('(){1000000000}a', 'a')).toBe(true);
    expect(fits('(?:){0,1}', '')).toBe(true);
  });
});
