import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { prepareRequest } from '../../../shared/engine/prepare-request.ts';
import { parseForm } from '../../../shared/formats/form.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import type { RequestParts } from '../../../shared/model/request-parts.ts';
import type { VariableScope } from '../../../shared/model/variable.ts';
import { draftOf, jsonBody, preparedOf, xmlForm } from '../support/prepared.ts';
import { scopeOf } from '../support/scope-of.ts';

describe('the URL', () => {
  it.each([
    ['https://pay.example/refund', 'https://pay.example/refund'],
    ['  https://pay.example/refund\n', 'https://pay.example/refund'],
    ['HTTP://127.0.0.1:8080/v1?a=b&c=..', 'HTTP://127.0.0.1:8080/v1?a=b&c=..'],
    ['{{base}}/refund/{{id}}?q={{id}}', 'https://pay.example/v1/refund/a%2Fb%20c?q=a%2Fb%20c'],
    ['https://pay.example/a..b/...', 'https://pay.example/a..b/...'],
    ['https://pay.example/é', 'https://pay.example/é'],
  ])('%j is sent as %s', (url, sent) => {
    const scope = scopeOf({ base: 'https://pay.example/v1', id: 'a/b c' });
    expect(prepare({ url }, scope).url).toBe(sent);
  });

  it.each([
    ['', 'does not start with http:// or https://'],
    ['pay.example/refund', 'does not start with http:// or https://'],
    ['//pay.example/refund', 'does not start with http:// or https://'],
    ['ftp://pay.example/', 'does not start with http:// or https://'],
    ['file:///etc/hostname', 'does not start with http:// or https://'],
    ['javascript:alert(1)', 'does not start with http:// or https://'],
    ['https:\\\\pay.example', 'does not start with http:// or https://'],
    ['https://pay.example/a b', 'has a blank in it'],
    ['https://pay.example/a\tb', 'has a blank in it'],
    ['https://pay.example/\r\nX-Injected: 1', 'has a blank in it'],
    ['https://pay.example/\u00a0x', 'has a blank in it'],
    ['https://pay.example/a\u0000', 'has a blank in it'],
    ['https://pay.example/\ud800', 'holds half of a character'],
    ['https://pay.example/refund/{{half}}', 'holds half of a character'],
    ['https://', 'is not a valid address'],
    ['https://pay.example:99999/', 'is not a valid address'],
    ['https://[::1/', 'is not a valid address'],
    ['https://user@pay.example/', 'holds a user name or password'],
    ['https://user:word@pay.example/', 'holds a user name or password'],
    ['https://:word@pay.example/', 'holds a user name or password'],
    ['https://pay.example/refund#top', 'ends in #top, which is never sent'],
    ['https://pay.example/a/../b', 'goes up with ".."'],
    ['https://pay.example/..', 'goes up with ".."'],
    ['https://pay.example/a/./b', 'goes up with ".."'],
    ['https://pay.example/a/%2e%2E/b', 'goes up with ".."'],
    ['https://pay.example/a%2f..%2Fb', 'goes up with ".."'],
    ['https://pay.example/a\\..\\b', 'goes up with ".."'],
    ['https://pay.example/a%5c..%5Cb', 'goes up with ".."'],
    ['https://pay.example/refund/{{up}}/x', 'goes up with ".."'],
    ['https://pay.example/refund/{{path}}', 'goes up with ".."'],
    ['{{base}}/refund', 'does not start with http:// or https://'],
  ])('%j is refused: %s', (url, words) => {
    const problems = problemsOf(
      { url },
      scopeOf({ up: '..', path: '../admin', base: 'pay.example', half: 'a\udc00' }),
    );
    expect(problems).toMatchObject([
      { code: 'bad-url', message: expect.stringContaining(words), place: { part: 'url' } },
    ]);
    expect(problems[0]?.remedy).not.toBe('');
  });
});

