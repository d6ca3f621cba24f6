import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { openWorkbench } from '../../../electron/open-workbench.ts';
import type { Handlers, SendInput } from '../../../shared/contract/commands.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { openProvider, type Provider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer, unusedPort } from '../../support/raw-server.ts';

const queued = httpAnswer('{"status":1,"msg":"Refund Request Queued","request_id":"1","error_code":102}');
const refused = httpAnswer('{"status":0,"msg":"Refund FAILURE - Invalid amount","error_code":105}');

type Answers = (provider: { readonly text: string }) => Buffer | null;

/** A provider of PayU that takes every refund, unless told otherwise; `null` leaves a request without an answer. */
function openPayu(
  workbench: TestWorkbench,
  {
    answers = () => queued,
    ...options
  }: { answers?: Answers; environmentClass?: 'test' | 'production' } = {},
): Promise<Provider> {
  return openProvider(
    workbench,
    'payu',
    ({ socket, text }) => {
      const answer = answers({ text });
      if (answer !== null) socket.write(answer);
    },
    options,
  );
}

async function sent({ handlers }: { handlers: Handlers }, input: SendInput): Promise<Exchange> {
  const result = await handlers['exchange.send'](input);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '));
  return result.value;
}

async function stoppedBy(workbench: { handlers: Handlers }, input: SendInput): Promise<readonly Problem[]> {
  const result = await workbench.handlers['exchange.send'](input);
  if (result.ok) throw new Error(`It was sent: ${result.value.explanation?.headline}`);
  return result.error;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the same refund again', () => {
  it('is stopped, with the earlier exchange and the way on', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const first = await sent(workbench, provider.input('refund'));
    const [problem, ...more] = await stoppedBy(workbench, provider.input('refund'));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'repeated-refund',
      stop: { kind: 'repeat', exchangeId: first.id },
    });
    expect(problem?.message).toContain(`history ${first.id}`);
    expect(provider.requests).toHaveLength(1);
  });

  it.each([
    ['under another refund id', { 'payu.refundId': 'ANOTHER-ID-1' }],
    ['with the amount written in another way', { 'payu.amount': '500.00' }],
  ])('%s is the same money and is stopped', async (_how, overrides) => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    await sent(workbench, provider.input('refund', { overrides: { 'payu.amount': '500' } }));
    const again = provider.input('refund', { overrides: { 'payu.amount': '500', ...overrides } });
    expect(await stoppedBy(workbench, again)).toMatchObject([{ code: 'repeated-refund' }]);
  });

  it('through another environment of the same host is stopped', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    await sent(workbench, provider.input('refund'));
    const { environments } = await workbench.handlers['environment.list'](null);
    const twin = environments.find(({ id }) => id === provider.environmentId);
    if (twin === undefined) throw new Error('The environment is missing');
    await workbench.handlers['environment.save']({ ...twin, id: 'twin', name: 'Twin' });
    for (const name of twin.secrets) {
      await workbench.handlers['secret.set']({ environmentId: 'twin', name, value: 'invented' });
    }
    const again = { ...provider.input('refund'), environmentId: 'twin' };
    expect(await stoppedBy(workbench, again)).toMatchObject([{ code: 'repeated-refund' }]);
  });

  it.each([
    ['of another payment', { 'payu.payuId': '403993715529606999' }],
    ['of another amount', { 'payu.amount': '1.00' }],
  ])('%s is another refund and goes out', async (_how, overrides) => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    await sent(workbench, provider.input('refund'));
    await sent(workbench, provider.input('refund', { overrides }));
    expect(provider.requests).toHaveLength(2);
  });

  it('goes out once somebody names the earlier exchange, and only for that one', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const first = await sent(workbench, provider.input('refund'));
    const second = await sent(workbench, provider.input('refund', { repeatOf: [first.id] }));
    const third = await stoppedBy(workbench, provider.input('refund', { repeatOf: [first.id] }));
    expect(third).toMatchObject([{ stop: { kind: 'repeat', exchangeId: second.id } }]);
    expect(provider.requests).toHaveLength(2);
  });

  it('goes out where the first was refused', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, { answers: () => refused });
    await sent(workbench, provider.input('refund'));
    await sent(workbench, provider.input('refund'));
    expect(provider.requests).toHaveLength(2);
  });

  it('goes out where the first never left', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const draft = { ...provider.input('refund').draft };
    const nowhere = `http://127.0.0.1:${await unusedPort()}`;
    const overrides = { 'payu.baseUrl': nowhere, 'payu.accessToken': 'invented', 'payu.clientSecret': 'x' };
    const unreachable = provider.input('refund', { draft, overrides });
    expect((await sent(workbench, unreachable)).explanation?.headline).toContain('Not sent');
    expect((await sent(workbench, unreachable)).explanation?.headline).toContain('Not sent');
  });

  it('is told in the preview before anybody presses', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const { draft, environmentId, overrides } = provider.input('refund');
    const before = await workbench.handlers['exchange.preview']({ draft, environmentId, overrides });
    expect(before.stops).toEqual([]);
    const { id } = await sent(workbench, provider.input('refund'));
    const after = await workbench.handlers['exchange.preview']({ draft, environmentId, overrides });
    expect(after.stops).toMatchObject([{ stop: { kind: 'repeat', exchangeId: id } }]);
  });

  it('is only told on the sandbox', async () => {
    const workbench = openTestWorkbench();
    const first = await workbench.send('payu', 'refund');
    const second = await workbench.send('payu', 'refund');
    expect(first.warnings).toEqual([]);
    expect(second.warnings).toMatchObject([{ stop: { kind: 'repeat', exchangeId: first.id } }]);
    expect(second.explanation?.verdict).toBe('refused');
  });

  it('within five minutes says until when PayU refuses it, also after the clock was set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 1, 10, 0) });
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    await sent(workbench, provider.input('refund'));
    const waits = async (): Promise<unknown> => {
      const [problem] = await stoppedBy(workbench, provider.input('refund'));
      return problem?.stop?.kind === 'repeat' ? problem.stop.waitUntil : 'no repeat';
    };
    vi.setSystemTime(Date.UTC(2026, 10, 1, 10, 4));
    expect(await waits()).toBe('2026-11-01T10:05:00.000Z');
    vi.setSystemTime(Date.UTC(2026, 10, 1, 10, 5));
    expect(await waits()).toBeNull();
    vi.setSystemTime(Date.UTC(2026, 9, 1, 10, 0));
    expect(await waits()).toBe('2026-10-01T10:05:00.000Z');
  });

  it('pressed many times at once leaves once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), async (presses) => {
        const workbench = openTestWorkbench();
        const provider = await openPayu(workbench);
        const input = provider.input('refund');
        const results = await Promise.all(
          Array.from({ length: presses }, () => workbench.handlers['exchange.send'](input)),
        );
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        expect(provider.requests).toHaveLength(1);
      }),
      { numRuns: 4 },
    );
  });

  it('from a second program on the same data leaves once', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, { answers: () => null });
    const other = openWorkbench({
      environment: {
        REFUND_WORKBENCH_DATA: workbench.data,
        REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'invented',
        REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'invented',
      },
      workspace: workbench.workspace,
      sandboxPort: 0,
      anyOtherPort: true,
    });
    if (!other.ok) throw new Error(other.error.message);
    const sending = sent(workbench, provider.input('refund', { timeout: 2000 }));
    await vi.waitFor(() => expect(provider.requests).toHaveLength(1));
    const [problem] = await stoppedBy(other.value, provider.input('refund'));
    expect(problem).toMatchObject({ code: 'unknown-outcome', stop: { kind: 'unknown-outcome' } });
    await workbench.handlers['exchange.cancel']({ sendId: 'test' });
    await sending;
    await other.value.close();
    expect(provider.requests).toHaveLength(1);
  });
});

