import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';
import type { Operation, SignaturePiece, SignatureSpec } from '../../../shared/definition/operation.ts';
import { type PreparedRequest, prepareRequest } from '../../../shared/engine/prepare-request.ts';
import { signRequest } from '../../../shared/engine/sign-request.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { SignatureTrace } from '../../../shared/model/signature-trace.ts';
import type { VariableScope } from '../../../shared/model/variable.ts';
import { demoApi } from '../support/demo-api.ts';
import { draftOf, jsonBody, preparedOf } from '../support/prepared.ts';
import { scopeOf } from '../support/scope-of.ts';

const pieces: readonly SignaturePiece[] = [
  { from: 'body', name: 'id' },
  { from: 'body', name: 'amount' },
  { from: 'variable', name: 'demo.salt' },
];
const [plainOperation] = demoApi().operations;
if (plainOperation === undefined) throw new Error('The demo API has no operation');
const { source } = plainOperation;
const spec: SignatureSpec = { algorithm: 'sha512', pieces, separator: '|', field: 'hash', note: '', source };
const operation: Operation = { ...plainOperation, signature: spec };
const salt = scopeOf({}, { 'demo.salt': 'demo-sält' });

describe('what is signed', () => {
  it.each([
    ['numbers digit for digit', '"id": 403993715529606983, "amount": 1.00', '403993715529606983|1.00'],
    ['numbers that JavaScript would shorten', '"id": 0.10, "amount": 500.00', '0.10|500.00'],
    ['an exponent and a minus sign', '"id": 1e5, "amount": -0', '1e5|-0'],
    ['texts without their quotes', '"id": "00123", "amount": "23.124"', '00123|23.124'],
    ['texts unescaped', String.raw`"id": "a\"\u00e9\/", "amount": "|"`, 'a"é/||'],
    ['true and false', '"id": true, "amount": false', 'true|false'],
    ['an empty text', '"id": "", "amount": 1', '|1'],
    ['the last of two members of one name', '"id": 1, "amount": 2, "id": 3', '3|2'],
  ])('is the literal text: %s', (_title, members, base) => {
    const { body, trace } = sign(`{${members}, "hash": "{{$signature}}"}`);
    const hash = sha512(`${base}|demo-sält`);
    expect(body).toBe(`{${members}, "hash": "${hash}"}`);
    expect(trace?.result).toBe(hash);
  });

  it('is the text after the variables are in it', () => {
    const scope = new Map([...salt, ...scopeOf({ id: '"', amount: '1.00' })]);
    const { trace } = sign('{"id": "{{id}}", "amount": {{amount}}, "hash": "{{$signature}}"}', scope);
    expect(trace?.result).toBe(sha512('"|1.00|demo-sält'));
  });
});

describe('the trace', () => {
  it('shows every piece and where it is from, secrets as dots, and counts the bytes of the whole', () => {
    const { trace } = sign('{"id": 1, "amount": 2.0, "hash": "{{$signature}}"}');
    expect(trace).toEqual({
      algorithm: 'sha512',
      pieces: [
        { name: 'id', from: 'body', text: '1', secret: false },
        { name: 'amount', from: 'body', text: '2.0', secret: false },
        { name: 'demo.salt', from: 'variable', text: '••••••••', secret: true },
      ],
      base: '1|2.0|••••••••',
      baseBytes: Buffer.byteLength('1|2.0|demo-sält'),
      result: sha512('1|2.0|demo-sält'),
      placed: 'by the workbench',
    });
    expect(JSON.stringify(trace)).not.toContain('demo-sält');
  });

  it('shows a variable that is no secret', () => {
    const { trace } = sign('{"id": 1, "amount": 2, "hash": ""}', scopeOf({ 'demo.salt': 'open' }));
    expect(trace?.base).toBe('1|2|open');
  });

  it.each([
    ['equal', sha512('1|2|demo-sält'), 'typed by hand, equal'],
    ['in upper case', sha512('1|2|demo-sält').toUpperCase(), 'typed by hand, different'],
    ['of another amount', sha512('1|2.0|demo-sält'), 'typed by hand, different'],
    ['empty', '', 'typed by hand, different'],
  ])('says whether a hash typed by hand is right, and sends it as typed: %s', (_title, typed, placed) => {
    const { body, trace } = sign(`{"id": 1, "amount": 2, "hash": "${typed}"}`);
    expect(trace?.placed).toBe(placed);
    expect(body).toContain(`"hash": "${typed}"`);
  });

  it('takes a body without a hash for one that the workbench could not place', () => {
    const { body, trace } = sign('{"id": 1, "amount": 2}');
    expect(body).toBe('{"id": 1, "amount": 2}');
    expect(trace?.result).toBe(sha512('1|2|demo-sält'));
  });
});

