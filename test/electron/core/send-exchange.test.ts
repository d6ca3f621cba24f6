import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';

import type { SendInput } from '../../../shared/contract/commands.ts';
import { apis } from '../../../shared/apis/registry.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer, unusedPort } from '../../support/raw-server.ts';

const exactAnswer =
  '{"status":1,"msg":"Refund Request Queued","request_id":"00012486538355","bank_ref_num":null,"mihpayid":403993715529606983,"fee":1.00,"error_code":102}';

async function sent(workbench: TestWorkbench, input: SendInput): Promise<Exchange> {
  const result = await workbench.handlers['exchange.send'](input);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '));
  return result.value;
}

async function listed(workbench: TestWorkbench): Promise<readonly { id: string; verdict: string }[]> {
  const list = await workbench.handlers['history.list']({ query: '', limit: 100, before: null });
  if (!list.ok) throw new Error(list.error.message);
  return list.value;
}

describe('a send', () => {
  it('puts the very request on the wire that it shows, and keeps the answer exact', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', ({ socket }) =>
      socket.write(httpAnswer(exactAnswer)),
    );
    const exchange = await sent(workbench, provider.input('refund'));
    const [head = '', body = ''] = (provider.requests[0] ?? '').split('\r\n\r\n');
    expect(head).toMatch(/^POST \/partner\/refunds HTTP\/1\.1\r\n/);
    expect(body).toBe(exchange.main?.request.body);
    expect(body).toContain('"payu_id": 403993715529606983,');
    const kept = await workbench.handlers['history.get']({ id: exchange.id });
    expect(kept).toMatchObject({ ok: true, value: { exchange: exchange } });
    const outcome = exchange.main?.outcome;
    expect(outcome?.kind === 'response' ? outcome.body.text : null).toBe(exactAnswer);
    expect(exchange.explanation?.verdict).toBe('pending');
  });

  it('is in the history, with its outcome open, before the first byte leaves', async () => {
    const workbench = openTestWorkbench();
    let seen: unknown = null;
    const provider = await openProvider(workbench, 'payu', ({ socket }) => {
      const raw = new DatabaseSync(join(workbench.data, 'history.db'), { readOnly: true });
      seen = raw.prepare('SELECT verdict, headline, status FROM exchange').all();
      raw.close();
      socket.write(httpAnswer(exactAnswer));
    });
    await sent(workbench, provider.input('refund'));
    expect(seen).toEqual([
      { verdict: 'unknown', headline: 'Outcome unknown: the answer was never recorded', status: null },
    ]);
    expect(await listed(workbench)).toMatchObject([{ verdict: 'pending' }]);
  });

  it.each(['edubrite', 'digipay'])('to %s is in the history before its login leaves', async (api) => {
    const workbench = openTestWorkbench();
    const atLogin: unknown[] = [];
    const provider = await openProvider(workbench, api, ({ socket }) => {
      const raw = new DatabaseSync(join(workbench.data, 'history.db'), { readOnly: true });
      atLogin.push(...raw.prepare('SELECT url, headline FROM exchange').all());
      raw.close();
      socket.resetAndDestroy();
    });
    const exchange = await sent(workbench, provider.input('refund'));
    expect(atLogin).toEqual([
      {
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//) as string,
        headline: 'Outcome unknown: the answer was never recorded',
      },
    ]);
    expect(exchange.main).toBeNull();
    expect(await listed(workbench)).toMatchObject([{ id: exchange.id, verdict: 'unknown' }]);
  });

  it('keeps the draft with its variables open, so that it can be sent again', async () => {
    const workbench = openTestWorkbench();
    const input = sendInput('payu', 'refund');
    const exchange = await sent(workbench, input);
    expect(exchange.draft).toEqual(input.draft);
    expect(JSON.stringify(exchange.draft)).toContain('{{payu.payuId}}');
  });

  it('that gets no answer is kept as unknown, never as success', async () => {
    const workbench = openTestWorkbench();
    const overrides = { 'payu.baseUrl': `http://127.0.0.1:${await unusedPort()}` };
    const exchange = await sent(workbench, sendInput('payu', 'refund', overrides));
    expect(exchange.main?.outcome).toMatchObject({ kind: 'transport-failure', code: 'ECONNREFUSED' });
    expect(exchange.explanation).toMatchObject({
      verdict: 'unknown',
      headline: 'Not sent: nothing answers at that address and port',
    });
    expect(await listed(workbench)).toMatchObject([{ id: exchange.id, verdict: 'unknown' }]);
  });

  it.each([
    ['a web page', '<!doctype html><title>Sign in</title>', 'a web page came back'],
    ['nothing', '', 'the answer is empty'],
    ['broken JSON', '{"status":1,\n"msg":', 'not well-formed JSON (line 2, column 7)'],
    ['plain text', 'OK', 'the answer is plain text'],
  ])('that gets %s with HTTP 200 is unknown', async (_what, body, headline) => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', ({ socket }) => socket.write(httpAnswer(body)));
    const { explanation } = await sent(workbench, provider.input('refund'));
    expect(explanation?.verdict).toBe('unknown');
    expect(explanation?.headline).toContain(headline);
  });

  it('that gets JSON called a web page reads it as what it is, and tells of it', async () => {
    const workbench = openTestWorkbench();
    const answer = httpAnswer(exactAnswer, { headers: ['Content-Type: text/html'] });
    const provider = await openProvider(workbench, 'payu', ({ socket }) => socket.write(answer));
    const { explanation } = await sent(workbench, provider.input('refund'));
    expect(explanation?.verdict).toBe('pending');
    expect(explanation?.notes.join(' ')).toContain('The answer calls itself text/html, but it is JSON');
  });

  it('times out after the given time, once, and is unknown', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', () => undefined);
    const exchange = await sent(workbench, provider.input('refund', { timeout: 100 }));
    expect(exchange.main?.outcome).toMatchObject({ code: 'TIMEOUT', phase: 'wait', requestLeft: true });
    expect(exchange.explanation?.headline).toBe('Outcome unknown: no answer came in time');
    expect(provider.requests).toHaveLength(1);
  });
});

