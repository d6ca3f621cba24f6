import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { readRequestText } from '../../../../electron/adapters/collections/read-request-text.ts';
import { writeRequestText } from '../../../../electron/adapters/collections/write-request-text.ts';
import { collectionJsonSchemas } from '../../../../shared/contract/collection-json-schemas.ts';
import type { CollectionRequest } from '../../../../shared/model/collection.ts';
import { createSchemaCheck } from '../../../support/json-schema-faults.ts';
import { anyRequest } from '../../../support/any-request.ts';
import { someRequest } from '../../../support/some-request.ts';

function read(text: string): CollectionRequest {
  const result = readRequestText('a', text);
  if (!result.ok) throw new Error(result.error);
  return result.value.request;
}

describe('any request', () => {
  it('comes back from its text as it was, and keeps to the schema that editors use', () => {
    const faultsOf = createSchemaCheck(collectionJsonSchemas().request);
    fc.assert(
      fc.property(anyRequest, (request) => {
        const text = writeRequestText(request, null);
        expect(read(text)).toEqual(request);
        expect(faultsOf(parse(text, { schema: 'failsafe' }))).toEqual([]);
      }),
      { seed: 88, numRuns: 400 },
    );
  });

  it('comes back from a text that was changed to say it, also one with the line ends of Windows', () => {
    fc.assert(
      fc.property(anyRequest, anyRequest, fc.boolean(), (before, after, windows) => {
        const text = writeRequestText(before, null);
        const given = windows ? text.replaceAll('\n', '\r\n') : text;
        expect(read(writeRequestText(after, given))).toEqual(after);
      }),
      { seed: 89, numRuns: 300 },
    );
  });

  it('that is written again over its own text leaves every byte', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const text = writeRequestText(request, null);
        expect(writeRequestText(request, text)).toBe(text);
      }),
      { seed: 90, numRuns: 200 },
    );
  });
});

const byHand = [
  '# The refund that support asks for most.',
  'x-owner: payments team # not ours',
  'version: 1',
  "name: 'In full'",
  'api: payu',
  'operation: refund',
  'method: POST',
  'url: "{{payu.baseUrl}}/refunds"',
  '',
  'headers:',
  '  - Content-Type: application/json # as they want it',
  '  - X-Trace: 00123',
  'checks:',
  '  # What the manual promises.',
  '  - equals: SUCCESS',
  '    of: json',
  '    path: $.status.statusCode',
  '  - { of: status, equals: 200 }',
  '',
].join('\n');

