import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareBodies, longestCompared, mostDifferences } from '../../../shared/engine/compare-bodies.ts';
import { ExactNumber, type JsonValue, writeJson } from '../../../shared/formats/json.ts';
import type { Difference, DifferenceKind } from '../../../shared/model/comparison.ts';

function compare(left: string | null, right: string | null, isForm = false): readonly Difference[] {
  return compareBodies({ text: left, isForm }, { text: right, isForm }).differences;
}

/** Kind, path and both values in short. */
function brief(differences: readonly Difference[]): readonly string[] {
  return differences.map(
    ({ kind, path, left, right }) => `${kind} ${path}: ${left?.text ?? '—'} | ${right?.text ?? '—'}`,
  );
}

describe('JSON', () => {
  it('tells what is missing, extra, of another type and of another value, in the order of the left one', () => {
    const left = '{"same": 1, "amount": 10, "note": "a", "more": {"x": 1}, "id": "7"}';
    const right = '{"id": 7, "less": [1, 2], "note": "b", "amount": 11, "same": 1}';
    expect(brief(compare(left, right))).toEqual([
      'value amount: 10 | 11',
      'value note: a | b',
      'extra more: 1 member | —',
      'type id: 7 | 7',
      'missing less: — | 2 items',
    ]);
    expect(compare(left, right)[3]).toMatchObject({
      left: { type: 'text' },
      right: { type: 'number' },
      note: 'The same text as another type.',
    });
  });

  it('keeps every digit of a number', () => {
    expect(brief(compare('{"id": 403993715529606983}', '{"id": 403993715529607000}'))).toEqual([
      'value id: 403993715529606983 | 403993715529607000',
    ]);
  });

  it.each([
    ['{"a": 1.00}', '{"a": 1.0}', 'The same number, written differently.'],
    ['{"a": 1e2}', '{"a": 100}', 'The same number, written differently.'],
    ['{"a": -0}', '{"a": 0.0}', 'The same number, written differently.'],
    ['{"a": "10"}', '{"a": "10.00"}', 'The same amount, written differently.'],
    ['{"a": "Success"}', '{"a": " Success\\n"}', 'Only blanks around it differ.'],
  ])('%s and %s differ in their notation only', (left, right, note) => {
    expect(compare(left, right)).toMatchObject([{ kind: 'notation', path: 'a', note }]);
  });

  it.each([
    ['{"a": "0005"}', '{"a": "5"}'],
    ['{"a": 1}', '{"a": -1}'],
    ['{"a": 1e400}', '{"a": 1e401}'],
  ])('%s and %s are different values', (left, right) => {
    expect(compare(left, right)).toMatchObject([{ kind: 'value', path: 'a' }]);
  });

  it('gives names their place, also strange ones and those that stand twice', () => {
    expect(brief(compare('{"a b": {"c.d": 1}}', '{"a b": {"c.d": 2}}'))).toEqual([
      'value ["a b"]["c.d"]: 1 | 2',
    ]);
    expect(brief(compare('{"a": 1, "a": 2}', '{"a": 1, "a": 3}'))).toEqual(['value a (2): 2 | 3']);
  });
});

describe('lists', () => {
  it('one item more marks nothing else', () => {
    expect(brief(compare('[1, 2, 3, 4]', '[1, 9, 2, 3, 4]'))).toEqual(['missing [1]: — | 9']);
    expect(brief(compare('[{"a": 1}, {"a": 2}]', '[{"a": 2}]'))).toEqual(['extra [0]: 1 member | —']);
  });

  it('items with an id are compared with the item of that id', () => {
    const left = '[{"id": "a", "sum": 1}, {"id": "b", "sum": 2}, {"id": "c", "sum": 3}]';
    const right = '[{"id": "b", "sum": 5}, {"id": "c", "sum": 3}, {"id": "d", "sum": 4}]';
    expect(brief(compare(left, right))).toEqual([
      'extra [0]: 2 members | —',
      'value [1].sum: 2 | 5',
      'missing [2]: — | 2 members',
    ]);
    expect(compare(left, right)[1]).toMatchObject({ left: { path: '[1].sum' }, right: { path: '[0].sum' } });
  });

  it('items whose ids are all others are compared in order', () => {
    expect(brief(compare('[{"id": 1, "ok": true}]', '[{"id": 2, "ok": true}]'))).toEqual([
      'value [0].id: 1 | 2',
    ]);
  });

  it('another order is a difference', () => {
    expect(compare('[{"id": 1}, {"id": 2}]', '[{"id": 2}, {"id": 1}]')).not.toEqual([]);
    expect(compare('[1, 2]', '[2, 1]')).not.toEqual([]);
  });

  it('long lists with a few changes far apart are still lined up', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => `"item ${index}"`);
    const changed = items.toSpliced(15_000, 1).toSpliced(100, 0, '"new"');
    expect(brief(compare(`[${items.join()}]`, `[${changed.join()}]`))).toEqual([
      'missing [100]: — | new',
      'extra [15000]: item 15000 | —',
    ]);
  });
});

