import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseJsonPath, selectJson } from '../../../shared/formats/json-path.ts';
import { compactJson, parseJson } from '../../../shared/formats/json.ts';

function select(path: string, json: string): readonly string[] {
  const root = parseJson(json);
  const parsed = parseJsonPath(path);
  if (!root.ok || !parsed.ok) throw new Error(JSON.stringify([root, parsed]));
  const nodes = selectJson(parsed.value, root.value);
  if (nodes === null) throw new Error('too much');
  return nodes.map(compactJson);
}

/** RFC 9535, figure 1. */
const store = `{ "store": { "book": [
  { "category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95 },
  { "category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99 },
  { "category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3", "price": 8.99 },
  { "category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings", "isbn": "0-395-19395-8",
    "price": 22.99 } ],
  "bicycle": { "color": "red", "price": 399 } } }`;

describe('RFC 9535, table 2: the book store', () => {
  it.each([
    ['$.store.book[*].author', 4],
    ['$..author', 4],
    ['$.store.*', 2],
    ['$.store..price', 5],
    ['$..book[2]', 1],
    ['$..book[-1]', 1],
    ['$..book[0,1]', 2],
    ['$..book[:2]', 2],
    ['$..book[?@.isbn]', 2],
    ['$..book[?@.price<10]', 2],
    ['$..*', 27],
  ])('%s selects %i nodes', (path, count) => {
    expect(select(path, store)).toHaveLength(count);
  });

  it('gives the values themselves', () => {
    expect(select('$..book[?@.price<10].price', store)).toEqual(['8.95', '8.99']);
    expect(select('$..book[-1].author', store)).toEqual(['"J. R. R. Tolkien"']);
    expect(select('$.store..price', store)).toEqual(['8.95', '12.99', '8.99', '22.99', '399']);
  });
});

describe('RFC 9535, selectors and segments', () => {
  const names = '{"o": {"j j": {"k.k": 3}}, "\'": {"@": 2}}';
  const nested = '{"o": {"j": 1, "k": 2}, "a": [5, 3]}';
  const letters = '["a", "b", "c", "d", "e", "f", "g"]';
  const deep = '{"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]}';
  it.each([
    // 2.3.1.3
    [`$.o['j j']`, names, ['{"k.k":3}']],
    [`$.o['j j']['k.k']`, names, ['3']],
    [`$.o["j j"]["k.k"]`, names, ['3']],
    [`$["'"]["@"]`, names, ['2']],
    // 2.3.2.3
    ['$[*]', nested, ['{"j":1,"k":2}', '[5,3]']],
    ['$.o[*]', nested, ['1', '2']],
    ['$.o[*, *]', nested, ['1', '2', '1', '2']],
    ['$.a[*]', nested, ['5', '3']],
    // 2.3.3.3
    ['$[1]', '["a","b"]', ['"b"']],
    ['$[-2]', '["a","b"]', ['"a"']],
    ['$[2]', '["a","b"]', []],
    // 2.3.4.3
    ['$[1:3]', letters, ['"b"', '"c"']],
    ['$[5:]', letters, ['"f"', '"g"']],
    ['$[1:5:2]', letters, ['"b"', '"d"']],
    ['$[5:1:-2]', letters, ['"f"', '"d"']],
    ['$[::-1]', letters, ['"g"', '"f"', '"e"', '"d"', '"c"', '"b"', '"a"']],
    ['$[::0]', letters, []],
    ['$[-3:]', letters, ['"e"', '"f"', '"g"']],
    ['$[:-5:-1]', letters, ['"g"', '"f"', '"e"', '"d"']],
    // 2.5.1.3
    ['$[0, 3]', letters, ['"a"', '"d"']],
    ['$[0:2, 5]', letters, ['"a"', '"b"', '"f"']],
    ['$[0, 0]', letters, ['"a"', '"a"']],
    // 2.5.2.3
    ['$..j', deep, ['1', '4']],
    ['$..[0]', deep, ['5', '{"j":4}']],
    ['$..o', deep, ['{"j":1,"k":2}']],
    ['$.o..[*, *]', deep, ['1', '2', '1', '2']],
    ['$.a..[0, 1]', deep, ['5', '3', '{"j":4}', '{"k":6}']],
    // 2.6.1
    ['$.a', '{"a": null}', ['null']],
    ['$.a[0]', '{"a": null}', []],
    ['$.b[?@]', '{"b": [null]}', ['null']],
    ['$.b[?@==null]', '{"b": [null]}', ['null']],
    ['$.c[?@.d==null]', '{"c": [{}]}', []],
    ['$.null', '{"null": 1}', ['1']],
  ])('%s of %s', (path, json, expected) => {
    expect(select(path, json)).toEqual(expected);
  });
});

