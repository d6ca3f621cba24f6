import { createConnection } from 'node:net';
import { join } from 'node:path';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import {
  createSandboxServer,
  type SandboxServer,
} from '../../../../electron/adapters/sandbox/sandbox-server.ts';
import { createSqliteSandboxLedger } from '../../../../electron/adapters/sandbox/sqlite-sandbox-ledger.ts';
import { systemClock } from '../../../../electron/adapters/system-clock.ts';
import { sandboxes } from '../../../../shared/apis/sandboxes.ts';
import { startRawServer } from '../../../support/raw-server.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

type Options = { readonly data?: string; readonly port?: number; readonly anyOtherPort?: boolean };

function createServer({
  data = temporaryDirectory(),
  port = 0,
  anyOtherPort = false,
}: Options = {}): SandboxServer {
  const server = createSandboxServer({
    ledger: createSqliteSandboxLedger(data, {
      sandboxes,
      tools: { clock: systemClock, crypto: nodeCrypto },
    }),
    sandboxes,
    port,
    anyOtherPort,
  });
  onTestFinished(() => server.close());
  return server;
}

async function startServer(options: Options = {}): Promise<{ server: SandboxServer; origin: string }> {
  const server = createServer(options);
  const started = await server.start();
  if (!started.ok) throw new Error(started.error.message);
  return { server, origin: started.value };
}

const refundUrl = '/front-payment/api/v1/connect/terminal/orders/refund/ODR1000000002';

/** A part of the one product of 149.50 of a demo order, as a client that knows nothing of the workbench sends it. */
function refundPart(origin: string, amount: string, isReversal = false): Promise<Response> {
  const token = sandboxes.get('front-payment')?.variables['front-payment.token'] ?? '';
  return fetch(origin + refundUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: `{"type":"regular","grandTotal":${amount},"products":[{"id":22,"amount":${amount}}],"isReversal":${isReversal}}`,
  });
}

/** What a server answers to raw bytes, until it closes. */
function answerTo(origin: string, text: string): Promise<string> {
  const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(origin).port) });
  onTestFinished(() => void socket.destroy());
  socket.write(text);
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk));
    socket.once('end', () => resolve(answer));
    socket.once('error', reject);
  });
}

