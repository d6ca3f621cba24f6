import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { evidenceSchema } from '../../../../shared/contract/evidence-schema.ts';
import { canonicalEvidence } from '../../../../shared/engine/evidence/canonical-evidence.ts';
import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import { evidenceOf, exchangeWith } from '../../../support/some-evidence.ts';
import { exactBody, settledExchange } from '../../../support/some-exchange.ts';
import { encodingsOf } from '../../../support/traces-of.ts';

it('holds what was sent and received to the letter, oldest first, and fits the documented shape', () => {
  const newer = { ...settledExchange('10'), startedAt: '2026-01-31T12:00:00.000Z' };
  const older = { ...settledExchange('9'), startedAt: '2026-01-31T12:00:00.000Z' };
  const bundle = evidenceOf([newer, older]);
  expect(bundle.exchanges.map(({ id }) => id)).toEqual(['9', '10']);
  const [first] = bundle.exchanges;
  expect(first?.main?.request.body).toBe(exactBody);
  expect(first?.main?.outcome).toMatchObject({ kind: 'response', body: { text: exactBody } });
  expect(first?.catalog.map(({ id, fit, source }) => [id, fit, source.origin])).toEqual([
    ['already-exists', 'fits', 'document'],
  ]);
  expect(v.is(evidenceSchema, bundle)).toBe(true);
});

it('hashes each part and all of it, as anybody can do again', () => {
  const bundle = evidenceOf([settledExchange('1')]);
  const { parts } = bundle.exchanges[0] ?? { parts: [] };
  expect(parts.map(({ name }) => name)).toEqual([
    'request-head',
    'request-body',
    'response-head',
    'response-body',
  ]);
  const bytes = Buffer.from(exactBody);
  expect(parts[1]).toEqual({
    name: 'request-body',
    mediaType: 'application/json',
    bytes: bytes.length,
    sha256: nodeCrypto.sha256(bytes),
    redacted: false,
  });
  expect(parts[2]?.sha256).toBe(nodeCrypto.sha256('400 Bad Request\nContent-Type: application/json\n'));
  const { sha256, ...rest } = bundle;
  expect(nodeCrypto.sha256(canonicalEvidence(rest))).toBe(sha256);
});

it('the canonical text has no blanks and sorted members, so that another program can write it', () => {
  const { sha256: _own, ...rest } = evidenceOf([settledExchange('1')]);
  const text = canonicalEvidence(rest);
  expect(text).toMatch(/^\{"exchanges":\[\{"annotation":\{"note":"","tags":\[\],"ticket":""\},"api":/);
  expect(text).toMatch(/"transactions":\[\]\}\}$/);
});

it('hashes a binary body by its bytes', () => {
  const bytes = Buffer.from([0xff, 0x00, 0x80]);
  const answer = { text: bytes.toString('latin1'), base64: bytes.toString('base64') };
  const { parts } = evidenceOf([exchangeWith({}, answer)]).exchanges[0] ?? { parts: [] };
  expect(parts.find(({ name }) => name === 'response-body')).toMatchObject({
    bytes: 3,
    sha256: nodeCrypto.sha256(bytes),
  });
});

describe('what is taken out', () => {
  const secret = 'later~ <&>"secret/+';

  it('a secret that came to the vault after the send is taken out in every encoding and counted', () => {
    const body = JSON.stringify({ all: encodingsOf(secret) });
    const secrets = [{ name: 'payu.clientSecret', value: secret }];
    const bundle = evidenceOf([exchangeWith({ body }, { text: body })], { secrets });
    const text = JSON.stringify(bundle);
    for (const encoding of encodingsOf(secret))
      expect(text).not.toContain(JSON.stringify(encoding).slice(1, -1));
    expect(bundle.removed.secrets).toEqual([
      { name: 'payu.clientSecret', count: expect.any(Number) as number },
    ]);
    expect(bundle.exchanges[0]?.parts.map(({ redacted }) => redacted)).toEqual([false, true, false, true]);
  });

  it('a text of the user’s goes from everywhere in every encoding, and its kind stands in its place', () => {
    const mail = 'ada+l@example.org';
    const exchange = exchangeWith(
      { url: 'http://127.0.0.1:9/x?mail=ada%2Bl%40example.org', body: `{"mail":"${mail}"}` },
      { text: encodingsOf(mail).join('\n') },
    );
    const bundle = evidenceOf([exchange], { removals: [{ kind: 'e-mail', text: mail }] });
    expect(JSON.stringify(bundle)).not.toMatch(/ada|example\.org/);
    expect(bundle.exchanges[0]?.main?.request).toMatchObject({
      url: 'http://127.0.0.1:9/x?mail=[removed: e-mail]',
      body: '{"mail":"[removed: e-mail]"}',
    });
    expect(bundle.removed.byUser[0]?.kind).toBe('e-mail');
    expect(bundle.removed.byUser[0]?.count).toBeGreaterThan(5);
  });

  it('the words of the workbench stay, whatever is taken out', () => {
    const words = [
      'test',
      'response',
      'POST',
      'removed',
      'payu',
      'refused',
      'pending',
      'accepted',
      'payu.refund',
    ];
    const removals = words.map((text) => ({ kind: 'text', text }) as const);
    const bundle = evidenceOf([settledExchange('1')], { removals });
    expect(v.is(evidenceSchema, bundle)).toBe(true);
    expect(bundle.exchanges[0]).toMatchObject({
      environment: { environmentClass: 'test' },
      api: { id: 'payu' },
      main: { request: { method: 'POST' } },
    });
  });

  it('a reference to a secret is never torn apart by taking its name out', () => {
    const exchange = exchangeWith({ headers: [['Authorization', 'Bearer {{payu.accessToken}}']] });
    const removals = [{ kind: 'text', text: 'accessToken' }] as const;
    const bundle = evidenceOf([exchange], { removals });
    expect(bundle.exchanges[0]?.main?.request.headers).toEqual([
      ['Authorization', 'Bearer {{payu.accessToken}}'],
    ]);
    expect(bundle.removed).toEqual({ secrets: [{ name: 'payu.accessToken', count: 1 }], byUser: [] });
  });

  it('bytes in another character set go where something was taken out of their text', () => {
    const text = 'name: Ada';
    const base64 = Buffer.from(text, 'utf16le').toString('base64');
    const bundle = evidenceOf([exchangeWith({}, { text, base64 })], {
      removals: [{ kind: 'name', text: 'Ada' }],
    });
    expect(JSON.stringify(bundle)).not.toContain(base64);
    expect(bundle.exchanges[0]?.main?.outcome).toMatchObject({ body: { text: 'name: [removed: name]' } });
    const alreadyRedacted = evidenceOf([exchangeWith({}, { text: 'key: {{payu.accessToken}}', base64 })]);
    expect(JSON.stringify(alreadyRedacted)).not.toContain(base64);
  });
});

it('an exchange of an unknown API, without an outcome or a main request, is evidence all the same', () => {
  const exchange = settledExchange('1');
  const unknown = { ...exchange, main: null, explanation: null, draft: { ...exchange.draft, api: 'gone' } };
  const bundle = evidenceOf([unknown]);
  expect(v.is(evidenceSchema, bundle)).toBe(true);
  expect(bundle.exchanges[0]).toMatchObject({ api: { id: 'gone', title: 'gone' }, parts: [], catalog: [] });
});