describe('a batch', () => {
  const answerOf = (first: boolean): Buffer =>
    httpAnswer(
      `<refundResponse><refundResultList><refundResult><refund_transaction_id>9</refund_transaction_id><success>${first}</success></refundResult></refundResultList></refundResponse>`,
    );

  it('is stopped for the one item that was taken before, and goes out where that one was refused', async () => {
    for (const [success, stops] of [
      [true, 1],
      [false, 0],
    ] as const) {
      const workbench = openTestWorkbench();
      const provider = await openProvider(workbench, 'luminate', ({ socket }) =>
        socket.write(answerOf(success)),
      );
      const first = await sent(workbench, provider.input('refund'));
      expect(first.explanation?.items).toHaveLength(1);
      const { draft, environmentId, overrides } = provider.input('refund');
      const preview = await workbench.handlers['exchange.preview']({ draft, environmentId, overrides });
      expect(preview.stops).toHaveLength(stops);
    }
  });
});

describe('an outcome that is unknown', () => {
  async function lost(workbench: TestWorkbench): Promise<{ provider: Provider; exchange: Exchange }> {
    const provider = await openPayu(workbench, {
      answers: ({ text }) => (text.startsWith('POST /partner/refunds') ? null : queued),
    });
    const exchange = await sent(workbench, provider.input('refund', { timeout: 100 }));
    expect(exchange.explanation?.verdict).toBe('unknown');
    return { provider, exchange };
  }

  it('locks the refund, also under another id', async () => {
    const workbench = openTestWorkbench();
    const { provider, exchange } = await lost(workbench);
    const overrides = { 'payu.refundId': 'ANOTHER-ID-1' };
    const [problem] = await stoppedBy(workbench, provider.input('refund', { overrides }));
    expect(problem).toMatchObject({
      code: 'unknown-outcome',
      stop: { kind: 'unknown-outcome', exchangeId: exchange.id, sameId: false },
    });
    const insisting = provider.input('refund', { overrides, repeatOf: [exchange.id] });
    expect(await stoppedBy(workbench, insisting)).toHaveLength(1);
    expect(provider.requests).toHaveLength(1);
  });

  it('lets the same id go out again, on purpose, where the API documents that this is safe', async () => {
    const workbench = openTestWorkbench();
    const { provider, exchange } = await lost(workbench);
    expect(await stoppedBy(workbench, provider.input('refund'))).toMatchObject([
      { stop: { kind: 'unknown-outcome', sameId: true } },
    ]);
    await sent(workbench, provider.input('refund', { repeatOf: [exchange.id], timeout: 100 }));
    expect(provider.requests).toHaveLength(2);
  });

  it('lets the same invoice of an API without refund ids go out again, on purpose', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'edubrite', ({ socket, text, number }) => {
      const cookie = text.startsWith('GET ') ? 'SESSION_ID=first' : 'SESSION_INFO=second';
      const headers = number <= 2 ? [`Set-Cookie: ${cookie}; Path=/`] : [];
      socket.write(httpAnswer('<response/>', { headers }));
    });
    const first = await sent(workbench, provider.input('refund'));
    expect(first.explanation?.verdict).toBe('unknown');
    expect(await stoppedBy(workbench, provider.input('refund'))).toMatchObject([
      { stop: { kind: 'unknown-outcome', sameId: true } },
    ]);
    await sent(workbench, provider.input('refund', { repeatOf: [first.id] }));
    expect(provider.requests).toHaveLength(4);
  });

  it.each([
    ['refused', 'goes out'],
    ['accepted', 'is a repeat'],
  ] as const)('decided as %s: the next %s', async (state, next) => {
    const workbench = openTestWorkbench();
    const { provider, exchange } = await lost(workbench);
    const note = 'Asked the provider on the phone.';
    const decided = await workbench.handlers['exchange.decide']({ exchangeId: exchange.id, state, note });
    expect(decided).toMatchObject({ ok: true, value: [{ decision: { state, note, by: 'user' } }] });
    const result = await workbench.handlers['exchange.send'](provider.input('refund', { timeout: 100 }));
    expect(result.ok ? 'goes out' : 'is a repeat').toBe(next);
    if (!result.ok) expect(result.error).toMatchObject([{ code: 'repeated-refund' }]);
  });

  it.each([
    ['failure', 'goes out'],
    ['success', 'is a repeat'],
    ['queued', 'is a repeat'],
    ['on hold', 'is still locked'],
  ])('and a status call that says "%s": the next %s', async (state, next) => {
    const workbench = openTestWorkbench();
    let open = false;
    const payuId = '403993715529606983';
    const listed = { [payuId]: { '1': { status: state, amt: '23.12', token: 'TICKET-1' } } };
    const provider = await openPayu(workbench, {
      answers: ({ text }) => {
        if (text.startsWith('POST /partner/refund/status')) return httpAnswer(JSON.stringify(listed));
        return open ? queued : null;
      },
    });
    const overrides = { 'payu.payuId': payuId, 'payu.amount': '23.12', 'payu.refundId': 'TICKET-1' };
    await sent(workbench, provider.input('refund', { overrides, timeout: 100 }));
    await sent(workbench, provider.input('refund-status', { overrides }));
    open = true;
    const result = await workbench.handlers['exchange.send'](provider.input('refund', { overrides }));
    const code = result.ok ? null : (result.error[0]?.code ?? null);
    const words: Record<string, string> = {
      'repeated-refund': 'is a repeat',
      'unknown-outcome': 'is still locked',
    };
    expect(code === null ? 'goes out' : words[code]).toBe(next);
  });

  it('is listed until it is decided, and can be decided once it is known only', async () => {
    const workbench = openTestWorkbench();
    const { exchange } = await lost(workbench);
    const { handlers } = workbench;
    expect(await handlers['history.unresolved'](null)).toMatchObject({
      ok: true,
      value: [{ id: exchange.id }],
    });
    await handlers['exchange.decide']({ exchangeId: exchange.id, state: 'refused', note: 'Checked.' });
    expect(await handlers['history.unresolved'](null)).toEqual({ ok: true, value: [] });
    expect(
      await handlers['exchange.decide']({ exchangeId: '999', state: 'refused', note: 'Checked.' }),
    ).toMatchObject({ ok: false, error: { code: 'unknown-entry' } });
  });

  it('is what a refund has that was begun and never settled', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, { answers: () => null });
    const sending = sent(workbench, provider.input('refund', { timeout: 2000 }));
    await vi.waitFor(() => expect(provider.requests).toHaveLength(1));
    expect(await workbench.handlers['history.unresolved'](null)).toMatchObject({ value: [{ id: '1' }] });
    await workbench.handlers['exchange.cancel']({ sendId: 'test' });
    await sending;
  });
});