describe('XML', () => {
  it('goes by local names; prefixes, namespaces and the order of attributes do not count', () => {
    const left = '<r xmlns="urn:a" one="1" two="2"><item>5</item></r>';
    const right = '<p:r xmlns:p="urn:b" two="2" one="1">\n  <p:item>5</p:item>\n</p:r>';
    expect(compare(left, right)).toEqual([]);
  });

  it('counts repeated elements from 1, and names attributes with an @', () => {
    const left = '<r><i code="1">a</i><i>b</i><gone/></r>';
    const right = '<r><i code="2">a</i><i>c</i></r>';
    expect(brief(compare(left, right))).toEqual([
      'value r/i[1]/@code: 1 | 2',
      'value r/i[2]: b | c',
      'extra r/gone:  | —',
    ]);
  });

  it('two roots are two places, and text is not elements', () => {
    expect(brief(compare('<a>1</a>', '<b>1</b>'))).toEqual(['extra a: 1 | —', 'missing b: — | 1']);
    expect(brief(compare('<r><a>1</a></r>', '<r><a><b/></a></r>'))).toEqual(['type r/a: 1 | 1 part']);
    expect(brief(compare('<r><a/></r>', '<r><a><b/></a></r>'))).toEqual(['missing r/a/b: — | ']);
  });

  it('blanks around a CDATA section are a matter of notation', () => {
    const spaced = '<r>\n  <![CDATA[Success]]>\n</r>';
    expect(compare('<r>Success</r>', spaced)).toMatchObject([{ kind: 'notation' }]);
  });
});

describe('forms', () => {
  it('are compared by field, and documents in their fields by structure', () => {
    const left = 'id=7&note=a+b&xml=%3Cr%3E%3Ca%3E1%3C%2Fa%3E%3C%2Fr%3E';
    const right = 'xml=%3Cr%3E%3Ca%3E2%3C%2Fa%3E%3C%2Fr%3E&id=7&x=1';
    expect(brief(compare(left, right, true))).toEqual([
      'extra note: a b | —',
      'value xml/r/a: 1 | 2',
      'missing x: — | 1',
    ]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['{"a": 1', '{"a": 1}', 'The left body is no well-formed'],
    ['Success', 'Failure', 'Both bodies are no well-formed'],
    ['{}', '<!doctype html><html></html>', 'The right body is no well-formed'],
  ])('%s and %s are compared as text', (left, right, words) => {
    const { differences, note } = compareBodies(
      { text: left, isForm: false },
      { text: right, isForm: false },
    );
    expect(differences).toMatchObject([{ kind: 'value', path: '' }]);
    expect(note).toContain(words);
  });

  it('two formats are told as such', () => {
    expect(brief(compare('{"a": 1}', '<a>1</a>'))).toEqual(['type : JSON | XML']);
  });

  it('nothing is missing, or extra', () => {
    expect(compare(null, '{}')).toMatchObject([{ kind: 'missing', left: null }]);
    expect(compare('{}', '')).toMatchObject([{ kind: 'extra', right: null }]);
    expect(compare(null, '')).toEqual([]);
  });
});

describe('limits', () => {
  it('bodies of 10 MB are told apart at once, as text', () => {
    const start = performance.now();
    const long = `["${'x'.repeat(10_000_000)}", 1]`;
    const { differences, note, incomplete } = compareBodies(
      { text: long, isForm: false },
      { text: long.replace('1]', '2]'), isForm: false },
    );
    expect(performance.now() - start).toBeLessThan(1000);
    expect(differences).toHaveLength(1);
    expect(incomplete).toBe(true);
    expect(note).toContain(`up to ${longestCompared}`);
  });

  it('no more differences are listed than anybody reads, and it says so', () => {
    const numbers = (from: number): string =>
      `{${Array.from({ length: 3000 }, (_, index) => `"n${index}": ${from + index}`).join()}}`;
    const { differences, note, incomplete } = compareBodies(
      { text: numbers(0), isForm: false },
      { text: numbers(1), isForm: false },
    );
    expect(differences).toHaveLength(mostDifferences);
    expect(incomplete).toBe(true);
    expect(note).toContain('these are the first');
  });
});

const seed = { seed: 20_261_121 };
const names = fc.constantFrom('id', 'code', 'a', 'b', 'long name', 'x.y', '', 'data');
const leaves: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom('1', '1.0', '-0', '12', '403993715529606983').map((text) => new ExactNumber(text)),
  fc.constantFrom('a', 'b', '1', ''),
  fc.boolean(),
  fc.constant(null),
);
const { value: values } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaves,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(names, tie('value'), { maxKeys: 4 }),
  ),
}));

