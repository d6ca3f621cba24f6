import { createCipheriv, createDecipheriv } from 'node:crypto';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import { sandbox } from '../../../../shared/apis/edubrite/sandbox.ts';
import { sealing } from '../../../../shared/apis/edubrite/sealing.ts';
import type { SandboxHandled, SandboxRequest } from '../../../../shared/definition/sandbox-definition.ts';
import { type HeaderList, setCookieValue } from '../../../../shared/model/headers.ts';
import { scenarioHeader } from '../../../../shared/model/scenario.ts';
import type { Crypto } from '../../../../shared/ports/crypto.ts';

/** Plain Node has no Blowfish; what is looked at here is the same with any cipher of 16 bytes. RSA is the real one. */
const withCipher: Crypto = {
  ...nodeCrypto,
  hasCipher: () => true,
  encrypt: (_cipher, key, plain) => run(createCipheriv('aes-128-ecb', key, null), plain),
  decrypt: (_cipher, key, sealed) => run(createDecipheriv('aes-128-ecb', key, null), sealed),
};

function run(cipher: ReturnType<typeof createCipheriv>, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([cipher.update(bytes), cipher.final()]));
}

const start = Date.UTC(2026, 0, 31, 12);
const minute = 60_000;
const site = '/oltpublish/site/';
const service = `${site}paymentTxnService.do`;
const credentials = new URLSearchParams({
  username: sandbox.variables['edubrite.username'] ?? '',
  password: sandbox.variables['edubrite.password'] ?? '',
}).toString();
const [single = '', , group = '', temporary = '', refunded = ''] = sandbox.transactions.map(({ id }) => id);

type State = {
  readonly coupons: readonly { readonly code: string; readonly state: string }[];
  readonly enrolments: readonly { readonly user: string; readonly by: string }[];
  readonly sessions: readonly { readonly createdAt: number; readonly usedAt: number }[];
};

/** A ledger that remembers, and a clock that is moved by hand. */
function openLedger(crypto: Crypto = nodeCrypto) {
  let state = structuredClone(sandbox.seed());
  let now = start;
  const tools = { clock: { now: () => now }, crypto };
  const ask = (given: Partial<SandboxRequest>): SandboxHandled<unknown> => {
    const request = { method: 'POST', path: service, query: '', headers: [], body: '', ...given };
    const handled = sandbox.handle(request, state, tools);
    state = handled.state;
    return handled;
  };
  const cookie = ({ response }: SandboxHandled<unknown>, name: string): string =>
    `${name}=${setCookieValue(response.headers, name)}`;
  const logIn = (headers: HeaderList = [], path = `${site}connect.do`) => {
    const id = cookie(ask({ path }), 'SESSION_ID');
    const login = ask({ path, headers: [['Cookie', id], ...headers], body: credentials });
    return { login, cookies: `${id}; ${cookie(login, 'SESSION_INFO')}` };
  };
  const refund = (cookies: string, id: string, user = 'siteadmin'): SandboxHandled<unknown> =>
    ask({
      headers: [
        ['Cookie', cookies],
        ['REAL_UNAME', user],
      ],
      body: new URLSearchParams({ dispatch: 'refund', id }).toString(),
    });
  return {
    ask,
    logIn,
    refund,
    wait: (milliseconds: number) => (now += milliseconds),
    state: () => state as State,
    records: () => sandbox.describe(state, tools),
  };
}

const codeOf = ({ response }: SandboxHandled<unknown>): string | undefined =>
  /<code>(\d+)<\/code>/.exec(response.body)?.[1];

