import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectRaw, rawRequest } from '../../../support/raw-client.ts';
import { jsonAnswer, startTestSandbox, type TestServer } from '../../../support/test-sandbox.ts';

const unhandled: unknown[] = [];
const hear = (error: unknown): void => void unhandled.push(error);

beforeAll(() => {
  process.on('unhandledRejection', hear);
  process.on('uncaughtExceptionMonitor', hear);
});
afterAll(() => {
  process.off('unhandledRejection', hear);
  process.off('uncaughtExceptionMonitor', hear);
  expect(unhandled).toEqual([]);
});

async function expectAlive({ origin, booked }: TestServer): Promise<void> {
  const before = booked().length;
  const response = await fetch(`${origin}/first/base/refund`, { method: 'POST', body: 'alive' });
  expect([response.status, await response.text()]).toEqual([200, jsonAnswer]);
  expect(booked()).toHaveLength(before + 1);
}

const refund = 'POST /first/base/refund HTTP/1.1';

describe('a body that is too long', () => {
  it('is refused by its length alone, before it comes', async () => {
    const server = await startTestSandbox();
    const head = `${refund}\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n`;
    const seen = await connectRaw(server.port, head).closed;
    expect(seen).toMatch(
      /^HTTP\/1\.1 413 [^]*\r\nConnection: close\r\n[^]*\r\n\r\nSandbox: the body is longer/,
    );
    await expectAlive(server);
  });

  it.each(['Content-Length: 1000000000', 'Transfer-Encoding: chunked'])(
    'of 1 GB, %s, is not read to its end',
    async (framing) => {
      const server = await startTestSandbox();
      const client = connectRaw(server.port, `${refund}\r\nHost: localhost\r\n${framing}\r\n\r\n`);
      const piece = Buffer.alloc(1024 * 1024, 'x');
      const chunk = Buffer.concat([Buffer.from('100000\r\n'), piece, Buffer.from('\r\n')]);
      let written = 0;
      const flood = (): void => {
        while (!client.socket.destroyed && written < 1000) {
          written += 1;
          if (!client.socket.write(framing.startsWith('T') ? chunk : piece)) {
            client.socket.once('drain', flood);
            return;
          }
        }
      };
      flood();
      expect(await client.closed).toMatch(/^HTTP\/1\.1 413 /);
      expect(written).toBeLessThan(100);
      await expectAlive(server);
    },
  );

  it('of which a client asks first whether it may, is refused without being asked for', async () => {
    const server = await startTestSandbox();
    const headers = 'Host: localhost\r\nContent-Length: 9000000\r\nExpect: 100-continue';
    const seen = await connectRaw(server.port, `${refund}\r\n${headers}\r\n\r\n`).closed;
    expect(seen).toMatch(/^HTTP\/1\.1 413 /);
    expect(server.booked()).toEqual([]);
  });

  it('is noted without its content', async () => {
    const { port, server } = await startTestSandbox();
    await connectRaw(port, `${refund}\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n`).closed;
    expect(server.control.log({ before: null, limit: 10 })).toMatchObject({
      value: [{ status: 413, api: null, method: 'POST', path: '/first/base/refund' }],
    });
  });
});