describe('what stops a send before anything leaves', () => {
  const cases: readonly (readonly [what: string, change: (input: SendInput) => SendInput, code: string])[] = [
    ['a variable without a value', withHeader('X-Ticket', '{{ticket}}'), 'unresolved-variable'],
    ['an empty variable', withOverride('payu.refundId', ''), 'empty-variable'],
    ['a body that is not JSON', withBody('{"refund_id": '), 'bad-body'],
    ['an empty body', withBody(''), 'bad-body'],
    ['a body without what is signed', withBody('{}'), 'bad-body'],
    ['a URL without a scheme', withOverride('payu.baseUrl', 'provider.example'), 'bad-url'],
    ['a header that holds a line break', withHeader('X-Note', 'a\nb'), 'bad-header'],
    ['a header that the sender sets', withHeader('Content-Length', '5'), 'bad-header'],
    ['a circle of variables', withOverride('payu.refundId', '{{payu.refundId}}'), 'unresolved-variable'],
    ['an unknown API', (input) => ({ ...input, draft: { ...input.draft, api: 'paypal' } }), 'unknown-api'],
    [
      'an unknown operation',
      (input) => ({ ...input, draft: { ...input.draft, operation: 'x' } }),
      'unknown-api',
    ],
    ['an unknown environment', (input) => ({ ...input, environmentId: 'nowhere' }), 'unknown-environment'],
  ];

  it.each(cases)('%s', async (_what, change, code) => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', () => undefined);
    const result = await workbench.handlers['exchange.send'](change(provider.input('refund')));
    expect(result.ok ? [] : result.error.map((problem) => problem.code)).toContain(code);
    for (const { message, remedy } of result.ok ? [] : result.error) {
      expect(message).toMatch(/^\S.*\.$/s);
      expect(remedy).toMatch(/^[A-Z].*[.…]$/s);
    }
    expect(provider.connectionCount()).toBe(0);
    expect(await listed(workbench)).toEqual([]);
  });

  it('names an unresolved variable and the place where it stands', async () => {
    const workbench = openTestWorkbench();
    const input = withBody('{\n  "refund_id": "{{ticket}}"\n}')(sendInput('payu', 'refund'));
    expect(await workbench.handlers['exchange.send'](input)).toMatchObject({
      ok: false,
      error: [
        {
          message: 'The variable ticket has no value.',
          place: { part: 'body', line: 2, column: 17 },
        },
      ],
    });
  });

  it('stops before the login, too', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'edubrite', () => undefined);
    const overrides = { 'edubrite.invoiceId': '' };
    const result = await workbench.handlers['exchange.send'](provider.input('refund', { overrides }));
    expect(result).toMatchObject({ ok: false, error: [{ code: 'empty-variable' }] });
    expect(provider.connectionCount()).toBe(0);
  });
});

