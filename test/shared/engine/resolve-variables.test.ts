import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { resolveText, type TextLanguage, variableNames } from '../../../shared/engine/resolve-variables.ts';
import { parseJson, memberText } from '../../../shared/formats/json.ts';
import { parseXml } from '../../../shared/formats/xml.ts';
import type { Place, Problem } from '../../../shared/model/problem.ts';
import type { VariableScope } from '../../../shared/model/variable.ts';
import { scopeOf } from '../support/scope-of.ts';

const body: Place = { part: 'body' };

describe('the variables a text uses', () => {
  it('are named once each, in order, without the blanks around them', () => {
    expect(variableNames('{{b}} {{ a }} {{b}} {{$signature}} {{demo.long-name_1}}')).toEqual([
      'b',
      'a',
      '$signature',
      'demo.long-name_1',
    ]);
  });

  it.each(['', '{a}', '{{a', 'a}}', '{{a}', '{ {a} }', '{"a":{"b":1}}'])('are none in %j', (text) =>
    expect(variableNames(text)).toEqual([]),
  );
});

describe('a value stays one value where it stands', () => {
  const awkward = `a "b" <c> & 'd' \\ é / ?=#%+`;

  it.each<[string, TextLanguage, string, string]>([
    ['plain text, as it is', 'plain', 'x {{v}} y', `x ${awkward} y`],
    ['a JSON string, escaped', 'json', '{"a": "{{v}}"}', String.raw`{"a": "a \"b\" <c> & 'd' \\ é / ?=#%+"}`],
    ['bare JSON, as it is', 'json', '{"a": {{v}}}', `{"a": ${awkward}}`],
    [
      'element text, escaped',
      'xml',
      '<a>{{v}}</a>',
      '<a>a &quot;b&quot; &lt;c&gt; &amp; &apos;d&apos; \\ é / ?=#%+</a>',
    ],
    [
      'an attribute, escaped',
      'xml',
      '<a b="{{v}}"/>',
      '<a b="a &quot;b&quot; &lt;c&gt; &amp; &apos;d&apos; \\ é / ?=#%+"/>',
    ],
    ['CDATA, as it is', 'xml', '<a><![CDATA[{{v}}]]></a>', `<a><![CDATA[${awkward}]]></a>`],
    ['after CDATA, escaped', 'xml', '<a><![CDATA[x]]>{{lt}}</a>', '<a><![CDATA[x]]>&lt;</a>'],
    [
      'between two CDATA sections',
      'xml',
      '<![CDATA[x]]>{{lt}}<![CDATA[{{lt}}]]>',
      '<![CDATA[x]]>&lt;<![CDATA[<]]>',
    ],
    ['the start of a URL, as it is', 'url', '{{base}}/refund', 'https://pay.example/v1/refund'],
    [
      'the path of a URL, encoded',
      'url',
      '{{base}}/refund/{{v}}/end',
      "https://pay.example/v1/refund/a%20%22b%22%20%3Cc%3E%20%26%20'd'%20%5C%20%C3%A9%20%2F%20%3F%3D%23%25%2B/end",
    ],
    ['a query, encoded', 'url', '{{base}}?id={{amp}}', 'https://pay.example/v1?id=a%26b'],
  ])('%s', (_title, language, text, expected) => {
    const values = { v: awkward, lt: '<', amp: 'a&b', base: 'https://pay.example/v1' };
    expect(resolve(text, language, scopeOf(values))).toBe(expected);
    expect(resolve(text, language, scopeOf({ base: values.base }, values))).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['an escaped quote before it', String.raw`{"a": "\"{{v}}"}`, true],
    ['an escaped backslash before it', String.raw`{"a": "\\", "b": {{v}}}`, false],
    ['a string before it', '{"a": "x", "b": {{v}}}', false],
    ['another variable before it', '{"a": "{{v}}", "b": "{{v}}"}', true],
    ['as the name of a member', '{"{{v}}": 1}', true],
  ])('tells a JSON string from bare JSON: %s', (_title, text, escaped) => {
    const resolved = resolve(text, 'json', scopeOf({ v: '"' }));
    expect(resolved).toBe(text.replaceAll('{{v}}', escaped ? String.raw`\"` : '"'));
  });

  it('so that JSON, XML and CDATA give back any value', () => {
    // What XML cannot carry at all, and the CR that XML reads as a line end, are left out.
    const values = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.string({ unit: fc.constantFrom(']', '>', '<', '&', '"', '{{v}}', 'x') }),
      )
      .filter((text) => text !== '' && !/[\p{Cc}\ufffe\uffff]/u.test(text.replaceAll(/[\t\n]/g, '')));
    fc.assert(
      fc.property(values, (value) => {
        const scope = scopeOf({}, { v: value });
        const json = parseJson(resolve('{"a": "{{v}}"}', 'json', scope));
        expect(json.ok ? memberText(json.value, 'a') : json).toBe(value);
        const xml = parseXml(resolve('<a b="x"><c>{{v}}</c><d><![CDATA[{{v}}]]></d></a>', 'xml', scope));
        expect(xml.ok ? xml.value.children.map(({ text }) => text) : xml).toEqual([value, value]);
        const url = new URL(
          resolve(
            '{{base}}/{{v}}?a={{v}}',
            'url',
            new Map([...scope, ...scopeOf({ base: 'https://pay.example' })]),
          ),
        );
        expect(url.searchParams.get('a')).toBe(value);
      }),
      { seed: 20_260_201, numRuns: 500 },
    );
  });
});

