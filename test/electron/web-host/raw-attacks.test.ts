import { createConnection, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';

import { openWitnessedHost, type WitnessedHost } from '../../support/open-witnessed-host.ts';
import { ticketOf } from '../../support/ticket-of.ts';

const megabyte = 1024 * 1024;

/** Another program of the machine that has no key: it can send what no browser would. */
type Stranger = { readonly socket: Socket; readonly heard: () => string; readonly closed: Promise<void> };

async function openHost(): Promise<WitnessedHost> {
  const host = await openWitnessedHost();
  onTestFinished(host.close);
  return host;
}

function connect({ origin }: WitnessedHost): Stranger {
  const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(origin).port) });
  onTestFinished(() => void socket.destroy());
  let heard = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (heard += chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { socket, heard: () => heard, closed };
}

/** The head of a request as the page sends it, with the lines given put in or instead. */
function head(host: WitnessedHost, first: string, lines: readonly string[] = []): string {
  const { origin } = host;
  const own = [`Host: ${new URL(origin).host}`, `Origin: ${origin}`, 'Content-Type: application/json'];
  return [first, ...own, ...lines, '', ''].join('\r\n');
}

/** What is answered to raw bytes until the connection ends. */
async function answerTo(host: WitnessedHost, bytes: string): Promise<string> {
  const { socket, heard, closed } = connect(host);
  socket.write(bytes);
  await closed;
  return heard();
}

async function isAlive({ origin }: WitnessedHost): Promise<boolean> {
  return (await fetch(origin)).status === 200;
}

it.each([
  ['HTTP/1.0 without a name', () => 'GET / HTTP/1.0\r\n\r\n', 'HTTP/1.1 421'],
  ['HTTP/1.1 without a name', () => 'GET / HTTP/1.1\r\n\r\n', 'HTTP/1.1 400'],
  ['CONNECT', (host) => head(host, 'CONNECT 127.0.0.1:80 HTTP/1.1'), ''],
  ['TRACE', (host) => head(host, 'TRACE / HTTP/1.1', ['Connection: close']), 'HTTP/1.1 401'],
  ['upgrade', (host) => head(host, 'GET / HTTP/1.1', ['Connection: Upgrade', 'Upgrade: h2c']), ''],
  ['a broken first line', () => 'GET\r\n\r\n', 'HTTP/1.1 400'],
  ['a method that is none', (host) => head(host, 'STEAL / HTTP/1.1'), 'HTTP/1.1 400'],
  ['HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'HTTP/1.1 400'],
  [
    'two lengths',
    (host) => head(host, 'POST /session HTTP/1.1', ['Content-Length: 0', 'Content-Length: 9']),
    'HTTP/1.1 400',
  ],
  [
    'a length and pieces',
    (host) => head(host, 'POST /session HTTP/1.1', ['Content-Length: 4', 'Transfer-Encoding: chunked']),
    'HTTP/1.1 400',
  ],
  [
    'a header of a megabyte',
    (host) => head(host, 'GET / HTTP/1.1', [`X: ${'x'.repeat(megabyte)}`]),
    'HTTP/1.1 431',
  ],
  [
    'ten thousand headers',
    (host) =>
      head(
        host,
        'GET / HTTP/1.1',
        Array.from({ length: 10_000 }, (_, index) => `X-${index}: x`),
      ),
    'HTTP/1.1 431',
  ],
  ['an address of a megabyte', (host) => head(host, `GET /${'x'.repeat(megabyte)} HTTP/1.1`), 'HTTP/1.1 431'],
] satisfies readonly [string, (host: WitnessedHost) => string, string][])(
  '%s gets nothing',
  async (_what, bytes, answer) => {
    const host = await openHost();
    const heard = await answerTo(host, bytes(host));
    expect(heard.split(' ', 2).join(' ')).toBe(answer);
    expect(heard).not.toContain('<!doctype');
    expect(host.reached).toEqual([]);
    expect(await isAlive(host)).toBe(true);
  },
);

it('a call behind a visit on the same connection needs a key all the same', async () => {
  const host = await openHost();
  const call = head(host, 'POST /call/workbench.describe HTTP/1.1', [
    'Content-Length: 4',
    'Connection: close',
  ]);
  const heard = await answerTo(host, `${head(host, 'GET / HTTP/1.1')}${call}null`);
  expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 401']);
  expect(host.reached).toEqual([]);
});

it('a thousand guesses open nothing, and the ticket of the user is still good', async () => {
  const host = await openHost();
  const ticket = ticketOf(host.address());
  const headers = { 'content-type': 'application/json', origin: host.origin };
  const redeem = (guess: string): Promise<Response> =>
    fetch(`${host.origin}/session`, { method: 'POST', headers, body: JSON.stringify({ ticket: guess }) });
  for (let round = 0; round < 20; round += 1) {
    const guesses = Array.from({ length: 50 }, (_, index) => `${ticket.slice(0, -2)}${round}${index}`);
    const answers = await Promise.all(guesses.map(redeem));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  }
  expect((await redeem(ticket)).status).toBe(200);
  expect((await redeem(ticket)).status).toBe(401);
});

it('a body that says it has a gigabyte is refused unread', async () => {
  const host = await openHost();
  const heard = await answerTo(
    host,
    head(host, 'POST /session HTTP/1.1', [`Content-Length: ${1024 * megabyte}`]),
  );
  expect(heard).toContain('HTTP/1.1 413');
  expect(await isAlive(host)).toBe(true);
});

it('a body that never ends is cut off', async () => {
  const host = await openHost();
  const { socket, closed } = connect(host);
  socket.write(head(host, 'POST /session HTTP/1.1', ['Transfer-Encoding: chunked']));
  const chunk = `${megabyte.toString(16)}\r\n${'x'.repeat(megabyte)}\r\n`;
  let sent = 0;
  const send = (error?: Error | null): void => {
    if (error instanceof Error || socket.destroyed || sent === 200) return;
    sent += 1;
    socket.write(chunk, send);
  };
  send();
  await closed;
  expect(sent).toBeLessThan(200);
  expect(await isAlive(host)).toBe(true);
});

it('a head that is sent letter by letter is cut off', { timeout: 40_000 }, async () => {
  const host = await openHost();
  const { socket, heard, closed } = connect(host);
  const began = Date.now();
  const timer = setInterval(() => void (socket.destroyed || socket.write('X: x\r\n')), 500);
  onTestFinished(() => clearInterval(timer));
  socket.write('GET / HTTP/1.1\r\n');
  await closed;
  expect(heard()).toContain('HTTP/1.1 408');
  expect(Date.now() - began).toBeLessThan(20_000);
});

it('hundreds of idle connections leave room for the page again when they end', async () => {
  const host = await openHost();
  const idle = Array.from({ length: 300 }, () => connect(host));
  await Promise.race(idle.map(({ closed }) => closed));
  for (const { socket } of idle) socket.destroy();
  await Promise.all(idle.map(({ closed }) => closed));
  await expect.poll(() => isAlive(host).catch(() => false)).toBe(true);
});
