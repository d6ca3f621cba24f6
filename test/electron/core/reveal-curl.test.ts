import { describe, expect, it } from 'vitest';

import type { PreviewInput } from '../../../shared/contract/commands.ts';
import { curlOfRequest } from '../../../shared/engine/curl-of-request.ts';
import { inputOfExchange } from '../../../shared/engine/input-of-exchange.ts';
import { findApi } from '../../../shared/apis/registry.ts';
import { readCurl } from '../../../shared/formats/read-curl.ts';
import type { AuditLine } from '../../../shared/model/audit.ts';
import { openProvider, type Provider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';

const token = 'canary-token-\'"$4711';
const secret = 'canary-secret-4712';

function openPayu(workbench: TestWorkbench, origin?: string): Promise<Provider> {
  const values = {
    'payu.accessToken': token,
    'payu.clientSecret': secret,
    ...(origin === undefined ? {} : { 'payu.baseUrl': origin }),
  };
  const answer = httpAnswer('{"status":1,"msg":"Refund Request Queued","error_code":102}');
  return openProvider(workbench, 'payu', ({ socket }) => void socket.end(answer), { values });
}

function inputOf(provider: Provider): PreviewInput {
  const { draft, environmentId, overrides } = provider.input('refund');
  return { draft, environmentId, overrides };
}

async function linesOf({ handlers }: TestWorkbench): Promise<readonly AuditLine[]> {
  const lines = await handlers['audit.list']({ limit: 500, after: null });
  if (!lines.ok) throw new Error(lines.error.message);
  return lines.value.filter(({ what }) => what === 'secrets-copied');
}

async function revealed({ handlers }: TestWorkbench, input: PreviewInput): Promise<string> {
  const result = await handlers['exchange.reveal-curl'](input);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '));
  return result.value;
}

describe('a request as a curl command with its secrets', () => {
  it('is the request as a send would put it on the wire, and sends nothing', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const text = await revealed(workbench, inputOf(provider));
    expect(provider.requests).toEqual([]);
    expect(text.split('\n')[0]).toContain('Sending this moves money');
    const read = readCurl(text);
    if (!read.ok) throw new Error(read.error);
    const sent = await workbench.handlers['exchange.send'](provider.input('refund'));
    expect(sent.ok).toBe(true);
    const [wire = ''] = provider.requests;
    expect(wire).toContain(`\r\n\r\n${read.value.request.body ?? '-'}`);
    for (const [name, value] of read.value.request.headers)
      expect(wire.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
    expect(read.value.request.headers).toContainEqual(['Authorization', `Bearer ${token}`]);
    // It is hashed and never sent.
    expect(text).not.toContain(secret);
  });

  it('is written down before it is given out: which secrets, for which host, never their values', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    await revealed(workbench, inputOf(provider));
    const lines = await linesOf(workbench);
    expect(lines).toMatchObject([
      { api: 'payu', environment: { id: provider.environmentId }, verdict: null, exchangeId: null },
    ]);
    expect(lines[0]?.detail).toBe(`As a curl command for ${provider.origin}, with payu.accessToken.`);
    expect(JSON.stringify(lines)).not.toContain('canary');
  });

  it('is refused for a host that the secrets do not belong to, and nothing is written down', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const input = inputOf(provider);
    const draft = { ...input.draft, url: 'https://elsewhere.example/partner/refunds' };
    const result = await workbench.handlers['exchange.reveal-curl']({ ...input, draft });
    expect(result).toMatchObject({ ok: false, error: [{ code: 'wrong-host' }] });
    expect(JSON.stringify(result)).not.toContain('canary');
    expect(await linesOf(workbench)).toEqual([]);
  });

  it('is refused where a send could not write it, without a secret in the words', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const input = inputOf(provider);
    const draft = {
      ...input.draft,
      body: { kind: 'text', language: 'json', text: '{{payu.accessToken}}' },
    } as const;
    const result = await workbench.handlers['exchange.reveal-curl']({ ...input, draft });
    expect(result).toMatchObject({ ok: false });
    expect(JSON.stringify(result)).not.toContain('canary');
    const nowhere = await workbench.handlers['exchange.reveal-curl']({ ...input, environmentId: 'gone' });
    expect(nowhere).toMatchObject({ ok: false, error: [{ code: 'unknown-environment' }] });
  });

  it('leaves what a login yields to a variable, because nobody logs in', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'digipay', ({ socket }) => socket.end());
    const { draft, environmentId, overrides } = provider.input('refund');
    const text = await revealed(workbench, { draft, environmentId, overrides });
    expect(provider.requests).toEqual([]);
    expect(text).toContain('SESSION_TOKEN = $session.token');
    expect(text).toContain('"${SESSION_TOKEN:?');
  });

  it('of a stored exchange is what went out, with the values that were made for it', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const input = provider.input('refund');
    const draft = { ...input.draft, headers: [...input.draft.headers, ['X-Id', '{{$uuid}}'] as const] };
    const sent = await workbench.handlers['exchange.send']({ ...input, draft });
    if (!sent.ok || sent.value.main === null) throw new Error('It was not sent');
    const again = readCurl(await revealed(workbench, inputOfExchange(sent.value)));
    const id = sent.value.generated.find(([name]) => name === '$uuid')?.[1] ?? '-';
    expect(again).toMatchObject({ ok: true, value: { request: { body: sent.value.main.request.body } } });
    expect(JSON.stringify(again)).toContain(id);
    const harmless = curlOfRequest(findApi('payu'), 'refund', sent.value.main.request);
    expect(harmless).not.toContain('canary');
    expect(harmless).toContain('"${PAYU_ACCESSTOKEN:?');
  });
});