describe('the checks of a refund', () => {
  it('are told in order, all of them where nothing refuses, and say which are guesses', () => {
    const ledger = openLedger();
    const { cookies } = ledger.logIn();
    const { checks = [], response } = ledger.refund(cookies, single);
    expect(response.status).toBe(200);
    expect(checks.map(({ title, source }) => [title, source.confidence])).toEqual([
      ['the two session cookies are those of a login', 'likely'],
      ['the session was used in the last 30 minutes', 'guess'],
      ['with encryption: CLI_SEC_KEY and REAL_UNAME can be decrypted', 'guess'],
      ['the acting user is a site admin', 'certain'],
      ['dispatch is refund', 'guess'],
      ['an id is given', 'guess'],
      ['there is an invoice of this id', 'certain'],
      ['the invoice is ACTIVE', 'likely'],
    ]);
    expect(checks.every(({ passed, why }) => passed && why === null)).toBe(true);
  });

  it.each<[string, string | undefined, string, number]>([
    ['user=learner', '0005', 'the acting user is a site admin', 4],
    ['user=', '0005', 'the acting user is a site admin', 4],
    ['dispatch=purchase', undefined, 'dispatch is refund', 5],
    ['id=', '0004', 'an id is given', 6],
    ['id=34669703', '0004', 'there is an invoice of this id', 7],
    [`id=${temporary}`, '0231', 'the invoice is ACTIVE', 8],
    [`id=${refunded}`, '0231', 'the invoice is ACTIVE', 8],
  ])('end with the one that refuses: %s', (change, code, title, count) => {
    const ledger = openLedger();
    const { cookies } = ledger.logIn();
    const fields = new URLSearchParams({ user: 'siteadmin', dispatch: 'refund', id: single });
    for (const [name, value] of new URLSearchParams(change)) fields.set(name, value);
    const handled = ledger.ask({
      headers: [
        ['Cookie', cookies],
        ['REAL_UNAME', fields.get('user') ?? ''],
      ],
      body: fields.toString(),
    });
    expect(codeOf(handled)).toBe(code);
    expect(handled.checks).toHaveLength(count);
    expect(handled.checks?.at(-1)).toMatchObject({ title, passed: false, why: handled.response.reason });
  });

  it('begin with the cookies', () => {
    const handled = openLedger().refund('SESSION_ID=a; SESSION_INFO=b', single);
    expect(codeOf(handled)).toBe('0174');
    expect(handled.checks).toMatchObject([{ passed: false }]);
  });
});

describe('a login', () => {
  it.each(['connect.do', 'index.do', 'home.do'])('is made at %s', (name) => {
    const ledger = openLedger();
    const { login, cookies } = ledger.logIn([], site + name);
    expect(codeOf(login)).toBe('0152');
    expect(login.checks?.map(({ passed }) => passed)).toEqual([true, true, true, true]);
    expect(ledger.refund(cookies, single).response.status).toBe(200);
    const step = { method: 'POST', path: site + name, query: '', headers: [], body: '' };
    expect(sandbox.isLogin(step)).toBe(true);
    expect(sandbox.isLogin({ ...step, path: service })).toBe(false);
  });

  it.each([
    ['a session', { body: credentials }, '0174', 1],
    ['the password', { body: credentials.replace('password=', 'password=x') }, '0154', 3],
  ])('with wrong %s says so in its checks', (_title, { body }, code, count) => {
    const ledger = openLedger();
    const opened = ledger.ask({ path: `${site}connect.do` });
    const id = setCookieValue(opened.response.headers, 'SESSION_ID');
    const headers: HeaderList = count === 1 ? [] : [['Cookie', `SESSION_ID=${id}`]];
    const handled = ledger.ask({ path: `${site}connect.do`, headers, body });
    expect(codeOf(handled)).toBe(code);
    expect(handled.checks).toHaveLength(count);
    expect(JSON.stringify(handled.checks)).not.toContain(sandbox.variables['edubrite.password']);
  });
});

