import { describe, expect, it } from 'vitest';

import { previewOf, readImported, remarksOf, requestsOf } from '../../support/read-imported.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

function collection(item: readonly unknown[], more: object = {}): string {
  return JSON.stringify({ info: { name: 'Team', schema }, item, ...more });
}

const url = 'https://test-partnerapilayer.payu.in/apilayer/partner/refunds';
const raw =
  '{"refund_id": "a", "payu_id": {{payuId}}, "merchant_id": "1", "reseller_id": "2", "hash": "x", "amount": 1.00}';

function payu(request: object = {}): object {
  return { method: 'POST', header: [], url: { raw: url }, body: { mode: 'raw', raw }, ...request };
}

describe('a collection of Postman', () => {
  it('keeps folders, names, notes and variables, and every digit of a body', () => {
    const text = collection(
      [
        {
          name: 'Refunds',
          description: { content: 'For the team' },
          item: [{ name: 'In full', request: payu({ description: 'Whole sum' }) }],
        },
      ],
      { variable: [{ key: 'payuId', value: '403993715529606983' }] },
    );
    const preview = previewOf('team.json', text);
    const [content] = preview.collections;
    expect(preview).toMatchObject({ kind: 'postman-collection', requests: 1 });
    expect(content).toMatchObject({
      name: 'Team',
      variables: [{ name: 'payuId', value: '403993715529606983' }],
      items: [{ kind: 'folder', name: 'Refunds', notes: 'For the team' }],
    });
    const [request] = requestsOf(preview);
    expect(request).toMatchObject({
      name: 'In full',
      notes: 'Whole sum',
      draft: { api: 'payu', operation: 'refund', url: '{{payu.baseUrl}}/partner/refunds' },
    });
    expect(request?.draft.body).toEqual({ kind: 'text', language: 'json', text: raw });
  });

  it('keeps numbers in variables as they are written', () => {
    const text = collection([]).replace(
      '"item":[]',
      '"item":[],"variable":[{"key":"amount","value":500.00}]',
    );
    expect(previewOf('x.json', text).collections[0]?.variables).toEqual([
      { name: 'amount', value: '500.00' },
    ]);
  });

  it('names a request of another API and does not take it over', () => {
    const preview = previewOf(
      'x.json',
      collection([
        { name: 'Weather', request: { method: 'GET', url: 'https://weather.example/today?key=abc' } },
      ]),
    );
    expect(preview.requests).toBe(0);
    expect(remarksOf(preview)).toEqual([
      'Weather: Not taken over: GET https://weather.example/today is no call of the refund APIs that the workbench knows.',
    ]);
  });

  it('never takes the value of a secret over, in a header, a helper, a field or a variable', () => {
    const token = 'Zk39xQ81mmPq77LsT0aa';
    const preview = previewOf(
      'x.json',
      collection(
        [
          { name: 'Header', request: payu({ header: [{ key: 'Authorization', value: `Bearer ${token}` }] }) },
          {
            name: 'Helper',
            request: payu({ auth: { type: 'bearer', bearer: [{ key: 'token', value: token }] } }),
          },
          {
            name: 'Field',
            request: payu({ body: { mode: 'raw', raw: raw.replace('"a"', `"a", "api_token": "${token}"`) } }),
          },
          { name: 'Query', request: payu({ url: `${url}?token=${token}` }) },
        ],
        {
          variable: [
            { key: 'apiToken', value: token },
            { key: 'payu.clientSecret', value: 'short' },
          ],
        },
      ),
    );
    expect(preview.requests).toBe(4);
    expect(JSON.stringify(preview)).not.toContain(token);
    expect(preview.collections[0]?.variables).toEqual([]);
    const [header, helper, field] = requestsOf(preview);
    expect(header?.draft.headers).toContainEqual(['Authorization', 'Bearer {{payu.accessToken}}']);
    expect(helper?.draft.headers).toContainEqual(['Authorization', 'Bearer {{payu.accessToken}}']);
    expect(JSON.stringify(field?.draft.body)).toContain('{{imported.api_token}}');
    expect(remarksOf(preview).join('\n')).toContain('payu.clientSecret');
  });

  it('lets folders and requests override the helper that they inherit', () => {
    const preview = previewOf(
      'x.json',
      collection([{ name: 'None', auth: { type: 'noauth' }, item: [{ name: 'A', request: payu() }] }], {
        auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{t}}' }] },
      }),
    );
    expect(requestsOf(preview)[0]?.draft.headers.map(([name]) => name)).not.toContain('Authorization');
  });

  it('says of scripts, files, switched off parts and saved answers that they were not taken over', () => {
    const preview = previewOf(
      'x.json',
      collection([
        {
          name: 'A',
          event: [{ listen: 'test', script: { exec: ['pm.test("x")'] } }],
          response: [{}, {}],
          request: payu({
            header: [{ key: 'X-Off', value: '1', disabled: true }],
            auth: { type: 'oauth2', oauth2: [] },
          }),
        },
        { name: 'B', request: payu({ body: { mode: 'formdata', formdata: [] } }) },
      ]),
    );
    expect(preview.requests).toBe(1);
    expect(remarksOf(preview)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^A: The script after the answer was not taken over/),
        'A: The header X-Off is switched off in Postman and was not taken over.',
        expect.stringMatching(/^A: The authorization helper of Postman \(oauth2\)/),
        'B: Not taken over: its body is a multipart form, which none of the refund APIs takes.',
        '2 saved answers were not taken over.',
      ]),
    );
  });

  it.each([
    ['1', JSON.stringify({ id: 'x', name: 'Old', order: [], requests: [] })],
    ['2.0.0', collection([]).replace('v2.1.0', 'v2.0.0')],
  ])('says of version %s what to do', (version, text) => {
    const read = readImported('old.json', text);
    expect(read).toMatchObject({
      ok: false,
      error: {
        code: 'bad-import',
        message: `This is a Postman collection of version ${version}; version 2.1 is read.`,
        remedy: 'Open it in Postman and export it as "Collection v2.1".',
      },
    });
  });

  it('gives line and column of what is no JSON, and refuses what is nested without end', () => {
    const broken = readImported('team.json', '{\n  "info": {},\n  "item": [}\n');
    expect(broken).toMatchObject({
      error: { message: expect.stringMatching(/^team\.json is not JSON: line 3, column 12: /) },
    });
    const deep = readImported('deep.json', `{"info":${'['.repeat(100_000)}`);
    expect(deep).toMatchObject({
      error: { message: expect.stringContaining('nested more than 500 levels deep') },
    });
  });
});

describe('an environment of Postman', () => {
  it('brings plain values, and of secrets only the names', () => {
    const values = [
      { key: 'payu.baseUrl', value: 'https://test-partnerapilayer.payu.in/apilayer', enabled: true },
      { key: 'payu.clientSecret', value: 'hidden-1', enabled: true },
      { key: 'mine', value: 'hidden-2', type: 'secret', enabled: true },
      { key: 'off', value: '1', enabled: false },
    ];
    const preview = previewOf(
      'env.json',
      JSON.stringify({ name: 'Test env', values, _postman_variable_scope: 'environment' }),
    );
    expect(preview.environments).toEqual([
      {
        id: 'test-env',
        name: 'Test env',
        environmentClass: 'test',
        notes: '',
        variables: [{ name: 'payu.baseUrl', value: 'https://test-partnerapilayer.payu.in/apilayer' }],
        secrets: ['payu.clientSecret', 'mine'],
      },
    ]);
    expect(JSON.stringify(preview)).not.toContain('hidden');
    expect(remarksOf(preview).join('\n')).toContain('off is switched off');
  });
});
