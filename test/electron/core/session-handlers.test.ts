import { afterEach, describe, expect, it, vi } from 'vitest';

import type { PreviewInput } from '../../../shared/contract/commands.ts';
import type { SessionDescription } from '../../../shared/model/session.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';
import { valueOf } from '../../support/value-of.ts';

const now = '2026-03-01T10:00:00.000Z';
const hour = 60 * 60 * 1000;

function inputOf(
  api: string,
  set: Readonly<Record<string, string>> = {},
  environmentId = 'sandbox',
): PreviewInput {
  const { draft, overrides } = sendInput(api, 'refund', set, environmentId);
  return { draft, environmentId, overrides };
}

const describeSession = async (
  { handlers }: TestWorkbench,
  input: PreviewInput,
): Promise<SessionDescription> => valueOf(await handlers['session.describe'](input));

const logIn = async ({ handlers }: TestWorkbench, input: PreviewInput): Promise<SessionDescription> =>
  valueOf(await handlers['session.renew']({ ...input, sendId: 'login', timeout: 10_000 }));

afterEach(() => {
  vi.useRealTimers();
});

describe('the session of a draft', () => {
  it('is none before the first login, and asking sends nothing', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'digipay', () => undefined);
    const described = await describeSession(workbench, inputOf('digipay', {}, provider.environmentId));
    expect(described).toMatchObject({ state: 'none', since: null, validUntil: null, lastLogin: null });
    expect(described.lifetime.source.confidence).toBe('certain');
    expect(provider.connectionCount()).toBe(0);
  });

  it('is opened by a login by hand, which the next send uses', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    const workbench = openTestWorkbench();
    const opened = await logIn(workbench, inputOf('edubrite'));
    expect(opened).toMatchObject({ state: 'open', since: now, lastLogin: { startedAt: now, refusal: null } });
    expect(opened.lastLogin?.steps.map(({ step }) => step)).toEqual(['connect', 'login']);
    expect((await workbench.send('edubrite', 'refund')).login).toEqual([]);
    expect(await describeSession(workbench, inputOf('edubrite'))).toEqual(opened);
  });

  it('is opened by a send as well, and says how long the provider calls it valid', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    const workbench = openTestWorkbench();
    const sent = await workbench.send('digipay', 'refund');
    const described = await describeSession(workbench, inputOf('digipay'));
    expect(described).toMatchObject({ state: 'open', since: now, validUntil: '2026-03-01 11:00:00' });
    expect(described.lastLogin?.steps).toEqual(sent.login);
  });

  it('is over once an answer says so, from then on until the next login', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    const workbench = openTestWorkbench();
    await logIn(workbench, inputOf('digipay'));
    vi.setSystemTime(Date.parse(now) + 2 * hour);
    await workbench.send('digipay', 'refund');
    expect(await describeSession(workbench, inputOf('digipay'))).toMatchObject({
      state: 'ended',
      since: '2026-03-01T12:00:00.000Z',
      validUntil: null,
    });
    expect((await logIn(workbench, inputOf('digipay'))).state).toBe('open');
  });

  it('is another one for other credentials and for another environment', async () => {
    const workbench = openTestWorkbench();
    await logIn(workbench, inputOf('edubrite'));
    const other = inputOf('edubrite', { 'edubrite.password': 'other' });
    expect((await describeSession(workbench, other)).state).toBe('none');
    const provider = await openProvider(workbench, 'edubrite', () => undefined);
    const elsewhere = inputOf('edubrite', {}, provider.environmentId);
    expect((await describeSession(workbench, elsewhere)).state).toBe('none');
  });

  it('is forgotten here without a word to the provider, and the next send logs in', async () => {
    const workbench = openTestWorkbench();
    let requests = 0;
    const provider = await openProvider(workbench, 'digipay', ({ socket }) => {
      requests += 1;
      socket.write(httpAnswer('{"status_code":200,"data":{"access_token":"invented-token"}}'));
    });
    const input = inputOf('digipay', {}, provider.environmentId);
    expect(await logIn(workbench, input)).toMatchObject({ state: 'open', validUntil: null });
    expect(valueOf(await workbench.handlers['session.forget'](input))).toMatchObject({
      state: 'none',
      lastLogin: null,
    });
    expect(requests).toBe(1);
    await workbench.handlers['exchange.send'](provider.input('refund'));
    expect(provider.requests.map((text) => text.split(' ', 2)[1])).toEqual([
      '/digipay/v3/auth/authenticate',
      '/digipay/v3/auth/authenticate',
      expect.stringContaining('refund'),
    ]);
  });

  it('is told to every listener when it opens, fails, ends and is forgotten', async () => {
    const workbench = openTestWorkbench();
    const told: number[] = [];
    workbench.listen((event) => {
      if (event.name === 'session.changed') told.push(event.open);
    });
    await logIn(workbench, inputOf('digipay'));
    await logIn(workbench, inputOf('edubrite', { 'edubrite.password': 'wrong' }));
    await workbench.send('edubrite', 'refund');
    await workbench.handlers['session.forget'](inputOf('digipay'));
    await workbench.handlers['sandbox.change']({ kind: 'reset', api: null });
    expect(told).toEqual([1, 1, 2, 1, 0]);
  });
});