describe('a session', () => {
  it('is over 30 minutes after its last use, not after its login', () => {
    const ledger = openLedger();
    const { cookies } = ledger.logIn();
    for (let count = 0; count < 3; count += 1) {
      ledger.wait(30 * minute - 1);
      expect(codeOf(ledger.refund(cookies, 'no-such-invoice'))).toBe('0004');
    }
    ledger.wait(30 * minute);
    const over = ledger.refund(cookies, single);
    expect(codeOf(over)).toBe('0174');
    expect(over.checks?.at(-1)).toMatchObject({ passed: false, source: { confidence: 'guess' } });
    expect(ledger.records().find(({ kind }) => kind === 'session')?.state).toBe('expired');
    expect(codeOf(ledger.refund(ledger.logIn().cookies, single))).toBe('0');
  });

  it('that nobody logged in is over, too', () => {
    const ledger = openLedger();
    const opened = ledger.ask({ path: `${site}connect.do` });
    const cookie = `SESSION_ID=${setCookieValue(opened.response.headers, 'SESSION_ID')}`;
    ledger.wait(30 * minute);
    const login = ledger.ask({ path: `${site}connect.do`, headers: [['Cookie', cookie]], body: credentials });
    expect(codeOf(login)).toBe('0174');
  });

  it('is kept with the time of its login and of its last use', () => {
    const ledger = openLedger();
    const { cookies } = ledger.logIn();
    ledger.wait(minute);
    ledger.refund(cookies, single);
    expect(ledger.state().sessions).toMatchObject([{ createdAt: start, usedAt: start + minute }]);
  });

  it('falls out when fifty younger ones are open', () => {
    const ledger = openLedger();
    const [first, second] = [ledger.logIn().cookies, ledger.logIn().cookies];
    for (let count = 0; count < 49; count += 1) ledger.logIn();
    expect(ledger.state().sessions).toHaveLength(50);
    expect(codeOf(ledger.refund(first, single))).toBe('0174');
    expect(codeOf(ledger.refund(second, single))).toBe('0');
  });

  it('shows neither cookies nor keys in the records', () => {
    const ledger = openLedger(withCipher);
    const begun = sealing.begin(withCipher);
    ledger.logIn(sealing.loginHeaders(begun));
    ledger.ask({ path: `${site}connect.do` });
    const sessions = ledger.records().filter(({ kind }) => kind === 'session');
    expect(sessions.map(({ id, title, state }) => [id, title, state])).toEqual([
      ['session 1', 'Session with encryption', 'logged in'],
      ['session 2', 'Session', 'waits for its login'],
    ]);
    const shown = JSON.stringify(ledger.records());
    const secrets = JSON.stringify(ledger.state().sessions).match(/[A-Za-z\d+/=]{20,}/g) ?? [];
    expect(secrets.length).toBeGreaterThan(3);
    for (const secret of secrets) expect(shown).not.toContain(secret);
  });
});

describe('an encrypted session', () => {
  const open = () => {
    const ledger = openLedger(withCipher);
    const begun = sealing.begin(withCipher);
    const { login, cookies } = ledger.logIn(sealing.loginHeaders(begun));
    const accepted = sealing.accept({ ...login.response, body: { kind: 'empty' } }, begun, withCipher);
    const session = { ...begun, ...(accepted.ok ? accepted.value : {}) };
    const send = (user: string, id: string) => {
      const headers: HeaderList = [
        ['Cookie', cookies],
        ['REAL_UNAME', user],
      ];
      const body = new URLSearchParams({ dispatch: 'refund', id }).toString();
      const sealed = sealing.sealRequest({ method: 'POST', url: '', headers, body }, session, withCipher);
      const handled = ledger.ask({ headers: sealed.headers, body });
      return { handled, opened: sealing.openBody(handled.response.body, session, withCipher) };
    };
    return { ledger, cookies, send };
  };

  it('has its checks told as any other, and every answer sealed', () => {
    const { send } = open();
    const stranger = send('learner', single);
    expect(stranger.opened).toMatchObject({ ok: true, value: expect.stringContaining('0005') as string });
    expect(stranger.handled.checks?.at(-1)).toMatchObject({ title: 'the acting user is a site admin' });
    const { handled, opened } = send('siteadmin||', single);
    expect(opened).toMatchObject({ ok: true, value: expect.stringContaining('Success') as string });
    expect(handled.checks).toHaveLength(8);
  });

  it('refuses in plain text what it cannot decrypt, and books nothing', () => {
    const { ledger, cookies } = open();
    const before = ledger.state();
    const handled = ledger.refund(cookies, single);
    expect(handled.response).toMatchObject({ status: 400, source: { confidence: 'guess' } });
    expect(handled.response.body).toMatch(/^Sandbox: /);
    expect(handled.checks?.at(-1)).toMatchObject({ passed: false });
    expect(ledger.state()).toEqual(before);
  });

  it('is of no use where the runtime lacks the cipher, and nothing is refunded there', () => {
    const { ledger, cookies } = open();
    const tools = { clock: { now: () => start }, crypto: { ...withCipher, hasCipher: () => false } };
    const headers: HeaderList = [
      ['Cookie', cookies],
      ['REAL_UNAME', 'siteadmin'],
    ];
    const body = `dispatch=refund&id=${single}`;
    const request = { method: 'POST', path: service, query: '', headers, body };
    const { response, state } = sandbox.handle(request, ledger.state(), tools);
    expect(response.body).toContain('bf-ecb');
    expect(state).toEqual(ledger.state());
  });

  it.each([
    ['nothing', ''],
    ['no key', '?'],
    ['zero', '0,0'],
    ['one', '1,1'],
    ['an even modulus', `${'z'.repeat(200)}0,1ekh`],
    ['a key that is too short', '73,1ekh'],
    ['an exponent as long as the modulus', `${'z'.repeat(200)},${'y'.repeat(200)}`],
    ['the longest of all', `${'z'.repeat(800)},${'z'.repeat(800)}`],
    ['a longer one', `${'z'.repeat(100_000)},1ekh`],
  ])('is not opened, or in an orderly way, for %s as a public key', (_title, key) => {
    const ledger = openLedger(withCipher);
    const { login } = ledger.logIn([['CLI_PUB_KEY', key]]);
    expect([200, 400]).toContain(login.response.status);
    expect(login.checks?.at(-1)?.passed).toBe(login.response.status === 200);
    expect(v.is(sandbox.schema, ledger.state())).toBe(true);
  });
});

