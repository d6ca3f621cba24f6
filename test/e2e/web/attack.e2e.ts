import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Browser, chromium, type Page } from 'playwright/test';

import { openWitnessedHost, type WitnessedHost } from '../../support/open-witnessed-host.ts';
import { ticketOf } from '../../support/ticket-of.ts';
import { runAttacks } from './run-attacks.ts';
import { expect, test as base } from './fixtures.ts';

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