describe('values that refer to others', () => {
  it('are resolved through and through', () => {
    const scope = scopeOf({ a: '{{b}}-{{ c }}', b: '<{{c}}>', c: '1.00' });
    expect(resolve('{{a}}', 'plain', scope)).toBe('<1.00>-1.00');
    expect(resolve('<x>{{a}}</x>', 'xml', scope)).toBe('<x>&lt;1.00&gt;-1.00</x>');
  });

  it('may refer to the same one twice, which is no circle', () => {
    expect(resolve('{{a}}', 'plain', scopeOf({ a: '{{b}}{{b}}', b: '{{c}}', c: 'x' }))).toBe('xx');
  });

  it('may refer to a secret; what stands inside a secret is its own text', () => {
    const scope = scopeOf({ a: 'Bearer {{s}}', b: 'never' }, { s: '{{b}}' });
    expect(resolve('{{a}}', 'plain', scope)).toBe('Bearer {{b}}');
    expect(resolve('{{s}}', 'plain', scope)).toBe('{{b}}');
  });

  it('are not read as patterns', () => {
    expect(resolve('{{a}}', 'plain', scopeOf({ a: "{{b}}$&$1$'", b: '$&$$' }))).toBe("$&$$$&$1$'");
  });

  it.each([
    ['itself', { a: '{{a}}' }, 'The variables a → a refer to each other in a circle.'],
    [
      'each other',
      { a: '{{b}}', b: 'x{{c}}', c: '{{a}}' },
      'The variables a → b → c → a refer to each other in a circle.',
    ],
    [
      'a circle further on',
      { a: '{{b}}', b: '{{b}}' },
      'The variables a → b → b refer to each other in a circle.',
    ],
  ])('stop the send where they refer to %s', (_title, values, message) => {
    expect(problemsOf('{{a}}', 'plain', scopeOf(values))).toMatchObject([
      { code: 'unresolved-variable', message },
    ]);
  });

  it('name who asks for a variable that has no value', () => {
    const [problem] = problemsOf('{{a}}', 'plain', scopeOf({ a: '{{b}}', b: '{{c}}' }));
    expect(problem?.message).toBe('The variable c, used by b, has no value.');
    expect(problem?.remedy).toContain('Give c a value');
  });

  it('stop the send where one of them is empty', () => {
    expect(problemsOf('{{a}}', 'plain', scopeOf({ a: 'x{{b}}', b: '' }))).toMatchObject([
      { code: 'empty-variable', message: 'The variable b is empty.' },
    ]);
  });
});

