import { describe, expect, it } from 'vitest';

import { apis } from '../../../../shared/apis/registry.ts';
import { draftFromTemplate } from '../../../../shared/engine/draft-from-template.ts';
import {
  writeCurlFile,
  writeHarFile,
  writeHttpFile,
} from '../../../../shared/engine/transfer/write-calls.ts';
import { writeOutCall } from '../../../../shared/engine/transfer/write-out-call.ts';
import { Secret } from '../../../../shared/model/secret.ts';
import type { VariableValue } from '../../../../shared/model/variable.ts';
import { previewOf, readImported, remarksOf, requestsOf } from '../../support/read-imported.ts';

const payu = 'https://test-partnerapilayer.payu.in/apilayer/partner/refunds';

describe('what is written for other programs', () => {
  const calls = apis.flatMap((api) =>
    api.templates.map((template) => {
      const draft = draftFromTemplate(api, template);
      const scope = new Map(
        api.variables.map(({ name, secret, example, defaultValue, kind }): [string, VariableValue] => {
          const text =
            template.demo[name] ?? defaultValue ?? example ?? (kind === 'url' ? 'http://h.example' : 'x&y');
          return [
            name,
            secret
              ? { secret: true, origin: 'secret store', value: new Secret(`hidden-${name}`) }
              : { secret: false, origin: 'environment', text },
          ];
        }),
      );
      return {
        ...writeOutCall(draft, scope),
        api,
        operation: template.operation,
        place: ['Folder', template.title],
      };
    }),
  );
  const expected = calls.map(({ api, operation }) => [api.id, operation]);

  it.each([
    ['http', 'x.http', writeHttpFile('All', calls)],
    ['curl', 'x.sh', writeCurlFile('All', calls)],
    ['har', 'x.har', writeHarFile('All', calls, '1')],
  ])('is read again from %s as the same calls, in order, and holds no secret', (kind, name, text) => {
    expect(text).not.toContain('hidden-');
    const preview = previewOf(name, text);
    expect(preview.kind).toBe(kind);
    expect(requestsOf(preview).map(({ draft }) => [draft.api, draft.operation])).toEqual(expected);
  });

  it('leaves secrets as references that nothing encodes, and everything beside them encoded', () => {
    const bodies = calls.map(({ request }) => request.body ?? '').join('\n');
    expect(bodies).toContain('login_password={{luminate.loginPassword}}');
    expect(bodies).toContain('login_name=x%26y');
    expect(bodies).toContain('"hash": "{{$signature}}"');
  });
});

describe('curl commands', () => {
  it('are read one after the other, and one that cannot be read does not stop the others', () => {
    const text = `curl -X POST '${payu}' -d '{"amount": 1.00}'\n\ncurl -F a=b https://x.example\n\n$ curl '${payu}' -d '{"amount": 2.10}'\n`;
    const preview = previewOf('notes.txt', text);
    expect(preview.kind).toBe('curl');
    expect(requestsOf(preview).map(({ draft }) => draft.body)).toEqual([
      { kind: 'text', language: 'json', text: '{"amount": 1.00}' },
      { kind: 'text', language: 'json', text: '{"amount": 2.10}' },
    ]);
    expect(remarksOf(preview)[0]).toMatch(/^Command 2: Not taken over: The command sends a multipart form/);
  });
});

describe('an .http file', () => {
  it('brings names, variables, headers and bodies; scripts are named', () => {
    const text = [
      '@payuId = 403993715529606983',
      '### Refund it',
      'POST https://test-partnerapilayer.payu.in/apilayer',
      '  /partner/refunds HTTP/1.1',
      'Content-Type: application/json',
      '# a comment',
      '',
      '{"payu_id": {{payuId}}, "amount": 0.10}',
      '',
      '> {% client.test("x") %}',
      '###',
      '# @name second',
      `POST ${payu}`,
      '',
      '< ./body.json',
      '###',
      'this is no request',
    ].join('\r\n');
    const preview = previewOf('calls.http', text);
    expect(preview.collections[0]?.variables).toEqual([{ name: 'payuId', value: '403993715529606983' }]);
    const [first, second] = requestsOf(preview);
    expect(first).toMatchObject({ name: 'Refund it', draft: { url: '{{payu.baseUrl}}/partner/refunds' } });
    expect(first?.draft.body).toMatchObject({ text: '{"payu_id": {{payuId}}, "amount": 0.10}' });
    expect(second).toMatchObject({ name: 'second', draft: { body: { kind: 'none' } } });
    const remarks = remarksOf(preview);
    expect(remarks[0]).toContain('Line 17 is no request line');
    expect(remarks).toContainEqual(expect.stringMatching(/^Refund it: What it does with the answer/));
    expect(remarks).toContainEqual(expect.stringMatching(/^second: Its body stands in another file/));
  });
});