describe('production', () => {
  async function openLive(workbench: TestWorkbench): Promise<Provider> {
    return openPayu(workbench, { environmentClass: 'production' });
  }

  it('is read-only until it is armed, at the contract itself', async () => {
    const workbench = openTestWorkbench();
    const provider = await openLive(workbench);
    expect(await stoppedBy(workbench, provider.input('refund', { confirmation: '9129' }))).toMatchObject([
      { code: 'not-armed', stop: { kind: 'not-armed', environmentId: 'payu-production' } },
    ]);
    await sent(workbench, provider.input('refund-status'));
    expect(provider.requests.map((text) => text.split(' ', 2)[1])).toEqual(['/partner/refund/status']);
  });

  it('once armed asks for the transaction or the amount, typed', async () => {
    const workbench = openTestWorkbench();
    const provider = await openLive(workbench);
    const environmentId = provider.environmentId;
    const armed = await workbench.handlers['production.arm']({ environmentId, minutes: 5 });
    expect(armed).toMatchObject({ ok: true, value: [{ environmentId }] });
    const overrides = { 'payu.payuId': '403993715529606983', 'payu.amount': '500' };
    for (const confirmation of [
      null,
      '',
      ' ',
      '6984',
      '403993715529606983',
      '5',
      '50',
      '501',
      '5e2',
      '500,00',
    ]) {
      const problems = await stoppedBy(workbench, provider.input('refund', { overrides, confirmation }));
      expect(problems, String(confirmation)).toMatchObject([{ code: 'not-confirmed' }]);
    }
    expect(provider.requests).toEqual([]);
    await sent(workbench, provider.input('refund', { overrides, confirmation: ' 6983 ' }));
    const more = { ...overrides, 'payu.amount': '500.10' };
    await sent(workbench, provider.input('refund', { overrides: more, confirmation: '500.1' }));
    expect(provider.requests).toHaveLength(2);
  });

  it('is read-only again after the minutes, after disarming, and when the clock is set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const workbench = openTestWorkbench();
    const provider = await openLive(workbench);
    const arm = { environmentId: provider.environmentId, minutes: 5 };
    const start = Date.now();
    const codes = async (): Promise<unknown> =>
      (await stoppedBy(workbench, provider.input('refund')))[0]?.code;
    await workbench.handlers['production.arm'](arm);
    vi.setSystemTime(start + 5 * 60_000 - 1);
    expect(await codes()).toBe('not-confirmed');
    vi.setSystemTime(start + 5 * 60_000);
    expect(await codes()).toBe('not-armed');
    expect(await workbench.handlers['production.describe'](null)).toEqual([]);
    await workbench.handlers['production.arm'](arm);
    expect(await codes()).toBe('not-confirmed');
    await workbench.handlers['production.disarm'](arm);
    expect(await codes()).toBe('not-armed');
    await workbench.handlers['production.arm'](arm);
    vi.setSystemTime(start);
    expect(await codes()).toBe('not-armed');
  });

  it('names everything that stops a repeat at once, and no option of the command line', async () => {
    const workbench = openTestWorkbench();
    const provider = await openLive(workbench);
    const environmentId = provider.environmentId;
    await workbench.handlers['production.arm']({ environmentId, minutes: 5 });
    const overrides = { 'payu.payuId': '403993715529606983' };
    await sent(workbench, provider.input('refund', { overrides, confirmation: '6983' }));
    const stopped = await stoppedBy(workbench, provider.input('refund', { overrides }));
    expect(stopped.map(({ code }) => code)).toEqual(['not-confirmed', 'repeated-refund']);
    await workbench.handlers['production.disarm']({ environmentId });
    const unarmed = await stoppedBy(workbench, provider.input('refund', { overrides }));
    for (const { message, remedy } of [...stopped, ...unarmed]) {
      expect(`${message} ${remedy}`).not.toMatch(/--\w|command line|history decide/);
    }
  });

  it('is told to every client when it is armed, and nothing else can be armed', async () => {
    const workbench = openTestWorkbench();
    const provider = await openLive(workbench);
    const events: unknown[] = [];
    workbench.listen((event) => events.push(event));
    await workbench.handlers['production.arm']({ environmentId: provider.environmentId, minutes: 1 });
    expect(events).toMatchObject([
      { name: 'production.changed', armed: [{ environmentId: 'payu-production' }] },
    ]);
    for (const environmentId of ['sandbox', 'nowhere']) {
      expect(await workbench.handlers['production.arm']({ environmentId, minutes: 1 })).toMatchObject({
        ok: false,
      });
    }
  });
});