describe('a file written by hand', () => {
  it('is read as the text it is, without quotes', () => {
    const { name, draft, checks } = read(byHand);
    expect(name).toBe('In full');
    expect(draft.headers).toEqual([
      ['Content-Type', 'application/json'],
      ['X-Trace', '00123'],
    ]);
    expect(draft.body).toEqual({ kind: 'none' });
    expect(checks).toEqual([
      { subject: { of: 'json', path: '$.status.statusCode' }, operator: 'equals', expected: 'SUCCESS' },
      { subject: { of: 'status' }, operator: 'equals', expected: '200' },
    ]);
  });

  it('is changed only where the request is another: comments, own keys and their order stay', () => {
    const request = read(byHand);
    const [first, second] = request.checks;
    if (first === undefined || second === undefined) throw new Error('They are read');
    const changed = { ...request, notes: 'Ask first.', checks: [second, { ...first, expected: 'PENDING' }] };
    expect(writeRequestText(changed, byHand)).toBe(
      byHand
        .replace("name: 'In full'\n", 'name: \'In full\'\nnotes: "Ask first."\n')
        .replace(/ {2}# What the manual[^]+$/, '')
        .concat(
          '  - { of: status, equals: 200 }\n',
          '  # What the manual promises.\n',
          '  - equals: "PENDING"\n    of: json\n    path: $.status.statusCode\n',
        ),
    );
  });

  it('stays laid out as the person did it', () => {
    const text = [
      'version: "1"',
      'api: payu',
      'operation: refund',
      'method: POST',
      'url: a',
      'headers:',
      '- A: 1',
      '- { B: 2 }',
      'body:',
      '  kind: xml',
      '  text: |',
      '    <a/>',
      '',
    ].join('\n');
    expect(writeRequestText({ ...read(text), notes: 'New' }, text)).toBe(
      text
        .replace('api: payu', 'notes: "New"\napi: payu')
        .replace('version: "1"\n', 'version: "1"\nname: "a"\n'),
    );
  });

  it.each([
    ['a misspelt operator', 'checks:\n  - of: status\n    equal: 200\n', 'in checks there is no "equal"'],
    ['two operators', 'checks:\n  - of: time\n    less: 5\n    greater: 1\n', 'a check needs exactly one of'],
    ['no operator', 'checks:\n  - of: status\n', 'a check needs exactly one of'],
    ['a misspelt capture', 'captures:\n  - of: status\n    in: a\n', 'in captures there is no "in"'],
    ['an unknown subject', 'checks:\n  - of: colour\n    equals: red\n', 'checks.0.subject'],
    ['a header of two names', 'headers:\n  - A: 1\n    B: 2\n', 'headers.0'],
    ['a list for a text', 'notes: [a]\n', 'notes'],
    ['a body of another kind', 'body:\n  kind: csv\n  text: a\n', 'body.language'],
    ['an unknown key in the body', 'body:\n  kind: json\n  txt: a\n', 'in body there is no "txt"'],
    ['a key that stands twice', 'url: a\n', 'unique'],
  ])('with %s is refused, and the sentence says where', (_what, lines, words) => {
    const good = byHand.slice(0, byHand.indexOf('headers:'));
    const result = readRequestText('a', good + lines);
    expect(result).toEqual({ ok: false, error: expect.stringContaining(words) as string });
    expect(result.ok ? '' : result.error).toMatch(/ at line (?:9|1\d), column \d+$/);
  });

  it('tells of keys that nobody knows, but not of those that are meant for somebody else', () => {
    const result = readRequestText('a', `${byHand}chekcs: []\n`);
    expect(result.ok && result.value.unknownKeys).toEqual(['chekcs']);
  });
});

describe('what is written', () => {
  it('is readable, in one order, and leaves out what is empty', () => {
    const request = someRequest('In full', {
      checks: [{ subject: { of: 'status' }, operator: 'exists', expected: '' }],
      captures: [
        {
          subject: { of: 'xml', path: '//m:id', namespaces: { m: 'urn:m' } },
          variable: 'refundId',
        },
      ],
    });
    expect(writeRequestText(request, null)).toBe(
      [
        'version: "1"',
        'name: "In full"',
        'api: payu',
        'template: refund',
        'operation: refund',
        'method: POST',
        'url: "{{payu.baseUrl}}/api/v2_1/orders/{{payu.orderId}}/refunds"',
        'headers:',
        '  - Content-Type: "application/json"',
        '  - Authorization: "Bearer {{payu.accessToken}}"',
        'body:',
        '  kind: json',
        '  text: |',
        '    {',
        '      "amount": 1.00',
        '    }',
        'checks:',
        '  - of: status',
        '    exists: "true"',
        'captures:',
        '  - of: xml',
        '    path: "//m:id"',
        '    namespaces:',
        '      m: "urn:m"',
        '    into: refundId',
        '',
      ].join('\n'),
    );
  });

  it('changes one line where one value is another', () => {
    const request = someRequest('In full');
    const text = writeRequestText(request, null);
    const draft = {
      ...request.draft,
      headers: request.draft.headers.map(([name]) => [name, '0.10'] as const),
    };
    const changed = writeRequestText(
      { ...request, draft: { ...draft, headers: [draft.headers[0] ?? ['', '']] } },
      text,
    );
    expect(changed).toBe(
      text
        .replace('  - Authorization: "Bearer {{payu.accessToken}}"\n', '')
        .replace('"application/json"', '"0.10"'),
    );
  });
});