describe('a refund', () => {
  it('of a group voids the coupon and removes those alone who enrolled with it', () => {
    const ledger = openLedger();
    const { cookies } = ledger.logIn();
    const others = ledger.state().enrolments.filter(({ by }) => by !== 'SANDBOX-TEAM-3');
    expect(codeOf(ledger.refund(cookies, group))).toBe('0');
    expect(ledger.state().enrolments).toEqual(others);
    const coupons = ledger.records().filter(({ kind }) => kind === 'coupon');
    expect(coupons.map(({ id, state, facts }) => [id, state, facts[0]?.value])).toEqual([
      ['SANDBOX-TEAM-3', 'REFUNDED', 'nobody'],
      ['SANDBOX-TEAM-4', 'ACTIVE', 'learner'],
      ['SANDBOX-TEAM-5', 'ACTIVE', 'nobody'],
      ['SANDBOX-TEAM-2', 'REFUNDED', 'nobody'],
    ]);
    expect(codeOf(ledger.refund(cookies, group))).toBe('0231');
  });

  it('of one person removes that person from that session alone', () => {
    const ledger = openLedger();
    expect(codeOf(ledger.refund(ledger.logIn().cookies, single))).toBe('0');
    const left = ledger.state().enrolments.filter(({ user }) => user === 'learner');
    expect(left.map(({ by }) => by)).toEqual(['SANDBOX-TEAM-4']);
  });
});

describe('a state from a file', () => {
  const seed = sandbox.seed() as Record<string, unknown>;
  const session = { id: 'a', info: null, keys: null, createdAt: start, usedAt: '2026-01-31T12:00:00Z' };
  const invoice = { id: '1', state: 'ACTIVE', coupon: null };

  it('is taken where it is right', () => {
    expect(v.is(sandbox.schema, seed)).toBe(true);
    const read = v.parse(sandbox.schema, { ...seed, sessions: [session] }) as State;
    expect(read.sessions[0]?.usedAt).toBe(start);
  });

  it.each<[string, unknown]>([
    ['one invoice twice', { invoices: [invoice, invoice] }],
    ['one coupon twice', { coupons: [1, 2].map(() => ({ code: 'A', state: 'ACTIVE' })) }],
    ['a state that is none', { invoices: [{ ...invoice, state: 'PENDING' }] }],
    ['a number for an id', { invoices: [{ ...invoice, id: 1 }] }],
    ['a session without its times', { sessions: [{ id: 'a', info: null, keys: null }] }],
    ['a key that is none', { sessions: [{ ...session, keys: { privateKey: '', serverKey: 'AA==' } }] }],
    ['too many sessions', { sessions: Array.from({ length: 51 }, () => session) }],
    ['a word too many', { users: [] }],
  ])('is refused with %s', (_title, bad) => {
    expect(v.is(sandbox.schema, { ...seed, ...(bad as object) })).toBe(false);
  });

  it('with a private key that is none refuses the calls of that session', () => {
    const keys = { privateKey: 'no key', serverKey: 'AAAAAAAAAAAAAAAAAAAAAA==' };
    const state = v.parse(sandbox.schema, { ...seed, sessions: [{ ...session, info: 'b', keys }] });
    const headers: HeaderList = [['Cookie', 'SESSION_ID=a; SESSION_INFO=b']];
    const request = { method: 'POST', path: service, query: '', headers, body: '' };
    const tools = { clock: { now: () => start }, crypto: withCipher };
    expect(sandbox.handle(request, state, tools).response.status).toBe(400);
  });
});