describe('a secret', () => {
  const elsewhere = 'http://127.0.0.1:9';

  it.each([
    ['an edited URL', (input: SendInput) => ({ ...input, draft: { ...input.draft, url: `${elsewhere}/x` } })],
    ['another base URL', (input: SendInput) => ({ ...input, overrides: { 'payu.baseUrl': elsewhere } })],
    [
      'another scheme',
      (input: SendInput) => ({
        ...input,
        draft: { ...input.draft, url: 'https://127.0.0.1:9/partner/refunds' },
      }),
    ],
  ])('of an environment goes nowhere else: %s', async (_how, change) => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const [problem] = await stoppedBy(workbench, change(provider.input('refund')));
    expect(problem?.code).toBe('wrong-host');
    expect(problem?.message).toContain('payu.accessToken');
    expect(problem?.message).toContain(provider.origin);
  });

  it('that comes in through another variable is known by its value', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    const { draft } = provider.input('refund');
    const bare = { ...draft, url: `${elsewhere}/x`, headers: [['X-Note', '{{note}}']] as const };
    const { body } = provider.input('refund-status').draft;
    const status = { ...bare, operation: 'refund-status', body };
    const overrides = { note: 'Bearer {{payu.accessToken}}' };
    const [problem] = await stoppedBy(workbench, provider.input('refund', { draft: status, overrides }));
    expect(problem?.code).toBe('wrong-host');
  });

  it('of the sandbox stays on this machine', async () => {
    const workbench = openTestWorkbench();
    const [problem] = await stoppedBy(
      workbench,
      sendInput('payu', 'refund', { 'payu.baseUrl': 'https://provider.example' }),
    );
    expect(problem?.code).toBe('wrong-host');
    expect(problem?.message).toContain('https://provider.example');
  });

  it('of a login is held back as well', async () => {
    const workbench = openTestWorkbench();
    const [problem] = await stoppedBy(
      workbench,
      sendInput('digipay', 'refund', { 'digipay.baseUrl': 'https://provider.example' }),
    );
    expect(problem?.code).toBe('wrong-host');
  });

  it('given for this send alone takes no refund out of the sandbox, where the guard only tells', async () => {
    const workbench = openTestWorkbench();
    const overrides = {
      'payu.baseUrl': 'https://provider.example',
      'payu.accessToken': 'invented',
      'payu.clientSecret': 'invented',
    };
    const [problem] = await stoppedBy(workbench, sendInput('payu', 'refund', overrides));
    expect(problem?.code).toBe('wrong-host');
    expect(problem?.message).toContain('which is for servers on this machine');
  });

  it('given for this send alone goes where the user says', async () => {
    const workbench = openTestWorkbench();
    const overrides = {
      'payu.baseUrl': `http://127.0.0.1:${await unusedPort()}`,
      'payu.accessToken': 'invented',
      'payu.clientSecret': 'invented',
    };
    const exchange = await sent(workbench, sendInput('payu', 'refund', overrides));
    expect(exchange.main?.outcome).toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('an amount', () => {
  it('a hundred times the last one is told, and goes out', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench);
    await sent(workbench, provider.input('refund', { overrides: { 'payu.amount': '5.00' } }));
    const overrides = { 'payu.amount': '500', 'payu.payuId': '403993715529606001' };
    const { warnings } = await sent(workbench, provider.input('refund', { overrides }));
    expect(warnings.map(({ message }) => message)).toEqual([
      'The amount 500 is at least 100 times more than the 5.00 of an earlier refund.',
    ]);
  });
});