describe('always', () => {
  it('a body does not differ from itself, whatever the order of its names', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(compare(writeJson(value), ` ${writeJson(turned(value))}`)).toEqual([]);
      }),
      { ...seed, numRuns: 500 },
    );
  });

  it('swapping the sides swaps the differences', () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        const there = compare(writeJson(left), writeJson(right));
        const back = compare(writeJson(right), writeJson(left));
        expect(sorted(back)).toEqual(sorted(there.map(mirrored)));
      }),
      { ...seed, numRuns: 1000 },
    );
  });

  it('also of lists that can be lined up in more than one way', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });
    fc.assert(
      fc.property(items, items, (left, right) => {
        const there = compare(writeJson(left), writeJson(right));
        const back = compare(writeJson(right), writeJson(left));
        expect(sorted(back)).toEqual(sorted(there.map(mirrored)));
      }),
      { ...seed, numRuns: 1000 },
    );
  });

  it('an item in front shifts nothing, whatever the order of names in the others', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 6 }), (items) => {
        const longer = ['first of all', ...items.map(turned)];
        expect(compare(writeJson(items), writeJson(longer))).toMatchObject([
          { kind: 'missing', path: '[0]' },
        ]);
      }),
      { ...seed, numRuns: 500 },
    );
  });

  it('one change is one difference, of its kind and at its place', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.constantFrom(...changes), (value, pick, change) => {
        const places = placesOf(value).filter(({ value: there }) => change.fits(there));
        const place = places[pick % Math.max(1, places.length)];
        fc.pre(place !== undefined);
        const changed = replaceAt(value, place.keys, change.make(place.value));
        const found = compare(writeJson(value), writeJson(changed));
        expect(found.map(({ kind, path }) => ({ kind, path }))).toEqual([
          { kind: change.kind, path: change.at(place.path) },
        ]);
      }),
      { ...seed, numRuns: 2000 },
    );
  });

  it('an item more in a list is one missing item of that list', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 8 }), values, fc.nat(), (items, item, pick) => {
        const longer = items.toSpliced(pick % (items.length + 1), 0, item);
        expect(compare(writeJson(items), writeJson(longer))).toMatchObject([
          { kind: 'missing', path: expect.stringMatching(/^\[\d+\]$/) },
        ]);
      }),
      { ...seed, numRuns: 1000 },
    );
  });
});

type Change = {
  readonly kind: DifferenceKind;
  readonly fits: (value: JsonValue) => boolean;
  readonly make: (value: JsonValue) => JsonValue;
  readonly at: (path: string) => string;
};

/** What may happen to one value of a body. */
const changes: readonly Change[] = [
  {
    kind: 'value',
    fits: (value) => typeof value === 'string',
    make: (value) => `${value as string}!`,
    at: (path) => path,
  },
  {
    kind: 'value',
    fits: (value) => value instanceof ExactNumber,
    make: () => new ExactNumber('77'),
    at: (path) => path,
  },
  {
    kind: 'notation',
    fits: (value) => value instanceof ExactNumber && !value.literal.includes('.'),
    make: (value) => new ExactNumber(`${(value as ExactNumber).literal}.000`),
    at: (path) => path,
  },
  { kind: 'type', fits: (value) => value === null, make: () => [], at: (path) => path },
  { kind: 'type', fits: isObject, make: () => 'text', at: (path) => path },
  {
    kind: 'missing',
    fits: isObject,
    make: (value) => ({ ...(value as object), added: 1n.toString() }),
    at: (path) => (path === '' ? 'added' : `${path}.added`),
  },
];

function isObject(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
  );
}

type Place = {
  readonly keys: readonly string[];
  readonly path: string;
  readonly value: JsonValue;
};

function placesOf(value: JsonValue, keys: readonly string[] = [], path = ''): readonly Place[] {
  const own = { keys, path, value };
  if (Array.isArray(value)) {
    return [
      own,
      ...value.flatMap((item, index) => placesOf(item, [...keys, `${index}`], `${path}[${index}]`)),
    ];
  }
  if (!isObject(value)) return [own];
  const inner = Object.entries(value).flatMap(([name, item]) => {
    const plain = path === '' ? name : `${path}.${name}`;
    return placesOf(item, [...keys, name], /^\w+$/.test(name) ? plain : `${path}[${JSON.stringify(name)}]`);
  });
  return [own, ...inner];
}

function replaceAt(value: JsonValue, [key, ...rest]: readonly string[], replacement: JsonValue): JsonValue {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((item, index) => (`${index}` === key ? replaceAt(item, rest, replacement) : item));
  }
  if (!isObject(value)) throw new Error('The place does not exist');
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === key ? replaceAt(item, rest, replacement) : item,
    ]),
  );
}

function turned(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(turned);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => [name, turned(item)] as const)
      .toReversed(),
  );
}

function mirrored(difference: Difference): Difference {
  const { kind, left, right } = difference;
  const turnedKind = kind === 'missing' ? 'extra' : kind === 'extra' ? 'missing' : kind;
  return { ...difference, kind: turnedKind, path: (right ?? left)?.path ?? '', left: right, right: left };
}

function sorted(differences: readonly Difference[]): readonly string[] {
  return differences.map((difference) => JSON.stringify(difference)).toSorted();
}
