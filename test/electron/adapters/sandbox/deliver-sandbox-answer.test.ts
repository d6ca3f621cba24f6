import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { parseBody } from '../../../../shared/formats/body.ts';
import { connectRaw, type RawClient, rawRequest } from '../../../support/raw-client.ts';
import { jsonAnswer, startTestSandbox, type TestServer, xmlAnswer } from '../../../support/test-sandbox.ts';

const refund = { method: 'POST', body: 'r1' };

/** Asks by the header that any client can send. */
function withFault(fault: string, body = 'r1'): RequestInit {
  return { method: 'POST', body, headers: { 'X-Sandbox-Fault': fault }, redirect: 'manual' };
}

describe('a fault that is asked for by header', () => {
  it('delay: the answer comes late and the refund is booked before', async () => {
    const { origin, booked } = await startTestSandbox();
    const start = performance.now();
    const coming = fetch(`${origin}/first/base/refund`, withFault('delay 300ms'));
    await expect.poll(booked, { timeout: 250, interval: 5 }).toEqual(['r1']);
    const response = await coming;
    expect(performance.now() - start).toBeGreaterThanOrEqual(295);
    expect(await response.text()).toBe(jsonAnswer);
    expect(response.headers.get('x-sandbox-fault')).toBe('delay 300ms');
    expect(response.headers.get('x-sandbox-reason')).toBe('it is a test');
    expect(response.headers.get('x-sandbox-confidence')).toBe('guess');
  });

  describe.each(['delay 10m', 'slow-drip 10m'])('%s', (fault) => {
    /** Many on one connection: all but the first wait behind another. */
    const askOften = async (count: number): Promise<TestServer & { readonly client: RawClient }> => {
      const started = await startTestSandbox();
      const request = rawRequest(started.port, 'POST /first/base/refund HTTP/1.1', {
        headers: [`X-Sandbox-Fault: ${fault}`],
      });
      const client = connectRaw(started.port, request.repeat(count));
      await expect.poll(() => started.booked().length).toBe(count);
      return { ...started, client };
    };

    it('ends when the server closes, and leaves no timer behind', async () => {
      const { server, client } = await askOften(20);
      expect(timers()).toBeGreaterThanOrEqual(20);
      await server.close();
      await client.closed;
      await expect.poll(timers).toBeLessThan(10);
    });

    it('ends when the client leaves, and leaves no timer behind', async () => {
      const { client, origin } = await askOften(20);
      client.socket.destroy();
      await expect.poll(timers).toBeLessThan(10);
      expect((await fetch(`${origin}/first/base/refund`, refund)).status).toBe(200);
    });
  });

  it('cut-before: nothing is answered and nothing booked', async () => {
    const { port, booked } = await startTestSandbox();
    const first = 'POST /first/base/refund HTTP/1.1';
    const client = connectRaw(port, rawRequest(port, first, { headers: ['X-Sandbox-Fault: cut-before'] }));
    expect(await client.closed).toBe('');
    expect(booked()).toEqual([]);
  });

  it('cut-after: nothing is answered and the refund is booked', async () => {
    const { port, booked } = await startTestSandbox();
    const first = 'POST /first/base/refund HTTP/1.1';
    const headers = ['X-Sandbox-Fault: cut-after'];
    const client = connectRaw(port, rawRequest(port, first, { headers, body: 'r7' }));
    expect(await client.closed).toBe('');
    expect(booked()).toEqual(['r7']);
  });

  it('half-body: the whole length is promised and half of it comes', async () => {
    const { port, booked } = await startTestSandbox();
    const first = 'POST /first/base/refund HTTP/1.1';
    const headers = ['X-Sandbox-Fault: half-body'];
    const seen = await connectRaw(port, rawRequest(port, first, { headers, body: 'r1' })).closed;
    const [head = '', body] = seen.split('\r\n\r\n');
    const bytes = Buffer.from(jsonAnswer);
    expect(head).toContain(`\r\nContent-Length: ${bytes.length}\r\n`);
    expect(head).toContain('\r\nX-Sandbox-Fault: half-body\r\n');
    expect(body).toBe(bytes.subarray(0, Math.floor(bytes.length / 2)).toString('latin1'));
    expect(booked()).toEqual(['r1']);
  });

  it('slow-drip: the body comes byte by byte and whole', async () => {
    const { port } = await startTestSandbox();
    const first = 'POST /first/base/refund HTTP/1.1';
    const headers = ['X-Sandbox-Fault: slow-drip 5ms', 'Connection: close'];
    const client = connectRaw(port, rawRequest(port, first, { headers }));
    let pieces = 0;
    client.socket.on('data', () => (pieces += 1));
    const seen = await client.closed;
    expect(seen.split('\r\n\r\n')[1]).toBe(Buffer.from(jsonAnswer).toString('latin1'));
    expect(pieces).toBeGreaterThan(10);
  });

  it.each([
    ['refund', jsonAnswer, 'application/json', 'json'],
    ['xml', xmlAnswer, 'text/xml', 'xml'],
    ['login', '"in"', 'application/json', 'json'],
  ])('malformed: no reader takes the body of /%s', async (path, whole, type, format) => {
    const { origin } = await startTestSandbox();
    const response = await fetch(`${origin}/first/base/${path}`, withFault('malformed'));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    const body = await response.text();
    expect(whole.startsWith(body)).toBe(true);
    expect(parseBody(body)).toMatchObject({ kind: 'malformed', format });
  });

  it('malformed: a bare number is no number any more', async () => {
    const { origin } = await startTestSandbox();
    const response = await fetch(`${origin}/first/base/echo`, withFault('malformed'));
    expect(parseBody(await response.text())).toMatchObject({ kind: 'malformed' });
  });

  it('html: a page of a gateway with 502, and nothing is booked', async () => {
    const { origin, booked } = await startTestSandbox();
    const response = await fetch(`${origin}/first/base/refund`, withFault('html'));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      502,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toMatch(/^<!doctype html>/);
    expect(booked()).toEqual([]);
  });

  it.each([
    ['refund', jsonAnswer, 'application/xml'],
    ['xml', xmlAnswer, 'application/json'],
    ['text', 'plain words', 'text/html; charset=utf-8'],
  ])('wrong-type: the body of /%s comes as another type', async (path, body, type) => {
    const { origin } = await startTestSandbox();
    const response = await fetch(`${origin}/first/base/${path}`, withFault('wrong-type'));
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(body);
  });

  it('gzip: the body is packed, whatever the client accepts', async () => {
    const { port } = await startTestSandbox();
    const first = 'POST /first/base/refund HTTP/1.1';
    const headers = ['X-Sandbox-Fault: gzip', 'Connection: close'];
    const seen = await connectRaw(port, rawRequest(port, first, { headers })).closed;
    const [head = ''] = seen.split('\r\n\r\n', 1);
    expect(head).toContain('\r\nContent-Encoding: gzip\r\n');
    const packed = Buffer.from(seen.slice(head.length + 4), 'latin1');
    expect(head).toContain(`\r\nContent-Length: ${packed.length}`);
    expect(gunzipSync(packed).toString()).toBe(jsonAnswer);
  });

  it('chunked: the body comes in chunks of a few bytes, without a length', async () => {
    const { origin, port } = await startTestSandbox();
    const first = 'POST /first/base/refund HTTP/1.1';
    const headers = ['X-Sandbox-Fault: chunked', 'Connection: close'];
    const seen = await connectRaw(port, rawRequest(port, first, { headers })).closed;
    expect(seen).toMatch(/\r\nTransfer-Encoding: chunked\r\n/);
    expect(seen).not.toMatch(/Content-Length/i);
    expect(seen.match(/\r\n3\r\n/g)?.length).toBeGreaterThan(10);
    const response = await fetch(`${origin}/first/base/refund`, withFault('chunked'));
    expect(await response.text()).toBe(jsonAnswer);
  });

  it('chunked: a client of HTTP/1.0, which knows no chunks, gets plain bytes', async () => {
    const { port } = await startTestSandbox();
    const first = 'POST /first/base/refund HTTP/1.0';
    const seen = await connectRaw(port, rawRequest(port, first, { headers: ['X-Sandbox-Fault: chunked'] }))
      .closed;
    expect(seen.split('\r\n\r\n')[1]).toBe(Buffer.from(jsonAnswer).toString('latin1'));
  });

  it.each([
    [429, '1'],
    [503, '1'],
    [500, null],
  ])('status %i: a gateway says so, and nothing is booked', async (status, retryAfter) => {
    const { origin, booked } = await startTestSandbox();
    const response = await fetch(`${origin}/first/base/refund`, withFault(`status ${status}`));
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(retryAfter);
    expect(response.headers.get('x-sandbox-fault')).toBe(`status ${status}`);
    expect(booked()).toEqual([]);
  });

  it.each(['refund', 'xml'])(
    'huge: the body of /%s is longer by so many MB and means the same',
    async (path) => {
      const { origin } = await startTestSandbox();
      const response = await fetch(`${origin}/first/base/${path}`, withFault('huge 3'));
      const body = await response.text();
      const whole = path === 'xml' ? xmlAnswer : jsonAnswer;
      expect(Buffer.byteLength(body)).toBe(Buffer.byteLength(whole) + 3 * 1024 * 1024);
      expect(body.startsWith(whole)).toBe(true);
      expect(parseBody(body).kind).toBe(path === 'xml' ? 'xml' : 'json');
    },
  );

  it('huge: a client that does not read costs no memory', async () => {
    const { port, booked } = await startTestSandbox();
    const first = 'POST /first/base/refund HTTP/1.1';
    const before = process.memoryUsage().rss;
    const clients = Array.from({ length: 5 }, () => {
      const client = connectRaw(port, rawRequest(port, first, { headers: ['X-Sandbox-Fault: huge 200'] }));
      client.socket.pause();
      return client;
    });
    await expect.poll(() => booked().length).toBe(5);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    for (const { socket } of clients) socket.destroy();
  });

  it('redirect: to another host, and nothing is booked', async () => {
    const { origin, booked } = await startTestSandbox();
    const to = 'https://elsewhere.invalid/x';
    const response = await fetch(`${origin}/first/base/refund`, withFault(`redirect ${to}`));
    expect([response.status, response.headers.get('location')]).toEqual([307, to]);
    expect(booked()).toEqual([]);
  });

  it('that there is not is a 400 that says what there is', async () => {
    const { origin, booked } = await startTestSandbox();
    const response = await fetch(`${origin}/first/base/refund`, withFault('meteor'));
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(
      /^Sandbox: X-Sandbox-Fault: "meteor" is no fault; there are delay, /,
    );
    expect(booked()).toEqual([]);
  });
});

