import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { ElectronApplication } from 'playwright/test';

import { contentSecurityPolicy } from '../../../electron/content-security-policy.ts';
import { bridgeName, type WorkbenchBridge } from '../../../shared/contract/client.ts';
import { apiJourneys, openTemplate, refundTwice, send } from '../journeys.ts';
import { callBridge, expect, openedWindow, openStranger, test, watchComplaints } from './fixtures.ts';
import { findEarlyWaits, parse, waitsAtTopLevel } from './find-early-waits.ts';
import { project, runtimes } from './runtimes.ts';

for (const runtime of runtimes) {
  test.describe(runtime.name, () => {
    test.skip('reason' in runtime, 'reason' in runtime ? runtime.reason : '');
    test.use({ runtime });
    opensAndWorks();
    keepsThePageIn();
    keepsOthersOut();
  });
}

function opensAndWorks(): void {
  test('opens and shows the start screen', async ({ app, page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Refunds, without surprises');
    expect(await describeWindows(app)).toEqual([{ url: 'app://bundle/', isVisible: true }]);
  });

  test('refunds with every API, and shows the documented refusal of the second', async ({ page }) => {
    const complaints = await watchComplaints(page);
    for (const journey of apiJourneys) await test.step(journey.api, () => refundTwice(page, journey));
    expect(complaints).toEqual([]);
  });

  test('keeps the history over a restart', async ({ app, page, launch }) => {
    const [journey] = apiJourneys;
    if (journey === undefined) throw new Error('There is no journey.');
    await openTemplate(page, journey.api, journey.template);
    await send(page, journey.first);
    await app.close();

    const again = await openedWindow(await launch());
    await expect(again.getByRole('contentinfo')).toContainText('1 exchange saved');
    await again.getByRole('option', { name: /Refund captured payment/ }).click();
    await expect(again.getByRole('heading', { name: journey.first.headline, exact: true })).toBeVisible();
    await send(again, journey.second);
  });

  test('hears what happens, until it stops listening', async ({ page }) => {
    const [journey] = apiJourneys;
    if (journey === undefined) throw new Error('There is no journey.');
    await openTemplate(page, journey.api, journey.template);
    const listening = await page.evaluateHandle((name) => {
      const heard: string[] = [];
      const stop = (Reflect.get(window, name) as WorkbenchBridge).on((text) => heard.push(text));
      return { heard, stop };
    }, bridgeName);
    const heard = (): Promise<readonly string[]> => listening.evaluate((state) => state.heard);
    await send(page, journey.first);
    await expect.poll(heard).toContain('{"name":"history.changed","count":1}');
    const before = await heard();
    await listening.evaluate(({ stop }) => stop());
    await send(page, journey.second);
    await expect(page.getByRole('contentinfo')).toContainText('2 exchanges saved');
    expect(await heard()).toEqual(before);
  });

  test('ends when its window is closed', async ({ app, page }) => {
    test.skip(process.platform === 'darwin', 'Told by the menu there.');
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    await page.close();
    expect(await ended).toBe(0);
  });
}

function keepsThePageIn(): void {
  test('gives the page a call and a listener, frozen, and nothing of Node or Electron', async ({ page }) => {
    const found = await page.evaluate((name) => {
      const bridge: unknown = Reflect.get(window, name);
      const { writable, configurable } = Object.getOwnPropertyDescriptor(window, name) ?? {};
      const globals = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'];
      return {
        members: Object.keys(bridge ?? {}),
        isFrozen: Object.isFrozen(bridge),
        writable,
        configurable,
        globals: globals.filter((global) => global in window),
      };
    }, bridgeName);
    expect(found).toEqual({
      members: ['call', 'on'],
      isFrozen: true,
      writable: false,
      configurable: false,
      globals: [],
    });
  });

  test('rejects unknown commands, bad input and what is not text', async ({ page }) => {
    expect(await callBridge(page, 'workbench.describe', 'null')).toContain('"output":');
    for (const command of ['workbench.quit', 'constructor', '__proto__', 'toString', '']) {
      expect(await callBridge(page, command, 'null')).toContain('"code":"unknown-command"');
    }
    for (const input of ['{}', '{"limit":1,"before":null}', '{"query":"","limit":0,"before":null}', '[]']) {
      expect(await callBridge(page, 'history.list', input)).toContain('"code":"bad-input"');
    }
    expect(await callBridge(page, 'history.list', '{"limit":')).toContain('The input is not JSON.');
    expect(await callBridge(page, 'history.list', { limit: 1 })).toContain('A call takes two texts.');
    expect(await callBridge(page, 7, 'null')).toContain('A call takes two texts.');
  });

  test('stays where it is when the page is led away', async ({ app, page }) => {
    const vetoes = await app.evaluateHandle(({ BrowserWindow }) => {
      const seen: string[] = [];
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.on('will-frame-navigate', ({ url, defaultPrevented }) => {
        if (defaultPrevented) seen.push(url);
      });
      return seen;
    });
    for (const place of ['https://example.com/', 'http://127.0.0.1:9/', 'https://docs.payu.in/refunds']) {
      await page.evaluate((url) => location.assign(url), place);
      await expect.poll(() => vetoes.jsonValue()).toContain(place);
    }
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.com/link';
      document.body.append(link);
      link.click();
    });
    await expect.poll(() => vetoes.jsonValue()).toContain('https://example.com/link');
    expect(await describeWindows(app)).toEqual([{ url: 'app://bundle/', isVisible: true }]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('opens no window for the page', async ({ app, page }) => {
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://bundle/']) {
      await page.evaluate((address) => void window.open(address), url);
    }
    await expect.poll(() => app.windows().length).toBe(1);
    expect(await describeWindows(app)).toHaveLength(1);
  });

  test('grants nothing but writing to the clipboard', async ({ page }) => {
    const states = await page.evaluate(async () => {
      const names = ['clipboard-write', 'clipboard-read', 'geolocation', 'notifications', 'camera', 'midi'];
      const queries = names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return [name, state] as const;
      });
      return Object.fromEntries(await Promise.all(queries));
    });
    const { 'clipboard-write': write, ...others } = states;
    expect(write).toBe('granted');
    expect(new Set(Object.values(others))).toEqual(new Set(['denied']));
  });

  test('cancels downloads, and lets the page save only what it made itself', async ({ app, page }) => {
    const downloads = await app.evaluateHandle(({ BrowserWindow }) => {
      const seen: boolean[] = [];
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.session.on('will-download', (event) => void seen.push(event.defaultPrevented));
      return seen;
    });
    const download = (isOwn: boolean): Promise<void> =>
      page.evaluate((own) => {
        const link = document.createElement('a');
        link.href = own ? URL.createObjectURL(new Blob(['evidence'])) : './icon.svg';
        link.download = own ? 'evidence.json' : 'icon.svg';
        link.click();
      }, isOwn);
    await download(false);
    await expect.poll(() => downloads.jsonValue()).toEqual([true]);
    await download(true);
    await expect.poll(() => downloads.jsonValue()).toEqual([true, false]);
  });
}