describe('the result is written wherever its variable stands', () => {
  it.each(['{{$signature}}', '{{ $signature }}'])('%s in URL, headers and body', (written) => {
    const prepared = prepareRequest(
      draftOf({
        url: `https://pay.example/refund?hash=${written.replaceAll(' ', '')}`,
        headers: [['X-Hash', `sha512 ${written}`]],
        body: jsonBody(`{"id": 1, "amount": 2, "hash": "${written}", "again": "${written}"}`),
      }),
      salt,
    );
    const hash = sha512('1|2|demo-sält');
    const { request } = signed(prepared.ok ? prepared.value : null, operation, salt);
    expect(request.url).toBe(`https://pay.example/refund?hash=${hash}`);
    expect(request.headers).toEqual([['X-Hash', `sha512 ${hash}`]]);
    expect(request.body).toBe(`{"id": 1, "amount": 2, "hash": "${hash}", "again": "${hash}"}`);
  });

  it.each(['{{$signature}}', '{{ $signature }}'])('%s in a form, which is encoded by then', (value) => {
    const fields = [
      { name: 'hash', value },
      { name: 'a', value: 'b c' },
    ];
    const signature = { ...spec, pieces: pieces.slice(2) };
    const prepared = preparedOf({ kind: 'form', fields, main: null }, salt);
    const { request } = signed(prepared, { ...operation, signature }, salt);
    expect(request.body).toBe(`hash=${sha512('demo-sält')}&a=b+c`);
  });
});

describe('nothing is sent unsigned or half signed', () => {
  it.each([
    ['is missing', '{"amount": 1}'],
    ['is null', '{"id": null, "amount": 1}'],
    ['is an object', '{"id": {}, "amount": 1}'],
    ['is a list', '{"id": [1], "amount": 1}'],
    ['stands deeper', '{"inner": {"id": 1}, "amount": 1}'],
    ['is written otherwise', '{"Id": 1, "amount": 1}'],
  ])('a piece of the body that %s is named', (_title, text) => {
    expect(problemsOf(text)).toEqual([
      {
        code: 'bad-body',
        message: 'The body has no id, which the signature needs.',
        remedy: expect.stringContaining('Add id'),
        place: { part: 'body', name: 'id' },
      },
    ]);
  });

  it('every missing piece is named at once', () => {
    const problems = problemsOf('{}', new Map());
    expect(problems.map(({ place }) => place?.name)).toEqual(['id', 'amount', 'demo.salt']);
  });

  it.each<[string, VariableScope, Problem['code']]>([
    ['absent', new Map(), 'unresolved-variable'],
    ['an empty secret', scopeOf({}, { 'demo.salt': '' }), 'empty-variable'],
    ['an empty text', scopeOf({ 'demo.salt': '' }), 'empty-variable'],
  ])('a variable of the signature may not be %s', (_title, scope, code) => {
    expect(problemsOf('{"id": 1, "amount": 1}', scope)).toMatchObject([
      { code, place: { part: 'variable', name: 'demo.salt' } },
    ]);
  });

  it('a body that is no JSON has no pieces', () => {
    expect(signRequest(preparedOf({ kind: 'none' }), operation, salt, nodeCrypto)).toMatchObject({
      ok: false,
      error: [{ place: { name: 'id' } }, { place: { name: 'amount' } }],
    });
  });
});

describe('a call without a signature', () => {
  it.each([plainOperation, null])('passes through unchanged, without a trace', (unsigned) => {
    const prepared = preparedOf(jsonBody('{"id": 1.00}'));
    expect(signed(prepared, unsigned, salt)).toEqual({ request: prepared.parts, trace: null });
  });

  it.each<[string, Parameters<typeof draftOf>[0]]>([
    ['the URL', { url: 'https://pay.example/{{$signature}}' }],
    ['a header', { headers: [['X-Hash', '{{ $signature }}']] }],
    ['the body', { body: jsonBody('{"hash": "{{$signature}}"}') }],
    ['a form', { body: { kind: 'form', fields: [{ name: 'hash', value: '{{$signature}}' }], main: null } }],
  ])('refuses the variable of the signature in %s', (_title, changes) => {
    const prepared = prepareRequest(draftOf(changes), new Map());
    if (!prepared.ok) throw new Error('It was not prepared');
    for (const [unsigned, name] of [
      [plainOperation, 'Refund'],
      [null, 'This call'],
    ] as const) {
      expect(signRequest(prepared.value, unsigned, salt, nodeCrypto)).toMatchObject({
        ok: false,
        error: [
          {
            code: 'unresolved-variable',
            message: `${name} has no signature, so {{$signature}} has no value.`,
          },
        ],
      });
    }
  });
});

function sign(
  text: string,
  scope = salt,
): { readonly body: string | null; readonly trace: SignatureTrace | null } {
  const { request, trace } = signed(preparedOf(jsonBody(text), scope), operation, scope);
  return { body: request.body, trace };
}

function signed(prepared: PreparedRequest | null, signedOperation: Operation | null, scope: VariableScope) {
  if (prepared === null) throw new Error('It was not prepared');
  const result = signRequest(prepared, signedOperation, scope, nodeCrypto);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '));
  return result.value;
}

function problemsOf(text: string, scope: VariableScope = salt): readonly Problem[] {
  const result = signRequest(preparedOf(jsonBody(text)), operation, scope, nodeCrypto);
  return result.ok ? [] : result.error;
}

function sha512(text: string): string {
  return createHash('sha512').update(text, 'utf8').digest('hex');
}