describe('a fault that was set', () => {
  it('meets the next n requests, then goes', async () => {
    const { server, origin, addFault } = await startTestSandbox();
    addFault('status 503', { left: 2 });
    const statuses: number[] = [];
    for (let index = 0; index < 4; index += 1)
      statuses.push((await fetch(`${origin}/first/base/refund`, refund)).status);
    expect(statuses).toEqual([503, 503, 200, 200]);
    expect(server.control.state({ api: null, records: 1 })).toMatchObject({
      value: { controls: { rules: [] } },
    });
  });

  it.each([
    ['calls', [200, 503]],
    ['logins', [503, 200]],
    ['everything', [503, 503]],
  ] as const)('for %s meets those alone', async (meets, statuses) => {
    const { origin, addFault } = await startTestSandbox();
    addFault('status 503', { meets, left: null });
    const login = await fetch(`${origin}/first/base/login`, refund);
    const call = await fetch(`${origin}/first/base/refund`, refund);
    expect([login.status, call.status]).toEqual(statuses);
  });

  it('of one API spares the others; of none it meets all', async () => {
    const { origin, addFault } = await startTestSandbox();
    addFault('status 500', { api: 'other', left: null });
    const ask = async (api: string): Promise<number> =>
      (await fetch(`${origin}/${api}/base/refund`, refund)).status;
    expect([await ask('first'), await ask('other')]).toEqual([200, 500]);
    addFault('status 502', { api: null, left: null });
    expect([await ask('first'), await ask('other')]).toEqual([502, 500]);
  });

  it('is not used up by a request that asks for another', async () => {
    const { origin, addFault } = await startTestSandbox();
    addFault('status 503');
    expect((await fetch(`${origin}/first/base/refund`, withFault('status 418'))).status).toBe(418);
    expect((await fetch(`${origin}/first/base/refund`, refund)).status).toBe(503);
  });
});

/** Timers that keep this process alive. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}