describe('RFC 9535, table 12: filters', () => {
  const json = `{ "a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
    "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f" }`;
  it.each([
    [`$.a[?@.b == 'kilo']`, ['{"b":"kilo"}']],
    [`$.a[?(@.b == 'kilo')]`, ['{"b":"kilo"}']],
    ['$.a[?@>3.5]', ['5', '4', '6']],
    ['$.a[?@.b]', ['{"b":"j"}', '{"b":"k"}', '{"b":{}}', '{"b":"kilo"}']],
    [
      '$[?@.*]',
      ['[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]', '{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}}'],
    ],
    ['$[?@[?@.b]]', ['[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]']],
    ['$.o[?@<3, ?@<3]', ['1', '2', '1', '2']],
    [`$.a[?@<2 || @.b == "k"]`, ['1', '{"b":"k"}']],
    ['$.a[?match(@.b, "[jk]")]', ['{"b":"j"}', '{"b":"k"}']],
    ['$.a[?search(@.b, "[jk]")]', ['{"b":"j"}', '{"b":"k"}', '{"b":"kilo"}']],
    ['$.o[?@>1 && @<4]', ['2', '3']],
    ['$.o[?@.u || @.x]', ['{"u":6}']],
    ['$.a[?@.b == $.x]', ['3', '5', '1', '2', '4', '6']],
    ['$.a[?@ == @]', ['3', '5', '1', '2', '4', '6', '{"b":"j"}', '{"b":"k"}', '{"b":{}}', '{"b":"kilo"}']],
    ['$.a[?!@.b]', ['3', '5', '1', '2', '4', '6']],
  ])('%s', (path, expected) => {
    expect(select(path, json)).toEqual(expected);
  });
});

describe('RFC 9535, table 11: comparisons', () => {
  const json = '{"obj": {"x": "y"}, "arr": [2, 3]}';
  it.each([
    ['$.absent1 == $.absent2', true],
    ['$.absent1 <= $.absent2', true],
    [`$.absent == 'g'`, false],
    ['$.absent1 != $.absent2', false],
    [`$.absent != 'g'`, true],
    ['1 <= 2', true],
    ['1 > 2', false],
    [`13 == '13'`, false],
    [`'a' <= 'b'`, true],
    [`'a' > 'b'`, false],
    ['$.obj == $.arr', false],
    ['$.obj != $.arr', true],
    ['$.obj == $.obj', true],
    ['$.arr == $.arr', true],
    ['$.obj == 17', false],
    ['$.obj <= $.arr', false],
    ['$.obj < $.arr', false],
    ['$.obj <= $.obj', true],
    ['$.arr <= $.arr', true],
    ['1 <= $.arr', false],
    ['true <= true', true],
    ['true > true', false],
  ])('%s is %s', (comparison, expected) => {
    expect(select(`$[?${comparison}]`, json).length > 0).toBe(expected);
  });
});

