import { afterEach, describe, expect, it, vi } from 'vitest';

import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';
import { openWorkbench } from '../../../electron/open-workbench.ts';
import { openTestWorkbench, sendInput } from '../../support/open-test-workbench.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { httpAnswer } from '../../support/raw-server.ts';

const hour = 60 * 60 * 1000;
const pathOf = (request: string): string => request.split(' ', 2).join(' ');

afterEach(() => {
  vi.useRealTimers();
});

describe('EduBrite', () => {
  it('logs in once, and the second send uses the session again', async () => {
    const workbench = openTestWorkbench();
    const first = await workbench.send('edubrite', 'refund');
    const second = await workbench.send('edubrite', 'refund-group');
    expect(first.login.map(({ step }) => step)).toEqual(['connect', 'login']);
    expect(second.login).toEqual([]);
    expect([first, second].map(({ explanation }) => explanation?.verdict)).toEqual(['accepted', 'accepted']);
  });

  it('sends the cookies of the login, and only those, with the refund', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'edubrite', ({ socket, text, number }) => {
      const cookie = text.startsWith('GET ') ? 'SESSION_ID=first' : 'SESSION_INFO=second';
      const headers = number <= 2 ? [`Set-Cookie: ${cookie}; Path=/; HttpOnly`] : [];
      socket.write(httpAnswer('<response code="0000"/>', { headers }));
    });
    await workbench.handlers['exchange.send'](provider.input('refund'));
    const overrides = { 'edubrite.invoiceId': '4711' };
    await workbench.handlers['exchange.send'](provider.input('refund', { overrides }));
    expect(provider.requests.map(pathOf)).toEqual([
      'GET /oltpublish/site/connect.do',
      'POST /oltpublish/site/connect.do',
      'POST /oltpublish/site/paymentTxnService.do',
      'POST /oltpublish/site/paymentTxnService.do',
    ]);
    const cookies = provider.requests.map((text) => /^Cookie: (.*)\r$/m.exec(text)?.[1] ?? null);
    const both = 'SESSION_ID=first; SESSION_INFO=second';
    expect(cookies).toEqual([null, 'SESSION_ID=first', both, both]);
  });

  it('logs in anew where a credential changes', async () => {
    const workbench = openTestWorkbench();
    await workbench.send('edubrite', 'refund');
    const other = await workbench.send('edubrite', 'refund', { 'edubrite.password': 'wrong' });
    expect(other.login).not.toEqual([]);
    expect((await workbench.send('edubrite', 'refund')).login).toEqual([]);
  });

  it('keeps the sessions of two environments apart', async () => {
    const workbench = openTestWorkbench();
    await workbench.send('edubrite', 'refund');
    const provider = await openProvider(workbench, 'edubrite', ({ socket }) => socket.write(httpAnswer('')));
    await workbench.handlers['exchange.send'](provider.input('refund'));
    expect(provider.requests.map(pathOf)).toEqual(['GET /oltpublish/site/connect.do']);
  });

  it('drops a session that the provider has ended, says so, and sends nothing again by itself', async () => {
    const workbench = openTestWorkbench();
    await workbench.send('edubrite', 'refund');
    await resetFromOutside(workbench.data);
    const expired = await workbench.send('edubrite', 'refund');
    expect(expired.login).toEqual([]);
    expect(expired.explanation?.verdict).toBe('refused');
    expect(expired.explanation?.notes).toContain(
      'The session is over and was dropped. Sending again logs in anew.',
    );
    const again = await workbench.send('edubrite', 'refund');
    expect(again.login.map(({ step }) => step)).toEqual(['connect', 'login']);
    expect(again.explanation?.verdict).toBe('accepted');
  });

  it('has no session left after a reset of the sandbox', async () => {
    const workbench = openTestWorkbench();
    await workbench.send('edubrite', 'refund');
    expect(await workbench.handlers['sandbox.change']({ kind: 'reset', api: null })).toEqual({
      ok: true,
      value: null,
    });
    const again = await workbench.send('edubrite', 'refund');
    expect(again.login).toHaveLength(2);
    expect(again.explanation?.verdict).toBe('accepted');
  });

  it('records a refused login as the whole exchange: the refund was never sent', async () => {
    const workbench = openTestWorkbench();
    const refused = await workbench.send('edubrite', 'refund', { 'edubrite.password': 'wrong' });
    expect(refused.main).toBeNull();
    expect(refused.login.map(({ step }) => step)).toEqual(['connect', 'login']);
    expect(refused.explanation?.verdict).toBe('refused');
    expect(refused.explanation?.resend).toContain('The request itself was not sent.');
    const kept = await workbench.handlers['history.get']({ id: refused.id });
    expect(kept).toMatchObject({ ok: true, value: { exchange: refused } });
    const list = await workbench.handlers['history.list']({ query: '', limit: 1, before: null });
    expect(list).toMatchObject({ ok: true, value: [{ id: refused.id, verdict: 'refused', status: 401 }] });
  });

  it.skipIf(nodeCrypto.hasCipher('bf-ecb'))(
    'with encryption on, where the cipher is missing, says so by name and opens no connection',
    async () => {
      const workbench = openTestWorkbench();
      const provider = await openProvider(workbench, 'edubrite', () => undefined);
      const overrides = { 'edubrite.encryption': 'on' };
      const result = await workbench.handlers['exchange.send'](provider.input('refund', { overrides }));
      expect(result).toMatchObject({
        ok: false,
        error: [
          {
            code: 'missing-capability',
            message: 'edubrite.encryption is on, but this runtime has no bf-ecb cipher.',
            place: { part: 'variable', name: 'edubrite.encryption' },
          },
        ],
      });
      expect(provider.connectionCount()).toBe(0);
    },
  );

  it('stops at a login step that yields no session', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'edubrite', ({ socket }) =>
      socket.write(httpAnswer('<html>Please log in</html>')),
    );
    const result = await workbench.handlers['exchange.send'](provider.input('refund'));
    expect(provider.requests).toHaveLength(1);
    expect(result.ok ? result.value.explanation : null).toMatchObject({
      verdict: 'unknown',
      headline: 'Not sent: Connection yielded no session',
    });
  });

  it('stops at a login step that gets no answer', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'edubrite', ({ socket }) => socket.resetAndDestroy());
    const result = await workbench.handlers['exchange.send'](provider.input('refund'));
    expect(provider.requests).toHaveLength(1);
    expect(result.ok ? result.value : null).toMatchObject({
      main: null,
      explanation: { verdict: 'unknown', headline: 'Not sent: Connection got no answer' },
    });
  });
});

