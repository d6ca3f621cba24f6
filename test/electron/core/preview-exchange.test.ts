import { describe, expect, it } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import type { Preview, SendInput } from '../../../shared/contract/commands.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';

function preview(workbench: TestWorkbench, input: SendInput): Promise<Preview> {
  const { draft, environmentId, overrides } = input;
  return workbench.handlers['exchange.preview']({ draft, environmentId, overrides });
}

describe('a dry run', () => {
  it.each(apis.map(({ id }) => id))('of %s sends nothing and records nothing', async (api) => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, api, () => undefined);
    const result = await preview(workbench, provider.input('refund'));
    expect(result.problems).toEqual([]);
    expect(result.request?.url).toContain(provider.origin);
    expect(provider.connectionCount()).toBe(0);
    expect((await workbench.handlers['workbench.describe'](null)).exchangeCount).toBe(0);
  });

  it('shows the request that a send then puts on the wire', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', ({ socket }) => socket.write(httpAnswer('{}')));
    const shown = await preview(workbench, provider.input('refund'));
    const result = await workbench.handlers['exchange.send'](provider.input('refund'));
    expect(shown.request).toEqual(result.ok ? result.value.main?.request : null);
    expect(shown.request?.body).toBe(provider.requests[0]?.split('\r\n\r\n')[1]);
  });

  it('shows every step of the signature, the secret as dots', async () => {
    const { trace } = await preview(openTestWorkbench(), sendInput('payu', 'refund'));
    expect(trace?.base).toBe('8238480|TICKET-4417-01|500.00|••••••••');
    expect(trace?.pieces.map(({ name, text, secret }) => [name, text, secret])).toEqual([
      ['merchant_id', '8238480', false],
      ['refund_id', 'TICKET-4417-01', false],
      ['amount', '500.00', false],
      ['payu.clientSecret', '••••••••', true],
    ]);
    expect(trace?.result).toMatch(/^[\da-f]{128}$/);
    expect(trace?.placed).toBe('by the workbench');
  });

  it('shows the login that would come first, what it yields still open', async () => {
    const result = await preview(openTestWorkbench(), sendInput('edubrite', 'refund'));
    expect(result.login.map(({ request }) => request.method)).toEqual(['GET', 'POST']);
    expect(result.login[1]?.request.body).toBe(
      'username=api_sandbox-user-not-a-real-one&password={{edubrite.password}}',
    );
    expect(result.request?.headers).toContainEqual([
      'Cookie',
      'SESSION_ID={{$session.sessionId}}; SESSION_INFO={{$session.sessionInfo}}',
    ]);
  });

  it('says what the request will do', async () => {
    for (const { id } of apis) {
      const { effect } = await preview(openTestWorkbench(), sendInput(id, 'refund'));
      expect(effect?.sentences[0], id).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('names every problem that would stop the send, and shows the variables all the same', async () => {
    const overrides = { 'payu.refundId': '', 'payu.amount': '1,00' };
    const result = await preview(openTestWorkbench(), sendInput('payu', 'refund', overrides));
    expect(result.problems.map(({ code }) => code)).toEqual(['bad-amount', 'empty-variable']);
    expect(result.request).toBeNull();
    expect(result.variables.map(({ name }) => name)).toContain('payu.merchantId');
  });

  it.each([
    ['1,00', 'has a comma'],
    ['1e3', 'is written with an exponent'],
  ])('names the bad amount %s once, not also what it does to the body', async (amount, fault) => {
    const input = sendInput('payu', 'refund', { 'payu.amount': amount });
    const workbench = openTestWorkbench();
    const { problems } = await preview(workbench, input);
    expect(problems.map(({ message }) => message)).toEqual([
      `The variable payu.amount is ${amount}, which ${fault}.`,
    ]);
    expect(await workbench.handlers['exchange.send'](input)).toEqual({ ok: false, error: problems });
  });

  it('in an environment that is not there says which there are', async () => {
    const { problems } = await preview(openTestWorkbench(), sendInput('payu', 'refund', {}, 'nowhere'));
    expect(problems).toEqual([
      {
        code: 'unknown-environment',
        message: 'There is no environment "nowhere".',
        remedy: 'Use one of: sandbox; or create it in the workspace.',
      },
    ]);
  });
});
