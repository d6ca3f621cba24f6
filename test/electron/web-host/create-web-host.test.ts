import { createConnection } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { contentSecurityPolicy } from '../../../electron/content-security-policy.ts';
import { createWebHost } from '../../../electron/web-host/create-web-host.ts';
import { sendInput } from '../../support/open-test-workbench.ts';
import { askServer, openTestWebHost, type TestWebHost } from '../../support/open-test-web-host.ts';
import { ticketOf } from '../../support/ticket-of.ts';

const json = { 'Content-Type': 'application/json' };

/** What a server answers to raw bytes, until it closes. */
function answerTo(origin: string, text: string): Promise<string> {
  const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(origin).port) });
  onTestFinished(() => void socket.destroy());
  socket.write(text);
  return new Promise((resolve) => {
    let answer = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk));
    socket.once('close', () => resolve(answer));
    socket.once('error', () => undefined);
  });
}

function openSessionWith(host: TestWebHost, body: string): ReturnType<TestWebHost['ask']> {
  const headers = { ...json, Origin: host.origin };
  return host.ask({ method: 'POST', path: '/session', headers, body });
}

describe('the page', () => {
  it('is served with its files and their types', async () => {
    const host = await openTestWebHost();
    const page = await host.ask({});
    expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>Page</title>' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const script = await host.ask({ path: '/assets/main.js?v=1' });
    expect(script).toMatchObject({ status: 200, body: 'export {};' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../outside.js',
    '/assets/../../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/assets/..%5c..%5coutside.js',
    '/..\\outside.js',
    '//outside.js',
    '/./index.html',
    '/assets/../index.html',
    '/index.html%00',
    '/.env',
    '/assets/main.js.map',
    '/assets',
    '/assets/',
    '/etc/passwd',
    'outside.js',
    'http://127.0.0.1/../outside.js',
    '*',
  ])('gives nothing for %s, with a key or without', async (path) => {
    const host = await openTestWebHost();
    const key = await host.openSession();
    const target = new URL(host.origin).host;
    const plain = `GET ${path} HTTP/1.1\r\nHost: ${target}\r\nConnection: close\r\n`;
    const without = await answerTo(host.origin, `${plain}\r\n`);
    expect(without).toMatch(/^HTTP\/1\.1 40[01] /);
    const withKey = await answerTo(host.origin, `${plain}Authorization: Bearer ${key}\r\n\r\n`);
    expect(withKey).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(without + withKey).not.toContain('not for the page');
    expect(without + withKey).not.toContain('<!doctype');
  });

  it.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('is not there for %s', async (method) => {
    const host = await openTestWebHost();
    expect((await host.ask({ method })).status).toBe(401);
  });

  it('comes with the same safety headers as every refusal', async () => {
    const host = await openTestWebHost();
    const answers = await Promise.all([
      host.ask({}),
      host.ask({ path: '/nowhere' }),
      host.ask({ headers: { Host: 'evil.example' } }),
      host.ask({ headers: { Origin: 'https://evil.example' } }),
      host.ask({ path: '/call/history.list', method: 'POST' }),
      openSessionWith(host, 'not json'),
    ]);
    for (const { status, headers } of answers) {
      expect(headers, `status ${status}`).toMatchObject({
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 421, 403, 401, 400]);
  });
});

describe('whoever is not the page', () => {
  it.each(['localhost', '127.0.0.1', 'evil.example', '[::1]', '127.0.0.1:1', 'evil.example:', ''])(
    'is turned away with 421 by the name %j for this machine',
    async (name) => {
      const host = await openTestWebHost();
      const answer = await host.ask({ headers: { Host: name } });
      expect(answer).toMatchObject({ status: 421, body: 'wrong host\n' });
    },
  );

  it('is turned away by its port alone', async () => {
    const host = await openTestWebHost();
    const { port } = new URL(host.origin);
    expect((await host.ask({ headers: { Host: `localhost:${port}` } })).status).toBe(421);
    expect((await host.ask({ headers: { Host: `127.0.0.1:${port}` } })).status).toBe(200);
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1', ''])(
    'is turned away with 403 by the origin %j',
    async (origin) => {
      const host = await openTestWebHost();
      expect((await host.ask({ headers: { Origin: origin } })).status).toBe(403);
    },
  );

  it.each(['cross-site', 'same-site', 'anything'])('is turned away with 403 from %s', async (site) => {
    const host = await openTestWebHost();
    const headers = { 'Sec-Fetch-Site': site };
    expect((await host.ask({ headers })).status).toBe(403);
    expect((await host.ask({ headers, path: '/assets/main.js' })).status).toBe(403);
  });

  it('may follow a link to the page, and load nothing else', async () => {
    const host = await openTestWebHost();
    const visit = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    };
    expect((await host.ask({ headers: visit })).status).toBe(200);
    expect((await host.ask({ headers: visit, path: '/assets/main.js' })).status).toBe(403);
    expect((await host.ask({ headers: { ...visit, 'Sec-Fetch-Dest': 'iframe' } })).status).toBe(403);
    expect((await host.ask({ headers: { ...visit, 'Sec-Fetch-Mode': 'no-cors' } })).status).toBe(403);
    expect((await host.ask({ headers: visit, method: 'POST' })).status).toBe(403);
  });

  it.each(['same-origin', 'none'])('is the page itself where the browser says %s', async (site) => {
    const host = await openTestWebHost();
    expect((await host.ask({ headers: { 'Sec-Fetch-Site': site } })).status).toBe(200);
  });

  it.each([
    undefined,
    'Bearer ',
    'Bearer wrong',
    'Basic d29ya2JlbmNo',
    'bearer KEY',
    'Bearer  KEY',
    'Bearer KEY KEY',
    'KEY',
  ])('has no key with Authorization %j and gets 401', async (form) => {
    const host = await openTestWebHost();
    const key = await host.openSession();
    const Authorization = form?.replaceAll('KEY', key);
    const headers = { ...json, Origin: host.origin, Authorization };
    for (const path of ['/call/history.list', '/events', '/nowhere']) {
      const answer = await host.ask({ method: 'POST', path, headers, body: 'null' });
      expect(answer, path).toMatchObject({ status: 401, body: 'no session\n' });
    }
  });

  it('cannot open a websocket', async () => {
    const host = await openTestWebHost();
    const lines = ['GET / HTTP/1.1', `Host: ${new URL(host.origin).host}`, 'Connection: Upgrade'];
    const upgrade = [
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ];
    expect(await answerTo(host.origin, `${[...lines, ...upgrade].join('\r\n')}\r\n\r\n`)).toBe('');
    expect((await host.ask({})).status).toBe(200);
  });

  it('that goes away in the middle of a request does not stop the host', async () => {
    const host = await openTestWebHost();
    const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(host.origin).port) });
    const head = [
      'POST /session HTTP/1.1',
      `Host: ${new URL(host.origin).host}`,
      `Origin: ${host.origin}`,
      'Content-Type: application/json',
      'Content-Length: 100',
    ];
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.write(`${head.join('\r\n')}\r\n\r\n{"half`, () => socket.resetAndDestroy());
    });
    expect((await host.ask({})).status).toBe(200);
  });
});