describe('an OpenAPI document', () => {
  const yaml = `openapi: 3.0.3
info: {title: Partner API}
servers: [{url: "https://test-partnerapilayer.payu.in/apilayer/"}]
paths:
  /partner/refunds:
    post:
      summary: Refund
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Refund'}
            examples:
              whole: {value: {refund_id: "00123", amount: 500.00}}
  /partner/refund/status:
    post:
      operationId: status
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Refund'}}}}
  /weather: {get: {summary: Weather}}
components:
  schemas:
    Refund:
      type: object
      properties:
        payu_id: {type: integer, example: 403993715529606983}
        amount: {type: number, default: 1.10}
        parent: {$ref: '#/components/schemas/Refund'}
`;

  it('brings a call for each example, else a sample of the schema; numbers as they are written', () => {
    const preview = previewOf('partner.yaml', yaml);
    expect(preview).toMatchObject({ kind: 'openapi', requests: 2 });
    const [refund, status] = requestsOf(preview);
    expect(refund).toMatchObject({ name: 'Refund: whole', draft: { operation: 'refund' } });
    expect(refund?.draft.body).toMatchObject({ text: '{\n  "refund_id": "00123",\n  "amount": 500.00\n}' });
    expect(status?.draft.body).toMatchObject({
      text: expect.stringContaining('"payu_id": 403993715529606983,\n  "amount": 1.10'),
    });
    expect(remarksOf(preview)).toContainEqual(
      'status: Its body is a sample made from the schema: every value is a guess.',
    );
    expect(remarksOf(preview)).toContainEqual(expect.stringMatching(/^Weather: Not taken over/));
  });

  it('is refused with line and column, or with its version', () => {
    expect(readImported('x.yaml', 'openapi: 3.0.0\npaths:\n  a: [1\n')).toMatchObject({
      error: { message: expect.stringMatching(/^x\.yaml is not YAML: line \d+, column \d+: /) },
    });
    expect(readImported('x.json', '{"swagger": "2.0", "paths": {}}')).toMatchObject({
      error: { message: 'The document is of OpenAPI version 2.0; version 3 is read.' },
    });
  });

  it('does not drown in schemas that multiply', () => {
    const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const properties = names
      .map((name) => `        ${name}: {$ref: '#/components/schemas/Refund'}`)
      .join('\n');
    const start = Date.now();
    previewOf('x.yaml', yaml.replace("        parent: {$ref: '#/components/schemas/Refund'}", properties));
    expect(Date.now() - start).toBeLessThan(3000);
  });
});

describe('a file of Bruno', () => {
  it('brings its request; scripts, tests and assertions are named', () => {
    const text = `meta {\n  name: Refund it\n  type: http\n}\n\npost {\n  url: ${payu}\n  body: json\n  auth: bearer\n}\n\nauth:bearer {\n  token: {{t}}\n}\n\nbody:json {\n  {\n    "amount": 1.00\n  }\n}\n\nassert {\n  res.status: eq 200\n}\n\nscript:pre-request {\n  bru.setVar("a", 1);\n}\n`;
    const preview = previewOf('refund.bru', text);
    expect(preview).toMatchObject({ kind: 'bruno', requests: 1 });
    const [request] = requestsOf(preview);
    expect(request?.draft.body).toMatchObject({ text: '{\n  "amount": 1.00\n}' });
    expect(request?.draft.headers).toContainEqual(['Authorization', 'Bearer {{payu.accessToken}}']);
    expect(remarksOf(preview)).toEqual(
      expect.arrayContaining([
        'Refund it: Scripts and tests were not taken over: the workbench runs no scripts.',
        'Refund it: Assertions were not taken over (1); write them as checks.',
      ]),
    );
  });

  it('is refused with line and column', () => {
    expect(readImported('x.bru', 'meta {\n  name x\n}\n')).toMatchObject({
      error: { message: expect.stringContaining('line 2, column 8: expected ":"') },
    });
  });
});

describe('any other file', () => {
  it.each(['', '   ', 'hello', '{"a": 1}', '<html></html>'])('is refused in a sentence: %j', (text) => {
    expect(readImported('x.txt', text)).toMatchObject({ ok: false, error: { code: 'bad-import' } });
  });
});