describe('the audit trail', () => {
  it('holds arming, refusals, sends, their outcome, repeats and decisions, and none of the sandbox', async () => {
    const workbench = openTestWorkbench();
    const { handlers } = workbench;
    await workbench.send('payu', 'refund');
    const provider = await openPayu(workbench, { environmentClass: 'production' });
    const confirmation = '1.00';
    const overrides = { 'payu.amount': '1.00' };
    await stoppedBy(workbench, provider.input('refund', { overrides }));
    await handlers['production.arm']({ environmentId: provider.environmentId, minutes: 1 });
    const first = await sent(workbench, provider.input('refund', { overrides, confirmation }));
    const repeat = { overrides, confirmation, repeatOf: [first.id] };
    await sent(workbench, provider.input('refund', repeat));
    await handlers['exchange.decide']({ exchangeId: first.id, state: 'refused', note: 'Called them.' });
    await handlers['production.disarm']({ environmentId: provider.environmentId });
    const lines = await handlers['audit.list']({ limit: 100, after: null });
    if (!lines.ok) throw new Error(lines.error.message);
    expect(lines.value.map(({ what }) => what)).toEqual([
      'secret-set',
      'secret-set',
      'refused-by-rail',
      'armed',
      'sent',
      'settled',
      'repeated',
      'settled',
      'decided',
      'disarmed',
    ]);
    expect(lines.value[5]).toMatchObject({ exchangeId: first.id, verdict: 'pending', api: 'payu' });
    expect(lines.value[5]?.fingerprints).toHaveLength(1);
    expect(await handlers['audit.verify']({ head: null })).toMatchObject({
      ok: true,
      value: { damage: null },
    });
  });
});
