import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron, type ElectronApplication, expect, type Page, test as base } from 'playwright/test';

import { bridgeName } from '../../../shared/contract/client.ts';
import { findChromium } from '../../find-chromium.ts';
import { project, type Runtime } from './runtimes.ts';

type Fixtures = {
  readonly runtime: Runtime;
  /** A folder of the test's own; the data folder of the program is `data` in it. */
  readonly home: string;
  /** Starts the program with these words of its own; a second start runs on the same folders. Ended with the test. */
  readonly launch: (words?: readonly string[]) => Promise<ElectronApplication>;
  /** What the program finds in its environment beside everything of the test's own. */
  readonly processVariables: Readonly<Record<string, string>>;
  readonly app: ElectronApplication;
};

/** Every test gets its own program with folders of its own, and the page of its window. */
export const test = base.extend<Fixtures>({
  runtime: [{ name: 'none', reason: 'No runtime was chosen.' }, { option: true }],
  processVariables: [{}, { option: true }],
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'refund-workbench-window-'));
    await use(home);
    rmSync(home, { recursive: true, force: true });
  },
  launch: async ({ runtime, home, processVariables }, use) => {
    if ('reason' in runtime) throw new Error(runtime.reason);
    const started: ElectronApplication[] = [];
    await use(async (words = []) => {
      const app = await _electron.launch({
        executablePath: runtime.executable,
        args: [`--user-data-dir=${join(home, 'profile')}`, project, ...words],
        env: { ...windowEnvironment(join(home, 'data')), ...processVariables },
      });
      started.push(app);
      return app;
    });
    // One that has crashed cannot be closed any more; its folders go all the same.
    await Promise.allSettled(started.map((app) => app.close()));
  },
  app: async ({ launch }, use) => use(await launch()),
  page: async ({ app }, use) => use(await openedWindow(app)),
});

export { expect };

/** The window once its page is there. */
export async function openedWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  // A dialog has one of its own.
  await page.getByRole('banner').first().waitFor();
  return page;
}

/** Loads the page anew and listens from its first line on: errors in its log, exceptions, breaches of its policy. */
export async function watchComplaints(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // The page's log is where the test listens.
      // oxlint-disable-next-line no-console
      console.error(`policy violated: ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.reload();
  return complaints;
}

/** What a call through the bridge gives: its text, or the words of the error. */
export function callBridge(page: Page, command: unknown, input: unknown): Promise<string> {
  return page.evaluate(
    ([bridge, ...words]) => {
      const { call } = Reflect.get(window, bridge) as { call: (...words: unknown[]) => Promise<string> };
      return call(...words).catch((error: Error) => `Error: ${error.message}`);
    },
    [bridgeName, command, input] as const,
  );
}

/** A second window with the same preload script, which shows a page that is not the workbench's. */
export async function openStranger(app: ElectronApplication, html: string): Promise<Page> {
  const opened = app.waitForEvent('window');
  const preload = join(project, 'dist', 'preload', 'preload.cjs');
  const url = `data:text/html,${encodeURIComponent(html)}`;
  await app.evaluate(
    ({ BrowserWindow }, given) => {
      const webPreferences = { preload: given.preload, contextIsolation: true, sandbox: true };
      return new BrowserWindow({ show: false, webPreferences }).loadURL(given.url);
    },
    { preload, url },
  );
  return opened;
}

/** What the program finds in its environment, with this data folder. */
export function windowEnvironment(data: string): Record<string, string> {
  const chromium = findChromium();
  const given = {
    ...process.env,
    REFUND_WORKBENCH_DATA: data,
    REFUND_WORKBENCH_TEST: '1',
    CHROMIUM_PATH: 'path' in chromium ? chromium.path : undefined,
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