describe('functions', () => {
  const json = `{"a": ["ab", "a😀", [1, 2, 3], {"x": 1, "y": 2}, 7, "a.b", "a\\nb"]}`;
  it.each([
    ['$.a[?length(@) == 2]', ['"ab"', '"a😀"', '{"x":1,"y":2}']],
    ['$.a[?length(@) == 3]', ['[1,2,3]', '"a.b"', '"a\\nb"']],
    ['$.a[?count(@.*) == 3]', ['[1,2,3]']],
    ['$.a[?value(@.x) == 1]', ['{"x":1,"y":2}']],
    [`$.a[?match(@, 'a.b')]`, ['"a.b"']],
    [`$.a[?search(@, 'b')]`, ['"ab"', '"a.b"', '"a\\nb"']],
    // No I-Regexp: the RFC says it is false, not a failure.
    [`$.a[?match(@, '(')]`, []],
    [`$.a[?search(@, '(?=a)')]`, []],
  ])('%s', (path, expected) => {
    expect(select(path, json)).toEqual(expected);
  });

  it('answers a pattern that stands in the answer itself and is made against it', () => {
    const hostile = JSON.stringify({ pattern: '(a|a)*b', text: 'a'.repeat(5000) });
    const started = performance.now();
    expect(select('$[?match(@, $.pattern)]', hostile)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a path that cannot be read', () => {
  it.each([
    ['', 1, 'it is empty; a path starts with $'],
    ['amount', 1, 'a path starts with $'],
    ['$.', 3, 'a name or * is expected after the point'],
    ['$..', 4, 'a name, * or [ is expected after the two points'],
    ['$.a ', 1, 'it starts or ends with a blank'],
    ['$[', 3, 'a closing bracket ] is missing'],
    ['$["a', 5, 'a closing quotation mark is missing'],
    ['$[?foo(@.a)]', 4, "no such function 'foo'"],
    ['$[?@.a == ]', 11, 'unexpected end of expression'],
  ])('%s: character %i', (path, column, message) => {
    const parsed = parseJsonPath(path);
    expect(parsed).toMatchObject({ ok: false, error: { message } });
    if (path !== '$.a ') expect(parsed).toMatchObject({ error: { column } });
  });

  it.each([
    '$[?@.a=1]',
    '$.a[01]',
    '$[1:2:3:4]',
    '$[?length(@.*)<3]',
    '$[?count(1)]',
    '$[?@..a==1]',
    '$[~]',
    '$.~',
    '$[?#==1]',
    '$[9007199254740993]',
  ])('refuses %s, which RFC 9535 does not know', (path) => {
    expect(parseJsonPath(path).ok).toBe(false);
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '$',
      '.',
      '..',
      '[',
      ']',
      '*',
      '?',
      '@',
      '(',
      ')',
      "'",
      '"',
      'a',
      '1',
      '-',
      '==',
      '&&',
      '!',
      ',',
      ':',
      ' ',
      '\\',
      'match(',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        expect(typeof parseJsonPath(`$${parts.join('')}`).ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
    expect(parseJsonPath(`$[?${'('.repeat(950)}@.a${')'.repeat(950)}]`)).toBeDefined();
  });
});

describe('exact texts', () => {
  it('gives numbers as they were written and compares them exactly', () => {
    const json = '[1.00, 403993715529606983, 403993715529606984, 1e2, 100]';
    expect(select('$[0]', json)).toEqual(['1.00']);
    expect(select('$[?@ == 403993715529606983]', json)).toEqual(['403993715529606983']);
    expect(select('$[?@ == 1]', json)).toEqual(['1.00']);
    expect(select('$[?@ == 100]', json)).toEqual(['1e2', '100']);
    expect(select('$[?@ > 403993715529606983]', json)).toEqual(['403993715529606984']);
  });

  it('keeps the order of members, takes the last of repeated ones, and knows no prototype', () => {
    expect(select('$.*', '{"10": 1, "2": 2, "a": 3}')).toEqual(['1', '2', '3']);
    expect(select('$.a', '{"a": 1, "a": 2}')).toEqual(['2']);
    expect(select('$.*', '{"a": 1, "a": 2}')).toEqual(['2']);
    expect(select('$.__proto__', '{"__proto__": 5}')).toEqual(['5']);
    expect(select('$.constructor', '{}')).toEqual([]);
    expect(select('$.length', '[1, 2]')).toEqual([]);
  });
});

describe('size', () => {
  const many = `[${'{"a":1,"b":"x"},'.repeat(100_000)}{"a":2}]`;

  it('walks an answer with a hundred thousand items', () => {
    expect(select('$[?@.a == 2].a', many)).toEqual(['2']);
    expect(select('$[*]', many)).toHaveLength(100_001);
  });

  it('ends a path that looks at everything for everything', () => {
    const root = parseJson(many);
    const path = parseJsonPath('$[?count($..*) > 1]');
    const started = performance.now();
    expect(root.ok && path.ok && selectJson(path.value, root.value)).toBeNull();
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('goes as deep as JSON is read', () => {
    expect(select('$..a', `${'['.repeat(499)}{"a":1}${']'.repeat(499)}`)).toEqual(['1']);
  });
});