describe('DigiPay', () => {
  it('uses its token again until it ends, then says so, then logs in anew', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const workbench = openTestWorkbench();
    const part = { 'digipay.amount': '10.00' };
    const send = () => workbench.send('digipay', 'partial-refund', part);
    expect((await send()).login.map(({ step }) => step)).toEqual(['authenticate']);
    vi.setSystemTime(Date.now() + hour - 60_000);
    const late = await send();
    expect([late.login.length, late.explanation?.verdict]).toEqual([0, 'accepted']);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    const expired = await send();
    expect([expired.login.length, expired.explanation?.verdict]).toEqual([0, 'refused']);
    expect(expired.explanation?.notes[0]).toContain('The session is over');
    const again = await send();
    expect([again.login.length, again.explanation?.verdict]).toEqual([1, 'accepted']);
  });

  it('records a token that no header can carry as the end: the refund is never sent', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'digipay', ({ socket }) =>
      socket.write(httpAnswer('{"status_code":200,"data":{"access_token":"invented\\ntoken"}}')),
    );
    const result = await workbench.handlers['exchange.send'](provider.input('refund'));
    expect(provider.requests).toHaveLength(1);
    const exchange = result.ok ? result.value : null;
    expect(exchange).toMatchObject({
      main: null,
      login: [{ step: 'authenticate' }],
      explanation: { headline: 'Not sent: the request could not be written with what the login yielded' },
    });
    expect(JSON.stringify(exchange)).not.toMatch(/invented(\\n|\n)token/);
    const kept = await workbench.handlers['history.get']({ id: exchange?.id ?? '' });
    expect(kept).toMatchObject({ ok: true, value: { exchange: exchange } });
  });

  it('sends client id and secret key as Basic, and the token with its own scheme', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'digipay', ({ socket }) =>
      socket.write(httpAnswer('{"status_code":200,"data":{"access_token":"invented-token"}}')),
    );
    await workbench.handlers['exchange.send'](provider.input('refund'));
    const lines = provider.requests.map((text) => /^Authorization: (.*)\r$/m.exec(text)?.[1]);
    const pair = 'sandbox-client-not-a-real-one:sandbox-secret-key-not-a-real-one';
    expect(lines).toEqual([`Basic ${Buffer.from(pair).toString('base64')}`, 'Token invented-token']);
  });
});

it('an API without a login never has one', async () => {
  const workbench = openTestWorkbench();
  for (const api of ['payu', 'luminate', 'front-payment']) {
    expect((await workbench.send(api, 'refund')).login, api).toEqual([]);
  }
});

/** What `sandbox reset` on the command line does while a window is open. */
async function resetFromOutside(data: string): Promise<void> {
  const opened = openWorkbench({
    environment: { REFUND_WORKBENCH_DATA: data },
    workspace: null,
    sandboxPort: 0,
    anyOtherPort: true,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const reset = await opened.value.handlers['sandbox.change']({ kind: 'reset', api: null });
  if (!reset.ok) throw new Error(reset.error.message);
  await opened.value.close();
}

it('a session is kept in no file and told in no answer', async () => {
  const workbench = openTestWorkbench();
  const cookies = ['invented-cookie-one', 'invented-cookie-two'];
  const provider = await openProvider(workbench, 'edubrite', ({ socket, text, number }) => {
    const cookie = text.startsWith('GET ') ? `SESSION_ID=${cookies[0]}` : `SESSION_INFO=${cookies[1]}`;
    socket.write(httpAnswer('<response/>', { headers: number <= 2 ? [`Set-Cookie: ${cookie}`] : [] }));
  });
  const result = await workbench.handlers['exchange.send'](provider.input('refund'));
  const { draft, environmentId, overrides } = sendInput('edubrite', 'refund', {}, provider.environmentId);
  const preview = await workbench.handlers['exchange.preview']({ draft, environmentId, overrides });
  const outputs = JSON.stringify([result, preview]);
  for (const cookie of cookies) expect(outputs).not.toContain(cookie);
  expect(provider.requests.at(-1)).toContain(`SESSION_ID=${cookies[0]}; SESSION_INFO=${cookies[1]}`);
});