describe('what is no request', () => {
  it.each([
    ['a word', 'GARBAGE\r\n\r\n', 400],
    ['TLS', '\u0016\u0003\u0001\u0002\u0000', 400],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['a version that there is not', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', 400],
    ['a method that there is not', 'REFUND / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['a bare path', 'GET first HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['a NUL in the path', 'GET /\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: localhost\r\nA: \u0000\r\n\r\n', 400],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n', 400],
    ['two lengths', `${refund}\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 400],
    ['a negative length', `${refund}\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n`, 400],
    ['a length in words', `${refund}\r\nHost: localhost\r\nContent-Length: two\r\n\r\n`, 400],
    [
      'a length and chunks',
      `${refund}\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    [
      'chunks that are none',
      `${refund}\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nbody`,
      400,
    ],
    [
      'a chunk of a huge size',
      `${refund}\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n`,
      400,
    ],
    ['headers of 1 MB', `GET / HTTP/1.1\r\nHost: localhost\r\nA: ${'x'.repeat(1_000_000)}\r\n\r\n`, 431],
    ['20,000 headers', `GET / HTTP/1.1\r\nHost: localhost\r\n${'A: b\r\n'.repeat(20_000)}\r\n`, 431],
    ['a path of 1 MB', `GET /${'x'.repeat(1_000_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    ['a proxy request', 'CONNECT evil.invalid:443 HTTP/1.1\r\nHost: evil.invalid\r\n\r\n', 405],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\n\r\n', 417],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 421],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n', 421],
  ])('%s: a plain answer of the sandbox, and the end', async (_, bytes, status) => {
    const server = await startTestSandbox();
    const seen = await connectRaw(server.port, Buffer.from(bytes, 'latin1')).closed;
    expect(seen).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*\\r\\n\\r\\nSandbox: [^\\r\\n]+\\.\\n$`));
    expect(server.booked()).toEqual([]);
    await expectAlive(server);
    expect(server.server.control.log({ before: null, limit: 5 })).toMatchObject({
      value: [{ status: 200 }, { status, api: null }],
    });
  });
});

describe('what is a strange request', () => {
  it.each([
    ['bad percent-encoding', 'GET /first/base/%zz%ff%00 HTTP/1.1', 200],
    ['a percent-encoded slash', 'GET /first%2fbase/refund HTTP/1.1', 404],
    ['a path that goes up', 'GET /first/base/../../../etc/passwd HTTP/1.1', 200],
    ['the URL of a proxy', 'GET http://evil.invalid/first/base/refund HTTP/1.1', 404],
    ['a star', 'OPTIONS * HTTP/1.1', 404],
    ['many slashes', `GET ${'/'.repeat(5000)} HTTP/1.1`, 404],
    ['a name of every object', 'GET /constructor/base/refund HTTP/1.1', 404],
    ['an upgrade to a websocket', 'GET /first/base/text HTTP/1.1', 200],
  ])('%s: an answer', async (name, first, status) => {
    const server = await startTestSandbox();
    const headers = name.includes('websocket')
      ? [
          'Connection: Upgrade, close',
          'Upgrade: websocket',
          'Sec-WebSocket-Key: x',
          'Sec-WebSocket-Version: 13',
        ]
      : ['Connection: close'];
    const seen = await connectRaw(server.port, rawRequest(server.port, first, { headers })).closed;
    expect(seen).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    await expectAlive(server);
  });

  it('bytes that are no UTF-8 are a body like any other', async () => {
    const server = await startTestSandbox();
    const bytes = new Uint8Array([0xff, 0xfe, 0x00, 0xc3, 0x28]);
    const response = await fetch(`${server.origin}/first/base/echo`, { method: 'POST', body: bytes });
    expect([response.status, await response.text()]).toEqual([200, '5']);
  });

  it('HTTP/1.0 without Host is answered as any other', async () => {
    const server = await startTestSandbox();
    const seen = await connectRaw(server.port, 'GET /first/base/text HTTP/1.0\r\n\r\n').closed;
    expect(seen).toMatch(/^HTTP\/1\.1 200 [^]*plain words$/);
  });

  it('a client that asks first is told to go on', async () => {
    const server = await startTestSandbox();
    const headers = 'Host: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close';
    const client = connectRaw(server.port, `${refund}\r\n${headers}\r\n\r\n`);
    await client.until((seen) => seen.startsWith('HTTP/1.1 100 Continue\r\n\r\n'));
    client.socket.write('r1');
    expect(await client.closed).toMatch(/HTTP\/1\.1 200 /);
    expect(server.booked()).toEqual(['r1']);
  });

  it('many in one go are answered in their order', async () => {
    const server = await startTestSandbox();
    const texts = Array.from({ length: 100 }, (_, index) => `r${index}`);
    const bytes = texts.map((body) => rawRequest(server.port, refund, { body })).join('');
    const client = connectRaw(server.port, bytes);
    await client.until((seen) => seen.split('HTTP/1.1 200 ').length === 101);
    expect(server.booked()).toEqual(texts);
  });

  it('garbage behind a request does not take its answer away', async () => {
    const server = await startTestSandbox();
    const request = rawRequest(server.port, refund, { body: 'r1' });
    const client = connectRaw(server.port, request);
    await client.until((seen) => seen.includes('403993715529606983'));
    client.socket.write('GARBAGE\r\n\r\n');
    expect(await client.closed).toMatch(
      /^HTTP\/1\.1 200 [^]*HTTP\/1\.1 400 [^]*Sandbox: this is no HTTP request/,
    );
  });

  it('with more in the body than it said books what it said', async () => {
    const server = await startTestSandbox();
    const bytes = `${refund}\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nr1 and more`;
    expect(await connectRaw(server.port, bytes).closed).toContain('Sandbox: this is no HTTP request');
    expect(server.booked()).toEqual(['r1']);
  });
});

describe('a slow client', () => {
  const patience = { headers: 300, request: 600 };

  it.each([
    ['that says nothing', ''],
    ['that never ends its headers', `${refund}\r\nHost: localhost\r\nA: `],
    ['that never sends its body', `${refund}\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhal`],
  ])('%s is closed with a word', async (_, bytes) => {
    const server = await startTestSandbox({ patience });
    const client = connectRaw(server.port, bytes);
    const drip = setInterval(() => client.socket.write(bytes === '' ? '' : 'x'), 250);
    const seen = await client.closed;
    clearInterval(drip);
    expect(seen).toMatch(/^HTTP\/1\.1 408 [^]*\r\n\r\nSandbox: the request did not come whole in time\.\n$/);
    expect(server.booked()).toEqual([]);
    await expectAlive(server);
  });

  it('is waited for where only the answer is slow', async () => {
    const { origin } = await startTestSandbox({ patience });
    const headers = { 'X-Sandbox-Fault': 'delay 1500ms' };
    const response = await fetch(`${origin}/first/base/refund`, { method: 'POST', body: 'r1', headers });
    expect(await response.text()).toBe(jsonAnswer);
  });

  it('that ends its side after the request gets the answer', async () => {
    const server = await startTestSandbox();
    const client = connectRaw(server.port);
    client.socket.end(rawRequest(server.port, refund, { body: 'r1' }));
    expect(await client.closed).toContain('403993715529606983');
  });

  it('that goes away in the middle of its body books nothing', async () => {
    const server = await startTestSandbox();
    for (const end of ['end', 'destroy', 'resetAndDestroy'] as const) {
      const client = connectRaw(
        server.port,
        `${refund}\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf`,
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
      client.socket[end]();
      await client.closed;
    }
    expect(server.booked()).toEqual([]);
    await expectAlive(server);
  });
});

describe('many clients', () => {
  it('2,000 connections at once are all answered', async () => {
    const server = await startTestSandbox();
    const clients = Array.from({ length: 2_000 }, () => connectRaw(server.port));
    for (const { socket } of clients) socket.write(rawRequest(server.port, 'GET /first/base/text HTTP/1.1'));
    const answers = await Promise.all(
      clients.map(({ until }) => until((seen) => seen.endsWith('plain words'))),
    );
    expect(answers.every((seen) => seen.startsWith('HTTP/1.1 200 '))).toBe(true);
    for (const { socket } of clients) socket.destroy();
    await expectAlive(server);
  });
});

it('a defect of a sandbox is a 500 that says so, stands in the log and changes nothing', async () => {
  const server = await startTestSandbox();
  const response = await fetch(`${server.origin}/first/base/broken`, { method: 'POST', body: 'x' });
  expect(response.status).toBe(500);
  expect(await response.text()).toBe(
    'Sandbox: a defect of the sandbox, not of your request; nothing was booked (Error: a bug).\n',
  );
  expect(server.server.control.log({ before: null, limit: 1 })).toMatchObject({
    value: [{ status: 500, api: 'first', path: '/first/base/broken' }],
  });
  await expectAlive(server);
});
