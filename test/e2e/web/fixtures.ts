import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Browser, chromium, expect, type Page, test as base } from 'playwright/test';

const entry = join(import.meta.dirname, '..', '..', '..', 'dist', 'node', 'cli.js');

/** The web host as a process of its own, with folders of its own. */
export type Host = {
  readonly data: string;
  readonly workspace: string;
  /** Ends the process and starts it again on the same folders; gives a fresh address. */
  readonly restart: () => Promise<string>;
  /** Ends the process as a power cut would. */
  readonly kill: () => Promise<void>;
};

type Fixtures = {
  readonly host: Host;
  /** Puts an environment file into the workspace before the page loads. */
  readonly environments: Readonly<Record<string, string>>;
  /** What the process finds in its environment beside everything of the test's own. */
  readonly processVariables: Readonly<Record<string, string>>;
  readonly complaints: string[];
};

/**
 * Every test gets its own host and a page that shows it, and fails when the page logs an error, throws, or breaks its
 * own security policy.
 */
export const test = base.extend<Fixtures, { readonly chrome: Browser }>({
  chrome: [
    async ({}, use) => {
      const executablePath = process.env['CHROMIUM_PATH'];
      const browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  environments: [{}, { option: true }],
  processVariables: [{}, { option: true }],
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  host: async ({ environments, processVariables }, use) => {
    const data = mkdtempSync(join(tmpdir(), 'refund-workbench-data-'));
    const parent = mkdtempSync(join(tmpdir(), 'refund-workbench-'));
    const workspace = join(parent, 'acme-refunds');
    mkdirSync(join(workspace, 'environments'), { recursive: true });
    for (const [name, text] of Object.entries(environments)) {
      writeFileSync(join(workspace, 'environments', `${name}.yaml`), text);
    }
    let running: ChildProcess | null = null;
    const restart = async (): Promise<string> => {
      await stop(running, 'SIGTERM');
      const started = await start(data, workspace, processVariables);
      running = started.child;
      return started.address;
    };
    await use({ data, workspace, restart, kill: () => stop(running, 'SIGKILL') });
    await stop(running, 'SIGTERM');
    rmSync(data, { recursive: true, force: true });
    rmSync(parent, { recursive: true, force: true });
  },
  context: async ({ chrome, colorScheme, viewport }, use) => {
    const context = await chrome.newContext({
      colorScheme,
      viewport,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await use(context);
    await context.close();
  },
  page: async ({ context, host, complaints }, use) => {
    const page = await context.newPage();
    watch(page, complaints);
    await page.goto(await host.restart());
    await page.getByRole('banner').waitFor();
    await use(page);
  },
});

export { expect };

/** A browser logs every request that found nobody; anything else is a complaint still. */
export function forgiveSilence(complaints: string[]): void {
  const silence =
    /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/;
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !silence.test(text)));
}

/** Ends the host and shows its successor on the same folders. The page leaves first: a broken stream would be an error. */
export async function reopen(page: Page, host: Host): Promise<void> {
  await page.goto('about:blank');
  await page.goto(await host.restart());
  await page.getByRole('banner').waitFor();
}

/** A server of a test's own on a free port; gives its origin. */
export async function listen(
  handler: RequestListener,
): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  void page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // The page's log is where the test listens.
      // oxlint-disable-next-line no-console
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}

async function start(
  data: string,
  workspace: string,
  processVariables: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [entry, 'serve', '--no-open', '--workspace', workspace], {
    env: {
      ...process.env,
      ...processVariables,
      REFUND_WORKBENCH_DATA: data,
      // Without a message bus: no test may reach the keyring of whoever runs it.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /(http:\/\/127\.0\.0\.1:\d+\/#ticket=[\w-]+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The web host ended with ${code}: ${said}`)));
  });
  return { child, address };
}

async function stop(child: ChildProcess | null, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