describe('any client', () => {
  it('gets an answer of the API, with the reason for it in a header', async () => {
    const { origin } = await startServer();
    const response = await refundPart(origin, '49.50');
    expect(response.status).toBe(202);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('x-sandbox-reason')).not.toBe('');
    expect(response.headers.get('x-sandbox-confidence')).toMatch(/^(?:certain|likely|guess)$/);
  });

  it.each(['/', '/nowhere/x', '/front-payment', '/front-payment/', '/front-payment/api/v1', '//', '/%00'])(
    'gets 404 and the base URLs for %s',
    async (path) => {
      const { origin } = await startServer();
      const response = await fetch(origin + path);
      expect(response.status).toBe(404);
      const body = await response.text();
      for (const [id, { basePath }] of sandboxes) expect(body).toContain(`/${id}${basePath}`);
    },
  );

  it('gets no further than the API by a path that goes up', async () => {
    const { origin } = await startServer();
    const answer = await answerTo(
      origin,
      'GET /payu/../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('gets 400 for bytes that are no HTTP, and the server lives on', async () => {
    const { origin } = await startServer();
    expect(await answerTo(origin, 'GARBAGE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await answerTo(origin, '\u0016\u0003\u0001')).toMatch(/^HTTP\/1\.1 400 /);
    expect((await refundPart(origin, '1.00')).status).toBe(202);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PROPFIND', 'OPTIONS'])(
    'gets an answer, not a failure, for the method %s',
    async (method) => {
      const { origin } = await startServer();
      for (const [id, { basePath }] of sandboxes) {
        const response = await fetch(`${origin}/${id}${basePath}/refund`, { method });
        expect(response.status, id).toBeGreaterThanOrEqual(400);
        expect(response.status, id).toBeLessThan(500);
      }
    },
  );

  it('gets 413 for a body over 2 MB, and the connection stays good', async () => {
    const { origin } = await startServer();
    const send = (length: number): Promise<Response> =>
      fetch(origin + refundUrl, { method: 'POST', body: 'x'.repeat(length) });
    const tooLong = await send(2 * 1024 * 1024 + 1);
    expect(tooLong.status).toBe(413);
    expect(await tooLong.text()).toContain('the body is longer than 2097152 bytes');
    expect((await send(2 * 1024 * 1024)).status).not.toBe(413);
  });

  it('gets a reason that fits into a header, whatever the reason quotes', async () => {
    const { origin } = await startServer();
    const values = sandboxes.get('digipay')?.variables ?? {};
    const pair = `${values['digipay.clientId']}:${values['digipay.secretKey']}`;
    const login = await fetch(`${origin}/digipay/digipay/v3/auth/authenticate`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
    });
    const { data } = (await login.json()) as { data: { access_token: string } };
    const refund = { txn_amount: 1, txn_code: 'MR', payment_mode: 2 };
    const response = await fetch(`${origin}/digipay/digipay/v3/transaction/wallet_refund_money`, {
      method: 'POST',
      headers: { Authorization: `Token ${data.access_token}`, CompanyID: values['digipay.companyId'] ?? '' },
      body: JSON.stringify({ initial_txn_id: '返金\r\nX-Evil: 1', ...refund }),
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('x-sandbox-reason')).toBe('no transaction ????X-Evil: 1');
    expect(response.headers.get('x-evil')).toBeNull();
  });

  it('that asks for an answer there is not gets 400, with what it asked for made safe', async () => {
    const { origin } = await startServer();
    const answer = await answerTo(
      origin,
      `POST ${refundUrl} HTTP/1.1\r\nHost: x\r\nX-Sandbox-Scenario: \u00e9<b>\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('Content-Type: text/plain');
    expect(answer).toMatch(/\r\n\r\nSandbox: there is no scenario /);
  });

  it('that goes away in the middle of a request does no harm', async () => {
    const { origin } = await startServer();
    const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(origin).port) });
    await new Promise<void>((resolve) => {
      socket.write(`POST ${refundUrl} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf`, () => {
        socket.once('close', () => resolve());
        socket.resetAndDestroy();
      });
    });
    expect((await refundPart(origin, '1.00')).status).toBe(202);
  });
});

describe('the ledger', () => {
  it('loses nothing where many requests come at once', async () => {
    const { origin } = await startServer();
    // 149.50 is left: of thirty reversals of 10.00 exactly fourteen fit. Of refunds only one may wait at a time.
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async () => (await refundPart(origin, '10.00', true)).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(14);
    expect(statuses.filter((status) => status === 400)).toHaveLength(16);
    expect((await refundPart(origin, '9.51')).status).toBe(400);
    expect((await refundPart(origin, '9.50')).status).toBe(202);
  });

  it('is shared by two servers on one data folder, also at once', async () => {
    const data = temporaryDirectory();
    const [left, right] = [await startServer({ data }), await startServer({ data })];
    const statuses = await Promise.all(
      Array.from(
        { length: 30 },
        async (_, index) => (await refundPart((index % 2 === 0 ? left : right).origin, '10.00', true)).status,
      ),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(14);
  });

  it('of another data folder is another', async () => {
    const [left, right] = [await startServer(), await startServer()];
    expect((await refundPart(left.origin, '149.50')).status).toBe(202);
    expect((await refundPart(left.origin, '149.50')).status).toBe(400);
    expect((await refundPart(right.origin, '149.50')).status).toBe(202);
  });

  it('is put back by a reset', async () => {
    const { server, origin } = await startServer();
    await refundPart(origin, '149.50');
    expect(server.control.change({ kind: 'reset', api: null })).toEqual({ ok: true, value: null });
    expect((await refundPart(origin, '149.50')).status).toBe(202);
  });

  it('that is damaged is set aside, and the demo transactions are there again', async () => {
    const data = temporaryDirectory();
    const text = 'no database\n'.repeat(500);
    writeFileSync(join(data, 'sandbox.db'), text);
    const { origin } = await startServer({ data });
    expect((await refundPart(origin, '1.00')).status).toBe(202);
    expect(readFileSync(join(data, 'sandbox.db.damaged-1'), 'utf8')).toBe(text);
  });

  it('that cannot be opened makes a 500 with the reason, and a reset that says so', async () => {
    const data = temporaryDirectory();
    mkdirSync(join(data, 'sandbox.db'));
    const { server, origin } = await startServer({ data });
    const response = await refundPart(origin, '1.00');
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('Sandbox: the ledger failed: unable to open database file.\n');
    expect(server.control.change({ kind: 'reset', api: null })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('The sandbox cannot be changed') as string },
    });
  });
});

describe('starting', () => {
  it('listens on loopback only, and once however often it is started', async () => {
    const { server, origin } = await startServer();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await server.start()).toEqual({ ok: true, value: origin });
    expect(server.origin()).toBe(origin);
  });

  it('two starts at once are one', async () => {
    const server = createServer();
    const [first, second] = await Promise.all([server.start(), server.start()]);
    expect(first).toEqual(second);
  });

  it('has no origin before it was started and after it was closed', async () => {
    const server = createServer();
    expect(server.origin()).toBeNull();
    const started = await server.start();
    await server.close();
    expect(server.origin()).toBeNull();
    await expect(fetch(started.ok ? started.value : '')).rejects.toThrow();
  });

  it('on a port that is in use says so, with a remedy', async () => {
    const { port } = await startRawServer(() => undefined);
    expect(await createServer({ port }).start()).toEqual({
      ok: false,
      error: {
        code: 'sandbox',
        message: `Port ${port} is in use.`,
        remedy: 'Choose another port with --port, or leave --port out to take any free one.',
      },
    });
  });

  it('takes another port where that one is in use and any other will do', async () => {
    const { port } = await startRawServer(() => undefined);
    const { origin } = await startServer({ port, anyOtherPort: true });
    expect(new URL(origin).port).not.toBe(String(port));
    expect((await refundPart(origin, '1.00')).status).toBe(202);
  });

  it('can be tried again once the port is free', async () => {
    const first = await startServer();
    const port = Number(new URL(first.origin).port);
    const second = createServer({ port });
    expect((await second.start()).ok).toBe(false);
    await first.server.close();
    expect(await second.start()).toEqual({ ok: true, value: first.origin });
  });

  it('can be closed twice', async () => {
    const { server, origin } = await startServer();
    await refundPart(origin, '1.00');
    await server.close();
    await expect(server.close()).resolves.toBeUndefined();
  });
});