describe('a history that cannot be written', () => {
  it.each(
    apis.flatMap(({ id }) => [
      [id, 'a folder in its place', (path: string) => mkdirSync(path)] as const,
      [id, 'a damaged file', (path: string) => writeFileSync(path, 'damaged\n'.repeat(500))] as const,
    ]),
  )('opens no connection to %s, not even to log in, with %s', async (api, _what, spoil) => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, api, () => undefined);
    spoil(join(workbench.data, 'history.db'));
    const result = await workbench.handlers['exchange.send'](provider.input('refund'));
    expect(result).toMatchObject({
      ok: false,
      error: [
        {
          code: 'storage',
          message: expect.stringContaining('The send cannot be recorded, so nothing was sent') as string,
        },
      ],
    });
    expect(provider.connectionCount()).toBe(0);
  });

  it('once the answer is there: the answer is shown, and the failure is told', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', ({ socket }) => {
      const raw = new DatabaseSync(join(workbench.data, 'history.db'));
      raw.exec('DROP TABLE refund; DROP TABLE exchange');
      raw.close();
      socket.write(httpAnswer(exactAnswer));
    });
    const exchange = await sent(workbench, provider.input('refund'));
    expect(exchange.explanation?.verdict).toBe('pending');
    expect(exchange.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('The outcome could not be recorded in the history') as string,
    ]);
  });

  it('leaves nothing behind but the lock', async () => {
    const workbench = openTestWorkbench();
    mkdirSync(join(workbench.data, 'history.db'));
    await workbench.handlers['exchange.send'](sendInput('payu', 'refund'));
    expect(readdirSync(workbench.data)).toEqual(['history.db', 'history.db.lock']);
  });
});

describe('cancel', () => {
  it('ends the send of that id, whose outcome is then unknown', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', () => undefined);
    const sending = sent(workbench, provider.input('refund', { sendId: 'one' }));
    await vi.waitFor(() => expect(provider.requests).toHaveLength(1));
    expect(await workbench.handlers['exchange.cancel']({ sendId: 'other' })).toEqual({ cancelled: false });
    expect(await workbench.handlers['exchange.cancel']({ sendId: 'one' })).toEqual({ cancelled: true });
    const exchange = await sending;
    expect(exchange.main?.outcome).toMatchObject({ code: 'CANCELLED', requestLeft: true });
    expect(exchange.explanation).toMatchObject({
      verdict: 'unknown',
      headline: 'Outcome unknown: you cancelled it',
    });
    expect(await workbench.handlers['exchange.cancel']({ sendId: 'one' })).toEqual({ cancelled: false });
  });

  it('in the login ends it there, and the refund is never sent', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'digipay', () => undefined);
    const sending = sent(workbench, provider.input('refund', { sendId: 'one' }));
    await vi.waitFor(() => expect(provider.requests).toHaveLength(1));
    await workbench.handlers['exchange.cancel']({ sendId: 'one' });
    const exchange = await sending;
    expect(exchange.main).toBeNull();
    expect(exchange.explanation?.resend).toContain('The request itself was not sent.');
    expect(provider.requests).toHaveLength(1);
  });
});

describe('two sends at once', () => {
  it('are two exchanges, each with its own answer', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', ({ socket, text }) => {
      const id = /"refund_id": "([^"]+)"/.exec(text)?.[1];
      socket.write(httpAnswer(`{"status":1,"msg":"for ${id}","error_code":102}`));
    });
    const payments = { 'R-1': '403993715529606001', 'R-2': '403993715529606002' };
    const send = (id: keyof typeof payments) =>
      sent(
        workbench,
        provider.input('refund', {
          sendId: id,
          overrides: { 'payu.refundId': id, 'payu.payuId': payments[id] },
        }),
      );
    const exchanges = await Promise.all([send('R-1'), send('R-2')]);
    const bodies = exchanges.map(({ main }) =>
      main?.outcome?.kind === 'response' ? main.outcome.body.text : null,
    );
    expect(bodies).toEqual([expect.stringContaining('for R-1'), expect.stringContaining('for R-2')]);
    expect(new Set(exchanges.map(({ id }) => id)).size).toBe(2);
    expect(await listed(workbench)).toHaveLength(2);
  });

  it('cancelling one leaves the other', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', () => undefined);
    const first = sent(workbench, provider.input('refund', { sendId: 'first' }));
    const second = sent(
      workbench,
      provider.input('refund', { sendId: 'second', timeout: 400, overrides: { 'payu.payuId': '1' } }),
    );
    await vi.waitFor(() => expect(provider.requests).toHaveLength(2));
    await workbench.handlers['exchange.cancel']({ sendId: 'first' });
    expect((await first).main?.outcome).toMatchObject({ code: 'CANCELLED' });
    expect((await second).main?.outcome).toMatchObject({ code: 'TIMEOUT' });
  });
});

function withOverride(name: string, value: string): (input: SendInput) => SendInput {
  return (input) => ({ ...input, overrides: { ...input.overrides, [name]: value } });
}

function withHeader(name: string, value: string): (input: SendInput) => SendInput {
  return (input) => ({
    ...input,
    draft: { ...input.draft, headers: [...input.draft.headers, [name, value]] },
  });
}

function withBody(text: string): (input: SendInput) => SendInput {
  return (input) => ({ ...input, draft: { ...input.draft, body: { kind: 'text', language: 'json', text } } });
}