describe('a ticket', () => {
  it('stands in the fragment of the address, which is never sent', async () => {
    const host = await openTestWebHost();
    const address = new URL(host.address());
    expect(address.origin).toBe(host.origin);
    expect(address.pathname + address.search).toBe('/');
    expect(ticketOf(address.href)).toMatch(/^[\w-]{43}$/);
  });

  it('gives a key once', async () => {
    const host = await openTestWebHost();
    const body = JSON.stringify({ ticket: ticketOf(host.address()) });
    const first = await openSessionWith(host, body);
    expect(first.status).toBe(200);
    const { key } = JSON.parse(first.body) as { key: string };
    expect((await host.call(key, 'workbench.describe', null)).status).toBe(200);
    const second = await openSessionWith(host, body);
    expect(second).toMatchObject({ status: 401, body: 'this address was used before, or is too old\n' });
  });

  it('is too old after a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const host = await openTestWebHost();
    const body = JSON.stringify({ ticket: ticketOf(host.address()) });
    vi.setSystemTime(Date.now() + 60 * 1000 + 1);
    expect(await openSessionWith(host, body)).toMatchObject({
      status: 401,
      body: 'this address was used before, or is too old\n',
    });
    await expect(host.openSession()).resolves.toMatch(/^[\w-]{43}$/);
  });

  it('is another in every address, and each is good', async () => {
    const host = await openTestWebHost();
    const keys = [await host.openSession(), await host.openSession()];
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect((await host.call(key, 'environment.list', null)).status).toBe(200);
  });

  it.each(['{}', 'null', '[]', '"ticket"', '{"ticket":1}', '{"ticket":""}', '{"ticket":"guess"}'])(
    'cannot be guessed: %s gets 401',
    async (body) => {
      const host = await openTestWebHost();
      host.address();
      expect((await openSessionWith(host, body)).status).toBe(401);
    },
  );

  it('is redeemed by the page only: 405, 403, 415', async () => {
    const host = await openTestWebHost();
    const body = JSON.stringify({ ticket: ticketOf(host.address()) });
    const ask = (method: string, headers: Record<string, string>) =>
      host.ask({ method, path: '/session', headers, body });
    expect((await ask('PUT', { ...json, Origin: host.origin })).status).toBe(405);
    expect((await ask('POST', json)).status).toBe(403);
    expect((await ask('POST', { Origin: host.origin, 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await ask('POST', { ...json, Origin: host.origin })).status).toBe(200);
  });
});

describe('a call', () => {
  it('reaches the core and comes back exact', async () => {
    const host = await openTestWebHost();
    const key = await host.openSession();
    const answer = await host.call(key, 'exchange.send', sendInput('payu', 'refund'));
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const { value } = JSON.parse(answer.body) as { value: { main: { outcome: { body: { text: string } } } } };
    expect(value.main.outcome.body.text).toContain('"mihpayid":403993715529606983');
  });

  it.each([
    ['unknown', 'exchange.destroy', null, 'unknown-command'],
    ['an inherited name', 'toString', null, 'unknown-command'],
    ['a forbidden name', '__proto__', null, 'unknown-command'],
    ['without a name', '', null, 'unknown-command'],
    ['with the wrong input', 'history.list', { query: '', limit: 0, before: null }, 'bad-input'],
    ['with too much input', 'history.get', { id: '1', more: true }, 'bad-input'],
  ])('that is %s gets 400', async (_what, command, input, code) => {
    const host = await openTestWebHost();
    const answer = await host.call(await host.openSession(), command, input);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ code });
  });

  it('of another type, method or origin is turned away', async () => {
    const host = await openTestWebHost();
    const Authorization = `Bearer ${await host.openSession()}`;
    const path = '/call/workbench.describe';
    const ask = (method: string, headers: Record<string, string>) =>
      host.ask({ method, path, headers: { Authorization, ...headers }, body: 'null' });
    expect((await ask('GET', { ...json, Origin: host.origin })).status).toBe(405);
    expect((await ask('POST', json)).status).toBe(403);
    for (const type of [
      'text/plain',
      'application/json; charset=utf-8',
      'application/x-www-form-urlencoded',
    ]) {
      expect((await ask('POST', { Origin: host.origin, 'Content-Type': type })).status, type).toBe(415);
    }
    expect((await ask('POST', { Origin: host.origin })).status).toBe(415);
    expect((await ask('POST', { ...json, Origin: host.origin })).status).toBe(200);
  });

  it('that is not JSON gets 400', async () => {
    const host = await openTestWebHost();
    const headers = { ...json, Origin: host.origin, Authorization: `Bearer ${await host.openSession()}` };
    const path = '/call/workbench.describe';
    for (const body of ['', '{', '{"a":1}x', 'undefined']) {
      const answer = await host.ask({ method: 'POST', path, headers, body });
      expect(answer, body).toMatchObject({ status: 400, body: 'not JSON\n' });
    }
  });

  it('over 8 MB gets 413, and the host lives on', async () => {
    const host = await openTestWebHost();
    const key = await host.openSession();
    const answer = await host.call(key, 'history.get', { id: 'x'.repeat(9 * 1024 * 1024) });
    expect(answer).toMatchObject({ status: 413, body: 'too long\n' });
    expect((await host.call(key, 'workbench.describe', null)).status).toBe(200);
  });

  it('keeps an error of the core to its message', async () => {
    const host = await openTestWebHost();
    const broken = { ...host.workbench.handlers, 'tabs.load': () => Promise.reject(new Error('a bug')) };
    const other = await createWebHost(
      { ...host.workbench, handlers: broken },
      { port: 0, pageDirectory: host.pageDirectory },
    );
    if (!other.ok) throw new Error(other.error.message);
    onTestFinished(() => other.value.close());
    const { origin } = other.value;
    const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      askServer(origin, {
        method: 'POST',
        path,
        headers: { ...json, Origin: origin, ...headers },
        body: JSON.stringify(body),
      });
    const session = await post('/session', { ticket: ticketOf(other.value.address()) });
    const { key } = JSON.parse(session.body) as { key: string };
    const answer = await post('/call/tabs.load', null, { Authorization: `Bearer ${key}` });
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toEqual({ code: 'internal', message: 'a bug' });
  });
});

describe('starting and ending', () => {
  it('on a port that is in use says so, with a remedy', async () => {
    const host = await openTestWebHost();
    const port = Number(new URL(host.origin).port);
    const second = await createWebHost(host.workbench, { port, pageDirectory: host.pageDirectory });
    expect(second).toEqual({
      ok: false,
      error: {
        code: 'bad-input',
        message: `The page cannot be served on port ${port}: it is in use.`,
        remedy: 'Choose another port with --port, or leave --port out to take any free one.',
      },
    });
  });

  it('ends although a page is still listening', async () => {
    const host = await openTestWebHost();
    const key = await host.openSession();
    const events = askServer(host.origin, {
      path: '/events',
      headers: { Authorization: `Bearer ${key}` },
    }).catch(() => 'cut');
    await host.close();
    await expect(host.ask({})).rejects.toThrow();
    expect(await events).toBe('cut');
  });
});