describe('a variable without a value', () => {
  it.each([
    ['on the first line', '{"a": "{{gone}}"}', 1, 8],
    ['behind CRLF', '{\r\n  "a": "{{gone}}"\r\n}', 2, 9],
    ['behind a variable with a long value', '{"b": "{{long}}", "a": "{{gone}}"}', 1, 25],
    ['behind a value of several lines', '{"b": {{lines}},\n "a": {{gone}}}', 2, 7],
  ])('is named with its line and column in the draft: %s', (_title, text, line, column) => {
    const scope = scopeOf({ long: 'x'.repeat(100), lines: '[\n\n\n1]' });
    expect(problemsOf(text, 'json', scope)).toMatchObject([
      {
        code: 'unresolved-variable',
        message: 'The variable gone has no value.',
        place: { part: 'body', line, column },
      },
    ]);
  });

  it('is told once, at its first place, beside every other one', () => {
    const problems = problemsOf('{{a}}\n{{b}} {{a}}\n{{c}}', 'plain', scopeOf({ b: '' }));
    expect(problems.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['unresolved-variable', 1, 1],
      ['empty-variable', 2, 1],
      ['unresolved-variable', 3, 1],
    ]);
  });

  it('is told without a line outside the body', () => {
    const place: Place = { part: 'header', name: 'Authorization' };
    const result = resolveText({ text: 'Bearer {{gone}}', language: 'plain', scope: new Map(), place });
    expect(result).toMatchObject({ ok: false, error: [{ place }] });
    expect(result.ok ? null : result.error[0]?.place).toEqual(place);
  });

  it.each(['{{}}', '{{  }}'])('is told as empty braces for %s', (text) => {
    expect(problemsOf(text, 'plain', new Map())).toMatchObject([
      { code: 'unresolved-variable', message: 'There is an empty pair of braces, {{}}.' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('may be called %s', (name) => {
    expect(problemsOf(`{{${name}}}`, 'plain', scopeOf({}))).toMatchObject([{ code: 'unresolved-variable' }]);
  });

  it('counts as empty when it is a secret without text, whatever the blanks in its braces', () => {
    expect(problemsOf('{{ s }}', 'plain', scopeOf({}, { s: '' }))).toMatchObject([
      { code: 'empty-variable', message: 'The variable s is empty.' },
    ]);
  });

  it('never hides in a value that is only blanks: blanks are a value', () => {
    expect(resolve('[{{v}}]', 'plain', scopeOf({ v: ' ' }))).toBe('[ ]');
  });
});

describe('deferred names', () => {
  it('stay in the text as they are written, whether they have a value or not', () => {
    const resolved = resolveText({
      text: '{"hash": "{{ $signature }}", "a": "{{a}}", "t": "{{$session.token}}"}',
      language: 'json',
      scope: scopeOf({ a: '1', $signature: 'typed' }),
      place: body,
      deferred: (name) => name.startsWith('$'),
    });
    expect(resolved.ok ? resolved.value.text : resolved).toBe(
      '{"hash": "{{ $signature }}", "a": "1", "t": "{{$session.token}}"}',
    );
  });
});

describe('the way back to the draft', () => {
  const scope = scopeOf({ short: 'x', long: 'y'.repeat(30), marked: '<"&>' });
  const parts = fc.array(fc.constantFrom('a', '"', '\n', '& ', '{{short}}', '{{ long }}', '{{marked}}'), {
    maxLength: 10,
  });

  it('leads each offset outside of values to its own character, and each inside to the braces', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom<TextLanguage>('plain', 'json', 'xml'), (pieces, language) => {
        const whole = resolveText({ text: pieces.join(''), language, scope, place: body });
        if (!whole.ok) throw new Error('every variable has a value');
        for (const [index, piece] of pieces.entries()) {
          const before = pieces.slice(0, index).join('');
          // What stands before a piece decides how it is written, so each beginning is resolved on its own.
          const start = resolve(before, language, scope).length;
          const end = resolve(before + piece, language, scope).length;
          for (let offset = start; offset < end; offset += 1) {
            const inside = piece.startsWith('{{') ? 0 : offset - start;
            expect(whole.value.toDraft(offset)).toBe(before.length + inside);
          }
        }
        expect(whole.value.toDraft(whole.value.text.length)).toBe(pieces.join('').length);
      }),
      { seed: 20_260_202, numRuns: 500 },
    );
  });
});

function resolve(text: string, language: TextLanguage, scope: VariableScope): string {
  const resolved = resolveText({ text, language, scope, place: body });
  if (!resolved.ok) throw new Error(resolved.error.map(({ message }) => message).join(' '));
  return resolved.value.text;
}

function problemsOf(text: string, language: TextLanguage, scope: VariableScope): readonly Problem[] {
  const resolved = resolveText({ text, language, scope, place: body });
  if (resolved.ok) throw new Error(`It resolved to ${resolved.value.text}`);
  return resolved.error;
}
