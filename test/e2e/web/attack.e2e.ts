import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { type Browser, chromium, type Page } from 'playwright/test';

import { openWitnessedHost, type WitnessedHost } from '../../support/open-witnessed-host.ts';
import { ticketOf } from '../../support/ticket-of.ts';
import { runAttacks } from './run-attacks.ts';
import { expect, test as base } from './fixtures.ts';

const project = join(import.meta.dirname, '..', '..', '..');

/** Names that a browser is made to look for on this machine, as a name server of an attacker would. */
const strangers = 'evil.example, *.evil.example, rebound.example'.split(', ');

type Fixtures = {
  readonly target: WitnessedHost;
  /** A server of the attacker; it shows an empty page under every path. */
  readonly stranger: { readonly port: number };
  readonly victim: Page;
};

const test = base.extend<Fixtures, { readonly browserOfVictim: Browser }>({
  browserOfVictim: [
    async ({}, use) => {
      const executablePath = process.env['CHROMIUM_PATH'];
      const browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-popup-blocking',
          `--host-resolver-rules=${strangers.map((name) => `MAP ${name} 127.0.0.1`).join(', ')}`,
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  target: async ({}, use) => {
    const target = await openWitnessedHost();
    await use(target);
    await target.close();
  },
  stranger: async ({}, use) => {
    const server = await showEmptyPages();
    await use({ port: (server.address() as AddressInfo).port });
    server.closeAllConnections();
    server.close();
  },
  victim: async ({ browserOfVictim }, use) => {
    const context = await browserOfVictim.newContext();
    await use(await context.newPage());
    await context.close();
  },
});

/** The attacker is given what no attacker has: the port, a fresh ticket and a good key. */
async function attack(page: Page, target: WitnessedHost): Promise<Readonly<Record<string, string>>> {
  const key = await redeem(target, ticketOf(target.address()));
  const spare = ticketOf(target.address());
  const got = await page.evaluate(runAttacks, { origin: target.origin, key, ticket: spare });
  // What the attacker could not read could still have been used up or carried out.
  expect(await redeem(target, spare), 'the ticket is still good').toMatch(/^[\w-]{43}$/);
  return got;
}

test('a page of the host itself gets through, by the same attacks', async ({ target, victim }) => {
  await victim.goto(target.origin);
  const key = await redeem(target, ticketOf(target.address()));
  const ticket = ticketOf(target.address());
  const got = await victim.evaluate(runAttacks, { origin: target.origin, key, ticket });
  expect(got).toMatchObject({ 'call by fetch': 'null', 'session by fetch': expect.stringContaining('key') });
  expect(target.reached).toContain('workbench.describe');
  expect(target.reached).toContain('listen');
});

const pages: readonly (readonly [what: string, address: (port: number) => string])[] = [
  ['another port of 127.0.0.1', (port) => `http://127.0.0.1:${port}/`],
  ['another port of localhost', (port) => `http://localhost:${port}/`],
  ['another site', (port) => `http://evil.example:${port}/`],
  ['a name below another site', (port) => `http://127.0.0.1.evil.example:${port}/`],
  ['a page without an origin', () => 'data:text/html,<!doctype html>'],
];

for (const [what, addressOf] of pages) {
  test(`${what} gets nothing`, async ({ target, stranger, victim }) => {
    await victim.goto(addressOf(stranger.port));
    const got = await attack(victim, target);
    expect(Object.keys(got).length).toBeGreaterThan(25);
    expect(Object.entries(got).filter(([, text]) => text !== 'nothing')).toEqual([]);
    expect(target.reached).toEqual([]);
  });
}

for (const name of ['rebound.example', 'localhost']) {
  test(`a page of ${name} on the port of the host gets nothing`, async ({ target, victim }) => {
    const { port } = new URL(target.origin);
    const own = `http://${name}:${port}`;
    // Only the first answer is the attacker's: then the name leads here, and the page is of the same origin.
    await victim.route(`${own}/start`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await victim.goto(`${own}/start`);
    for (const origin of [own, target.origin]) {
      const got = await attack(victim, { ...target, origin });
      const refusals = new Set(['nothing', 'wrong host\n']);
      expect(Object.entries(got).filter(([, text]) => !refusals.has(text))).toEqual([]);
    }
    expect(target.reached).toEqual([]);
  });
}

test('the sandbox lets any client refund, and no page of a browser set it', async ({ stranger, victim }) => {
  const sandbox = await startSandbox();
  const control = async (path: string, body: object): Promise<number> => {
    const answer = await fetch(`${sandbox.origin}/__sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.status;
  };
  const look = async (): Promise<string> => (await fetch(`${sandbox.origin}/__sandbox/state`)).text();
  try {
    expect(await control('clock', { stop: true }), 'a client that is no page may').toBe(200);
    const before = await look();
    for (const page of [`http://evil.example:${stranger.port}/`, `http://127.0.0.1:${stranger.port}/`]) {
      await victim.goto(page);
      const got = await victim.evaluate(setSandbox, sandbox.origin);
      expect(got.length).toBeGreaterThan(8);
      expect(got.filter((text) => text !== 'nothing')).toEqual([]);
    }
    expect(await look()).toBe(before);
    expect(await control('reset', {})).toBe(200);
    expect(await look()).not.toBe(before);
  } finally {
    await sandbox.stop();
  }
});

/** The built command line, with a data folder of its own. */
async function startSandbox(): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'refund-workbench-attacked-'));
  const program = spawn(process.execPath, [join(project, 'dist', 'node', 'cli.js'), 'sandbox', '--json'], {
    env: { ...process.env, REFUND_WORKBENCH_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  const [first] = (await once(createInterface(program.stdout), 'line')) as [string];
  const { origin } = JSON.parse(first) as { origin: string };
  const stop = async (): Promise<void> => {
    program.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, stop };
}

/** What a page gets of the calls that set a sandbox. Runs in the page. */
async function setSandbox(origin: string): Promise<readonly string[]> {
  const calls: readonly (readonly [path: string, init: RequestInit])[] = ['reset', 'clock', 'faults'].flatMap(
    (path) =>
      ['application/json', 'text/plain'].flatMap((type) =>
        (['cors', 'no-cors'] as const).map(
          (mode) =>
            [
              path,
              { method: 'POST', mode, headers: { 'content-type': type }, body: '{"reset":true}' },
            ] as const,
        ),
      ),
  );
  const readings = ['state', 'log', 'snapshot'].map((path) => [path, {}] as const);
  const read = async ([path, init]: readonly [string, RequestInit]): Promise<string> => {
    try {
      return (await (await fetch(`${origin}/__sandbox/${path}`, init)).text()) || 'nothing';
    } catch {
      return 'nothing';
    }
  };
  const form = document.createElement('form');
  form.action = `${origin}/__sandbox/reset`;
  form.method = 'post';
  form.enctype = 'text/plain';
  form.target = 'frame';
  const frame = document.createElement('iframe');
  frame.name = 'frame';
  document.body.append(frame, form);
  form.submit();
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  return Promise.all([...calls, ...readings].map(read));
}

/** A key for a ticket, asked for as the page does. */
async function redeem(target: WitnessedHost, ticket: string): Promise<string> {
  const { origin } = new URL(target.address());
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ ticket }),
  });
  return ((await answer.json()) as { key: string }).key;
}

async function showEmptyPages(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>stranger</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