describe('headers', () => {
  it('keep their order, their case and their repetition, without blanks around them', () => {
    const headers = [
      ['X-Twice', ' {{a}} '],
      [' x-twice ', 'two'],
      ['', ' '],
      ['X-Empty', ''],
      ['X-Latin', 'é\tü'],
    ] as const;
    expect(prepare({ headers }, scopeOf({ a: 'one' })).headers).toEqual([
      ['X-Twice', 'one'],
      ['x-twice', 'two'],
      ['X-Empty', ''],
      ['X-Latin', 'é\tü'],
    ]);
  });

  it.each(['Content-Length', 'transfer-encoding', 'CONNECTION', 'Host', 'Expect', 'Upgrade'])(
    '%s is computed and may not be written by hand',
    (name) => {
      expect(problemsOf({ headers: [[name, '1']] })).toMatchObject([
        {
          code: 'bad-header',
          message: `The header ${name} is set by the sender.`,
          place: { part: 'header', name },
        },
      ]);
    },
  );

  it.each(['X Header', 'X:', 'Ä', 'X\r\nY', 'X(1)', '{{a}}', '"X"'])('%j is not a header name', (name) => {
    expect(problemsOf({ headers: [[name, '1']] }, scopeOf({ a: 'X-A' }))).toMatchObject([
      { code: 'bad-header', message: `${JSON.stringify(name)} is not a header name.` },
    ]);
  });

  it('a value without a name is not dropped in silence', () => {
    expect(problemsOf({ headers: [['', 'value']] })).toMatchObject([{ code: 'bad-header' }]);
  });

  it.each([
    ['a line end, which would start another header', 'a\r\nX-Injected: 1', 'U+000D'],
    ['a line feed', 'a\nb', 'U+000A'],
    ['a zero', 'a\u0000b', 'U+0000'],
    ['a delete', 'a\u007fb', 'U+007F'],
    ['a character beyond Latin-1', 'a€', 'U+20AC'],
    ['an astral character', 'a😀', 'U+1F600'],
    ['half of a character', 'a\ud800b', 'U+D800'],
  ])('%s cannot stand in a value, whether typed or from a variable', (_title, value, code) => {
    for (const written of [`{{v}}`, `x${value}x`]) {
      expect(problemsOf({ headers: [['X-A', written]] }, scopeOf({}, { v: `x${value}x` }))).toMatchObject([
        {
          code: 'bad-header',
          message: `The value of the header X-A holds the character ${code}, which a header cannot carry.`,
          place: { part: 'header', name: 'X-A' },
        },
      ]);
    }
  });

  it('no value that is taken ever holds a line end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        const result = prepareRequest(draftOf({ headers: [['X-A', '{{v}}']] }), scopeOf({ v: value }));
        if (!result.ok) return;
        expect(result.value.parts.headers[0]?.[1]).toBe(value);
        expect(value).not.toMatch(/[\r\n]|\0/);
      }),
      { seed: 20_260_203, numRuns: 1000 },
    );
  });
});