type Step = {
  readonly path: string;
  readonly method: string;
  readonly query: string;
  readonly body: string;
  readonly wanted: string | null;
  readonly names: readonly (readonly [string, string])[];
  readonly hasCookies: boolean;
  readonly wait: number;
};

/** Requests that meet, and such that nobody should send. */
function anyStep(): fc.Arbitrary<Step> {
  const ids = fc.oneof(fc.constantFrom(...sandbox.transactions.map(({ id }) => id)), fc.string());
  const bodies = fc.oneof(
    ids.map((id) => new URLSearchParams({ dispatch: 'refund', id }).toString()),
    fc.constant(credentials),
    fc.string({ unit: 'binary' }),
    fc.webQueryParameters(),
  );
  const names = fc.tuple(
    fc.constantFrom('REAL_UNAME', 'CLI_SEC_KEY', 'CLI_PUB_KEY', 'Cookie'),
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('siteadmin', '73,1ekh', 'AAAA', ';=;')),
  );
  return fc.record({
    path: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(service, service, `${site}connect.do`) },
      fc.string(),
    ),
    method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT'),
    query: fc.oneof(fc.constant(''), fc.webQueryParameters(), fc.string()),
    body: bodies,
    wanted: fc.option(fc.constantFrom(...sandbox.scenarios.map(({ id }) => id)), { freq: 2 }),
    names: fc.array(names, { maxLength: 3 }),
    hasCookies: fc.boolean(),
    wait: fc.constantFrom(0, minute, 31 * minute, -minute),
  });
}

it('whatever is sent, nothing is thrown, refusals touch sessions alone, and every ledger can be saved and loaded', () => {
  const { clientPublicKey = '' } = sealing.begin(withCipher);
  fc.assert(
    fc.property(fc.array(anyStep(), { maxLength: 10 }), fc.boolean(), (steps, isEncrypted) => {
      const ledger = openLedger(withCipher);
      const { cookies } = ledger.logIn(isEncrypted ? [['CLI_PUB_KEY', clientPublicKey]] : []);
      for (const { wanted, names, hasCookies, wait, ...given } of steps) {
        ledger.wait(wait);
        const { sessions: _before, ...before } = ledger.state();
        const headers: HeaderList = [
          ...(hasCookies ? [['Cookie', cookies] as const, ['REAL_UNAME', 'siteadmin'] as const] : []),
          ...names,
          ...(wanted === null ? [] : [[scenarioHeader, wanted] as const]),
        ];
        const { response, checks = [] } = ledger.ask({ ...given, headers });
        const { sessions: _after, ...after } = ledger.state();
        if (response.status >= 400 && wanted === null) expect(after).toEqual(before);
        if (response.status >= 400 && checks.length > 0) expect(checks.at(-1)?.passed).toBe(false);
        ledger.records();
      }
      const parsed = v.safeParse(sandbox.schema, ledger.state());
      expect(parsed.issues?.[0]?.message).toBeUndefined();
      expect(parsed.output).toEqual(ledger.state());
    }),
    { seed: 20_260_101, numRuns: 150 },
  );
});
