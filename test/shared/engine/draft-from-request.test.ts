import { describe, expect, it } from 'vitest';

import { apis, findApi } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { draftFromRequest, type DraftOfRequest } from '../../../shared/engine/draft-from-request.ts';
import { type Candidate, recogniseRequest } from '../../../shared/engine/recognise-request.ts';
import { prepareRequest } from '../../../shared/engine/prepare-request.ts';
import type { RequestParts } from '../../../shared/model/request-parts.ts';
import { preparedTemplate } from '../support/prepared-template.ts';
import { scopeOf } from '../support/scope-of.ts';

const canary = 'CANARY-secret-4711';

function apiOf(id: string): ApiDefinition {
  const api = findApi(id);
  if (api === null) throw new Error(`There is no ${id}`);
  return api;
}

/** A template as somebody with other values and other secrets would send it. */
function sent(api: ApiDefinition, template: string): RequestParts {
  const secrets = api.variables.filter(({ secret }) => secret).map(({ name }) => [name, canary]);
  const session = ['token', 'sessionId', 'sessionInfo'].map((name) => [`$session.${name}`, canary]);
  const set = Object.fromEntries([...secrets, ...session]) as Record<string, string>;
  return preparedTemplate(api, template, {
    set: { ...set, [`${api.id}.baseUrl`]: 'https://other.example/v9' },
  }).parts;
}

function best(request: RequestParts): Candidate {
  const [candidate] = recogniseRequest(apis, request);
  if (candidate === undefined) throw new Error('nothing was recognised');
  return candidate;
}

function draftOf(request: RequestParts): DraftOfRequest {
  return draftFromRequest(best(request), request);
}

const everyTemplate = apis.flatMap((api) =>
  api.templates.map(({ id, operation }) => ({ api, id, operation })),
);