describe('a text body', () => {
  it('is sent exactly as it is written, blanks and numbers included', () => {
    const text = '{\r\n  "amount" : 1.00,\t"id":403993715529606983, "name": "{{name}}" }\n';
    expect(prepare({ body: jsonBody(text) }, scopeOf({ name: 'é"' })).body).toBe(
      text.replace('{{name}}', String.raw`é\"`),
    );
  });

  it('is null where there is none', () => expect(prepare({}).body).toBeNull());

  it.each<[string, string, string, number, number]>([
    ['at the start', '[{{long}}, 01]', 'a comma is expected here', 1, 13],
    ['behind a long value', '{"a": "{{long}}", "b" 1}', 'a colon is expected here', 1, 23],
    [
      'behind a short value',
      '{"a": "{{a-very-long-name}}",\n "b": 1,}',
      'a property name in double quotes is expected here',
      2,
      9,
    ],
    ['behind a value that is escaped', '{"a": "{{quotes}}" "b"}', 'a comma is expected here', 1, 20],
    ['behind a value of several lines', '{"a": {{lines}},\r\n "b": x}', 'this is not a JSON value', 2, 7],
    ['behind lone carriage returns', '{"a": "{{long}}",\r\r "b" 1}', 'a colon is expected here', 3, 6],
    ['inside a value, at its braces', '{"a": {{broken}}}', 'a comma is expected here', 1, 7],
  ])('that is not JSON is refused at its place in the draft: %s', (_title, text, message, line, column) => {
    const scope = scopeOf({
      long: '1'.repeat(200),
      'a-very-long-name': 'x',
      quotes: '""""""',
      lines: '[\n1,\n2]',
      broken: '1 2',
    });
    expect(problemsOf({ body: jsonBody(text) }, scope)).toMatchObject([
      {
        code: 'bad-body',
        message: `The body is not JSON: line ${line}, column ${column}: ${message}.`,
        place: { part: 'body', line, column },
      },
    ]);
  });

  it('that is empty is refused', () => {
    expect(problemsOf({ body: jsonBody('') })).toMatchObject([
      { code: 'bad-body', place: { line: 1, column: 1 } },
    ]);
  });

  it('of XML is held to XML', () => {
    const body = { kind: 'text', language: 'xml', text: '<a>\n  {{v}}<b></a>' } as const;
    expect(problemsOf({ body }, scopeOf({ v: '<<<<<<<<<<' }))).toMatchObject([
      { message: 'The body is not well-formed XML: line 2, column 8: <b> is never closed; add </b>.' },
    ]);
  });

  it.each([
    ['typed', '{"a": "\ud800"}', '', 8],
    ['from a bare value', '{"b": "{{ok}}", "a": {{v}}}', '"\udc00"', 22],
  ])('with half of a character is refused: %s', (_title, text, v, column) => {
    expect(problemsOf({ body: jsonBody(text) }, scopeOf({ v: v || 'x', ok: 'long value' }))).toMatchObject([
      {
        code: 'bad-body',
        message: expect.stringContaining('half of a character'),
        place: { line: 1, column },
      },
    ]);
  });

  it('knows the place in the draft for an offset in what is sent', () => {
    const prepared = preparedOf(
      jsonBody('{"long": "{{v}}",\r\n "amount": 1}'),
      scopeOf({ v: 'x'.repeat(99) }),
    );
    const offset = prepared.parts.body?.indexOf('"amount"') ?? -1;
    expect(prepared.main?.position(offset)).toEqual({ line: 2, column: 2 });
    expect(prepared.main?.position(20)).toEqual({ line: 1, column: 11 });
  });
});