describe('a login that fails', () => {
  it('leaves no session, and says why in the words of the catalog', async () => {
    const workbench = openTestWorkbench();
    const wrong = inputOf('edubrite', { 'edubrite.password': 'wrong' });
    const refused = await logIn(workbench, wrong);
    expect(refused).toMatchObject({ state: 'refused', since: null });
    expect(refused.lastLogin?.refusal).toMatchObject({
      verdict: 'refused',
      resend: 'A login moves no money; log in again once the cause is mended.',
    });
    expect(refused.lastLogin?.steps).toHaveLength(2);
  });

  it('keeps the session before it', async () => {
    const workbench = openTestWorkbench();
    let broken = false;
    const provider = await openProvider(workbench, 'digipay', ({ socket }) => {
      if (broken) socket.resetAndDestroy();
      else socket.write(httpAnswer('{"status_code":200,"data":{"access_token":"invented-token"}}'));
    });
    const input = inputOf('digipay', {}, provider.environmentId);
    const opened = await logIn(workbench, input);
    broken = true;
    const again = await logIn(workbench, input);
    expect(again).toMatchObject({ state: 'open', since: opened.since });
    expect(again.lastLogin?.refusal).toMatchObject({
      verdict: 'unknown',
      headline: 'No session: Authenticate got no answer',
    });
  });

  it('was cancelled by whoever started it', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'digipay', () => undefined);
    const under = logIn(workbench, inputOf('digipay', {}, provider.environmentId));
    await vi.waitFor(() => expect(provider.requests).toHaveLength(1));
    expect(await workbench.handlers['exchange.cancel']({ sendId: 'login' })).toEqual({ cancelled: true });
    expect(await under).toMatchObject({
      state: 'refused',
      lastLogin: { refusal: { headline: 'No session: Authenticate got no answer' } },
    });
  });
});

describe('the rails of a login', () => {
  it('take the credentials to no other host than their own', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'digipay', () => undefined);
    const elsewhere = { 'digipay.baseUrl': 'http://127.0.0.1:9' };
    const input = inputOf('digipay', elsewhere, provider.environmentId);
    const stopped = await workbench.handlers['session.renew']({ ...input, sendId: 'a', timeout: 1000 });
    expect(stopped).toMatchObject({ ok: false, error: [{ code: 'wrong-host' }] });
    expect(await describeSession(workbench, input)).toMatchObject({ state: 'none' });
  });

  it('ask for no arming in production, as for any call that moves no money, and write no line of audit', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(
      workbench,
      'digipay',
      ({ socket }) =>
        socket.write(httpAnswer('{"status_code":200,"data":{"access_token":"invented-token"}}')),
      { environmentClass: 'production' },
    );
    const before = valueOf(await workbench.handlers['audit.list']({ limit: 500, after: null }));
    expect(await logIn(workbench, inputOf('digipay', {}, provider.environmentId))).toMatchObject({
      state: 'open',
    });
    expect(valueOf(await workbench.handlers['audit.list']({ limit: 500, after: null }))).toEqual(before);
    const sent = await workbench.handlers['exchange.send'](provider.input('refund'));
    expect(sent).toMatchObject({ ok: false, error: [{ code: 'not-armed' }] });
  });

  it('name what is missing, and open no connection', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'digipay', () => undefined);
    const input = inputOf('digipay', { 'digipay.clientId': '' }, provider.environmentId);
    const stopped = await workbench.handlers['session.renew']({ ...input, sendId: 'a', timeout: 1000 });
    expect(stopped).toMatchObject({ ok: false, error: [{ code: 'empty-variable' }] });
    expect(provider.connectionCount()).toBe(0);
  });

  it('let a draft that is not finished log in', async () => {
    const workbench = openTestWorkbench();
    const { draft, ...others } = inputOf('edubrite');
    const url = '{{nobody}}/refund';
    expect(await logIn(workbench, { ...others, draft: { ...draft, url } })).toMatchObject({ state: 'open' });
  });

  it('say that an API without a login has none', async () => {
    const { handlers } = openTestWorkbench();
    const problem = { ok: false, error: { code: 'bad-input' } };
    expect(await handlers['session.describe'](inputOf('payu'))).toMatchObject(problem);
    expect(await handlers['session.forget'](inputOf('payu'))).toMatchObject(problem);
  });
});