function keepsOthersOut(): void {
  test('serves its policy, and nothing that is not in the build', async ({ page }) => {
    const served = await page.evaluate(async () => {
      const { status, headers } = await fetch('/');
      return { status, headers: Object.fromEntries(headers) };
    });
    expect(served.status).toBe(200);
    expect(served.headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    const outside = [
      '/../../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/etc/passwd',
      '/%2fetc%2fpasswd',
      '/assets',
      '/nothing.js',
      '/index.html%00.js',
    ];
    const statuses = await page.evaluate(
      (paths) => Promise.all(paths.map(async (path) => [path, (await fetch(path)).status] as const)),
      outside,
    );
    expect(statuses).toEqual(outside.map((path) => [path, 404]));
    expect(await page.evaluate(async () => (await fetch('/', { method: 'POST' })).status)).toBe(404);
  });

  test('makes no markup of text', async ({ page }) => {
    const words = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>bold</b>';
        return 'made';
      } catch (error) {
        return String(error);
      }
    });
    expect(words).toContain('TrustedHTML');
  });

  test('refuses calls from a page of another origin', async ({ app, page }) => {
    const stranger = await openStranger(app, '<h1>stranger</h1>');
    await expect(stranger.getByRole('heading')).toHaveText('stranger');
    const refusal = /^Error: .*This message does not come from the workbench page\.$/;
    expect(await callBridge(stranger, 'workbench.describe', 'null')).toMatch(refusal);
    expect(await callBridge(stranger, 'tabs.load', 'null')).toMatch(refusal);
    expect(await callBridge(page, 'tabs.load', 'null')).toContain('"output":');
  });

  test('gives frames inside a page no bridge', async ({ app, page }) => {
    expect(await page.evaluate((name) => name in window, bridgeName)).toBe(true);
    const stranger = await openStranger(app, '<iframe srcdoc="<h1>inside</h1>"></iframe>');
    await expect(stranger.frameLocator('iframe').getByRole('heading')).toHaveText('inside');
    const frames = await Promise.all(
      stranger.frames().map((frame) => frame.evaluate((name) => name in window, bridgeName)),
    );
    expect(frames).toEqual([true, false]);
  });

  test('lets no page reach the network', async ({ app, page }) => {
    const requests: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      requests.push(url);
      response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const reach = (url: string): Promise<string> =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'reached',
        (error: unknown) => String(error),
      );
    // The policy of the page forbids it already; a page without a policy meets the second lock.
    const stranger = await openStranger(app, '<h1>stranger</h1>');
    for (const asking of [page, stranger]) {
      expect(await asking.evaluate(reach, `http://127.0.0.1:${port}/`)).toContain('Failed to fetch');
    }
    server.close();
    expect(requests).toEqual([]);
  });

  test('shows no other host of its scheme', async ({ app, page }) => {
    await expect(page).toHaveTitle(/ · Refund Workbench$/);
    const load = app.evaluate(({ BrowserWindow }) =>
      new BrowserWindow({ show: false }).loadURL('app://other/'),
    );
    await expect(load).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
  });
}

test('nothing that is loaded before "ready" waits for it at its top level', () => {
  expect(findEarlyWaits(join(project, 'dist', 'electron', 'main.js'))).toEqual([]);
  for (const waiting of [
    'await app.whenReady();',
    'if (x) { const y = [await z]; }',
    'for await (const x of y);',
  ]) {
    expect(waitsAtTopLevel(parse(waiting)), waiting).toBe(true);
  }
  expect(waitsAtTopLevel(parse('async function boot() { await ready; }'))).toBe(false);
});

function describeWindows(app: ElectronApplication): Promise<readonly { url: string; isVisible: boolean }[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      isVisible: window.isVisible(),
    })),
  );
}