describe('a form body', () => {
  it('is encoded once, in order, with repeated names', () => {
    const fields = [
      { name: 'v', value: '1.0' },
      { name: 'pass', value: '{{pass}}' },
      { name: 'v', value: 'a b' },
      { name: 'none', value: '' },
    ];
    const { body } = prepare(
      { body: { kind: 'form', fields, main: null } },
      scopeOf({}, { pass: 'p&ss=1+%ö' }),
    );
    expect(body).toBe('v=1.0&pass=p%26ss%3D1%2B%25%C3%B6&v=a+b&none=');
  });

  it('carries an XML text with its values escaped, and gives it back whole', () => {
    const body = xmlForm('<r>\n <id>{{id}}</id>\n</r>', { method: 'refund' });
    const sent = prepare({ body }, scopeOf({ id: 'A&B <1>' })).body ?? '';
    expect(parseForm(sent)).toEqual([
      { name: 'method', value: 'refund' },
      { name: 'request', value: '<r>\n <id>A&amp;B &lt;1&gt;</id>\n</r>' },
    ]);
  });

  it.each<[string, string, string, number, number]>([
    [
      'a tag that is not closed',
      '<r>\r\n <id>{{id}}</id>\r\n <b>{{id}}\r\n</r>',
      '<b> is never closed; add </b>',
      3,
      2,
    ],
    [
      'a bare & behind a value that grew',
      '<r>{{id}} & {{id}}</r>',
      'an & stands alone; write &amp; for it',
      1,
      11,
    ],
    ['a second root', '<r/>\n<r/>', '<r> is a second root; only one may stand here', 2, 1],
    [
      'a control character in a value, at its braces',
      '<r>\n<a/> {{bell}}</r>',
      'the character U+0007 may not stand in XML; remove it',
      2,
      6,
    ],
    ['nothing at all', '', 'there is no element', 1, 1],
  ])(
    'whose XML is not well-formed is refused at its place in the draft: %s',
    (_title, text, message, line, column) => {
      const scope = scopeOf({ id: '&'.repeat(50), bell: 'a\u0007' });
      expect(problemsOf({ body: xmlForm(text, { method: 'refund' }) }, scope)).toMatchObject([
        {
          code: 'bad-body',
          message: `The body is not well-formed XML: line ${line}, column ${column}: ${message}.`,
          place: { part: 'body', name: 'request', line, column },
        },
      ]);
    },
  );

  it('names the field of an unresolved variable and of half a character', () => {
    const body = xmlForm('<r/>', { one: 'a {{gone}}', two: 'x\ndear \ud800' });
    expect(problemsOf({ body })).toMatchObject([
      { code: 'unresolved-variable', place: { part: 'body', name: 'one', line: 1, column: 3 } },
      { code: 'bad-body', place: { part: 'body', name: 'two', line: 2, column: 6 } },
    ]);
  });

  it.each(['', '  '])('may not hold a field named %j', (name) => {
    const body = { kind: 'form', fields: [{ name, value: '1' }], main: null } as const;
    expect(problemsOf({ body })).toMatchObject([{ code: 'bad-body', message: 'A form field has no name.' }]);
  });

  it('always decodes to the very fields of the draft', () => {
    const fields = fc.array(
      fc.record({
        name: fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
        value: fc.string({ unit: 'binary', minLength: 1 }),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fields, (values) => {
        const scope = scopeOf(
          Object.fromEntries(values.map(({ value }, index) => [`v${index}`, value.replaceAll('{{', '{ {')])),
        );
        const draft = values.map(({ name }, index) => ({ name, value: `{{v${index}}}` }));
        const sent = prepare({ body: { kind: 'form', fields: draft, main: null } }, scope).body ?? '';
        expect(parseForm(sent)).toEqual(
          values.map(({ name, value }) => ({ name, value: value.replaceAll('{{', '{ {') })),
        );
      }),
      { seed: 20_260_204, numRuns: 300 },
    );
  });
});

describe('a draft with several faults', () => {
  it('is told all of them at once', () => {
    const problems = problemsOf({
      url: '{{gone}}/x',
      headers: [
        ['Host', 'x'],
        ['X-A', '{{gone}}'],
      ],
      body: jsonBody('{'),
    });
    expect(problems.map(({ code, place }) => [code, place?.part])).toEqual([
      ['unresolved-variable', 'url'],
      ['bad-header', 'header'],
      ['unresolved-variable', 'header'],
      ['bad-body', 'body'],
    ]);
  });

  it('leaves only the signature open, unless more is deferred', () => {
    const body = jsonBody('{"hash": "{{$signature}}", "t": "{{$session.token}}"}');
    expect(problemsOf({ body })).toMatchObject([{ message: 'The variable $session.token has no value.' }]);
    const prepared = prepareRequest(draftOf({ body }), new Map(), (name) => name.startsWith('$'));
    expect(prepared.ok ? prepared.value.parts.body : prepared).toBe(body.kind === 'text' ? body.text : '');
  });
});

function prepare(changes: Partial<RequestDraft>, scope: VariableScope = new Map()): RequestParts {
  const prepared = prepareRequest(draftOf(changes), scope);
  if (!prepared.ok) throw new Error(prepared.error.map(({ message }) => message).join(' '));
  return prepared.value.parts;
}

function problemsOf(changes: Partial<RequestDraft>, scope: VariableScope = new Map()): readonly Problem[] {
  const prepared = prepareRequest(draftOf(changes), scope);
  if (prepared.ok) throw new Error(`It was prepared: ${JSON.stringify(prepared.value.parts)}`);
  return prepared.error;
}