describe('a request that somebody handed over', () => {
  it.each(everyTemplate.map((one) => [`${one.api.id}/${one.id}`, one] as const))(
    'is recognised by what it is: %s',
    (_title, { api, id, operation }) => {
      const candidate = best(sent(api, id));
      expect([candidate.api.id, candidate.operation.id]).toEqual([api.id, operation]);
      expect(candidate).toMatchObject({ isSure: true, base: 'https://other.example/v9' });
      expect(candidate.reason).toMatch(/^Recognised: .*\.$/);
    },
  );

  it.each(everyTemplate.map((one) => [`${one.api.id}/${one.id}`, one] as const))(
    'becomes a draft that holds no secret and sends the same: %s',
    (_title, { api, id }) => {
      const request = sent(api, id);
      expect(JSON.stringify(request)).toContain(canary);
      const { draft, remarks } = draftOf(request);
      expect(JSON.stringify({ draft, remarks })).not.toContain(canary);
      expect(remarks.join(' ')).toContain('left out');
      const secrets = new Map(
        api.variables.filter(({ secret }) => secret).map(({ name }) => [name, canary] as const),
      );
      const session = {
        '$session.token': canary,
        '$session.sessionId': canary,
        '$session.sessionInfo': canary,
      };
      const scope = scopeOf(
        { [`${api.id}.baseUrl`]: 'https://other.example/v9' },
        { ...Object.fromEntries(secrets), ...session },
      );
      const again = prepareRequest(draft, scope);
      expect(again).toMatchObject({ ok: true, value: { parts: request } });
    },
  );

  it('finds its template among those of an operation', () => {
    const api = apiOf('front-payment');
    expect(draftOf(sent(api, 'cancel-payment')).draft.template).toBe('cancel-payment');
    expect(draftOf(sent(api, 'reversal')).draft.template).toBe('reversal');
    expect(draftOf(sent(apiOf('luminate'), 'teamraiser')).draft.template).toBe('teamraiser');
  });

  it('is recognised by its host and fields where its path is another, and by its fields as a guess', () => {
    const request = sent(apiOf('payu'), 'refund');
    const [known] = recogniseRequest(apis, { ...request, url: 'https://api.payu.in/new/path' });
    expect(known).toMatchObject({ api: { id: 'payu' }, isSure: true, base: null });
    expect(known?.reason).toContain('the address is that of PayU production');
    const [guess] = recogniseRequest(apis, { ...request, url: 'https://elsewhere.example/x' });
    expect(guess).toMatchObject({ api: { id: 'payu' }, isSure: false, base: null });
    expect(guess?.reason).toMatch(/^A guess: /);
  });

  it('is known by the base URL of an environment, and the method is told where it is not the documented one', () => {
    const bases = [{ api: 'payu', baseUrl: 'https://own.example/x', title: 'Acme test' }];
    const request = {
      ...sent(apiOf('payu'), 'refund'),
      url: 'https://own.example/y/partner/refunds',
      method: 'PUT',
    };
    const [candidate] = recogniseRequest(apis, request, bases);
    expect(candidate?.reason).toContain('that of Acme test');
    expect(candidate?.reason).toContain('the method PUT is not the documented POST');
  });

  it('is nothing where nothing speaks for it', () => {
    const other = { method: 'GET', url: 'https://x.example/?u=/partner/refunds', headers: [], body: null };
    expect(recogniseRequest(apis, other)).toEqual([]);
    expect(recogniseRequest(apis, { ...other, url: 'not an address' })).toEqual([]);
  });

  it('keeps a hash typed by hand, which the inspector judges, and says so', () => {
    const request = sent(apiOf('payu'), 'refund');
    const hash = 'a1b2c3d4e5f60718'.repeat(8);
    const { draft, remarks } = draftOf({
      ...request,
      body: (request.body ?? '').replace('{{$signature}}', hash),
    });
    expect(JSON.stringify(draft)).toContain(hash);
    expect(remarks.join(' ')).toContain('hash was kept as it is');
    expect(remarks.join(' ')).not.toContain('looks like a secret');
  });

  it('takes secrets out wherever they are named: query, form, JSON, user in the address', () => {
    const luminate = sent(apiOf('luminate'), 'refund');
    const url = `https://me:${canary}@x.example/site/SRDonationAPI?login_password=${canary}&v=1.0#x`;
    const { draft } = draftOf({ ...luminate, url });
    expect(draft.url).toBe(
      '{{luminate.baseUrl}}/site/SRDonationAPI?login_password={{luminate.loginPassword}}&v=1.0#x',
    );
    expect(JSON.stringify(draft)).not.toContain(canary);
    const payu = sent(apiOf('payu'), 'refund');
    const body = `{"a": {"client_secret" : "${canary}"}, "payu_id": 403993715529606983}`;
    expect(draftOf({ ...payu, body }).draft.body).toMatchObject({
      text: '{"a": {"client_secret" : "{{payu.clientSecret}}"}, "payu_id": 403993715529606983}',
    });
  });

  it('leaves out what only a program needs and foreign credentials, and tells', () => {
    const request = sent(apiOf('payu'), 'refund');
    const headers = [
      ...request.headers,
      ['User-Agent', 'x'],
      ['Cookie', `a=${canary}`],
      ['sec-ch-ua', 'y'],
    ] as const;
    const { draft, remarks } = draftOf({ ...request, headers });
    expect(draft.headers.map(([name]) => name)).toEqual(['Content-Type', 'Authorization']);
    expect(remarks.join(' ')).toContain('Cookie holds credentials');
    expect(remarks.join(' ')).toContain('User-Agent, sec-ch-ua');
    expect(JSON.stringify({ draft, remarks })).not.toContain(canary);
  });

  it('names what still looks like a secret', () => {
    const request = sent(apiOf('payu'), 'refund');
    const headers = [...request.headers, ['X-Signature', 'q9Zk3Lw8Xv2Bn7Rt5Yp1'] as const];
    expect(draftOf({ ...request, headers }).remarks.join(' ')).toContain(
      'X-Signature still looks like a secret',
    );
  });
});
