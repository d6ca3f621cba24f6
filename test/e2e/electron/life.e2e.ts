import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ElectronApplication, Page } from 'playwright/test';

import { openTemplate } from '../journeys.ts';
import { findEarlyWaits } from './find-early-waits.ts';
import { callBridge, expect, openedWindow, test } from './fixtures.ts';
import {
  beginRefund,
  ended,
  openSlowProvider,
  pressInBoxes,
  slowSecrets,
  startBeside,
} from './life-steps.ts';
import { runtimes } from './runtimes.ts';

for (const runtime of runtimes) {
  test.describe(runtime.name, () => {
    test.skip('reason' in runtime, 'reason' in runtime ? runtime.reason : '');
    test.use({ runtime, processVariables: slowSecrets });
    takesFiles();
    survives();
    quits();
  });
}

const har = JSON.stringify({
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-11-01T10:00:00.000Z',
        time: 12,
        request: {
          method: 'POST',
          url: 'https://api.payu.in/partner/refunds',
          headers: [{ name: 'Content-Type', value: 'application/json' }],
          postData: { mimeType: 'application/json', text: '{"payu_id":403993715529606983,"amount":1.00}' },
        },
        response: {
          status: 403,
          headers: [],
          content: { size: 26, mimeType: 'application/json', text: '{"message":"Invalid Hash"}' },
        },
      },
    ],
  },
});

const collection = JSON.stringify({
  info: {
    name: 'Team refunds',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
  item: [{ name: 'Half', request: { method: 'POST', url: '{{payu.baseUrl}}/partner/refunds' } }],
});

function write(home: string, name: string, text: string): string {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
}

/** Explained: the one call of the HAR file above. */
async function expectExplained(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Paste or drop' });
  await expect(dialog).toContainText('A HAR file. Nothing in it was sent.');
  await expect(dialog.getByRole('heading', { name: /^Refused: / })).toBeVisible();
}

function takesFiles(): void {
  test('shows the files that it is started with, one after the other, and sends nothing', async ({
    launch,
    home,
  }) => {
    const files = [
      write(home, 'shop.har', har),
      write(home, 'team.json', collection),
      join(home, 'gone.json'),
    ];
    const page = await openedWindow(await launch(files));
    await expectExplained(page);
    await page.keyboard.press('Escape');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Postman collection: 1 collection with 1 request');
    await page.keyboard.press('Escape');
    await expect(dialog).toContainText('There is no file gone.json where it was handed over from');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('contentinfo')).toContainText('0 exchanges saved');
    expect(await callBridge(page, 'sandbox.log', '{"before":null,"limit":1}')).toContain('"value":[]');
    expect(await callBridge(page, 'collection.list', 'null')).not.toContain('Team refunds');
  });

  test('a second start hands its files over and ends, and asks before another workspace', async ({
    app,
    page,
    home,
    runtime,
  }) => {
    const boxes = await pressInBoxes(app, ['Stay here', 'Open the other']);
    const file = write(home, 'shop.har', har);
    const second = await startBeside(runtime, join(home, 'data'), [file]);
    expect(second.code).toBe(0);
    expect(second.output).toContain('open already');
    await expectExplained(page);
    expect(await boxes()).toEqual([]);
    const other = join(home, 'other');
    expect((await startBeside(runtime, join(home, 'data'), ['--workspace', other])).code).toBe(0);
    await expect
      .poll(boxes)
      .toMatchObject([{ message: 'Open the other workspace?', buttons: ['Stay here', 'Open the other'] }]);
    expect((await boxes())[0]?.detail).toContain(
      `${other}. This window shows ${join(home, 'data', 'workspace')}.`,
    );
    await expectExplained(page);
    const over = ended(app);
    await app.evaluate((electron) => {
      // Another program of it would outlive the test.
      electron.app.relaunch = ({ args = [] } = {}) =>
        void process.stdout.write(`[again] ${args.at(-1) ?? ''}\n`);
    });
    let said = '';
    app.process().stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await startBeside(runtime, join(home, 'data'), ['--workspace', other]);
    expect(await over).toBe(0);
    expect(said).toContain(`[again] --workspace=${other}`);
  });

  test('takes what macOS opens with it, and what is dropped on its window', async ({ app, page, home }) => {
    const file = write(home, 'shop.har', har);
    await app.evaluate((electron, path) => {
      electron.app.emit('open-file', { preventDefault: () => {} }, path);
    }, file);
    await expectExplained(page);
    await page.keyboard.press('Escape');
    for (const [name, text, words] of [
      ['shop.har', har, 'A HAR file. Nothing in it was sent.'],
      ['team.json', collection, 'Postman collection: 1 collection with 1 request'],
    ] as const) {
      await drop(page, name, text);
      await expect(page.getByRole('dialog')).toContainText(words);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

function survives(): void {
  test('a crash of the page loses no draft and no answer; the third in a minute is not mended by itself', async ({
    launch,
    home,
  }) => {
    const provider = await openSlowProvider(join(home, 'data'), 3000);
    const app = await launch();
    const page = await openedWindow(app);
    const boxes = await pressInBoxes(app, ['OK', 'OK', 'Copy details', 'Load it again']);
    await openTemplate(page, 'EduBrite LMS', 'Refund single purchase');
    await page.getByRole('textbox', { name: 'Request body' }).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('typed before the crash');
    await beginRefund(page, provider);
    await crash(app);
    await expect.poll(() => textOf(app), { timeout: 20_000 }).toContain('1 exchange saved');
    expect(await callAgain(app, 'tabs.load', 'null')).toContain('typed before the crash');
    expect((await boxes()).map(({ message }) => message)).toEqual([
      'The page of the workbench crashed and was loaded again.',
    ]);
    // The answer came while nobody was there to see it.
    await expect
      .poll(() => callAgain(app, 'history.list', '{"query":"","limit":1,"before":null}'), { timeout: 20_000 })
      .toContain('"status":200');

    await crash(app);
    await expect.poll(() => textOf(app), { timeout: 20_000 }).toContain('1 exchange saved');
    await crash(app);
    await expect
      .poll(boxes, { timeout: 20_000 })
      .toMatchObject([{}, {}, { buttons: ['Load it again', 'Copy details', 'Quit'] }, {}]);
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain(
      'the process of the page is gone (',
    );
    await expect.poll(() => textOf(app), { timeout: 20_000 }).toContain('1 exchange saved');
    expect(readFileSync(join(home, 'data', 'faults.log'), 'utf8').match(/is gone \(/g)).toHaveLength(3);
    expect(provider.count()).toBe(1);
    provider.close();
  });

  test('asks when the page does not answer, and replaces it', async ({ app, page }) => {
    const boxes = await pressInBoxes(app, ['Load it again', 'OK']);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'));
    await expect
      .poll(boxes)
      .toMatchObject([
        { message: 'The page of the workbench does not answer.' },
        { message: 'The page of the workbench crashed and was loaded again.' },
      ]);
    await expect.poll(() => textOf(app), { timeout: 20_000 }).toContain('0 exchanges saved');
  });

  test('a fault in the main process is told and kept, and the program goes on', async ({
    app,
    page,
    home,
  }) => {
    await app.evaluate(() => {
      setTimeout(() => {
        throw new Error('a fault of the test');
      });
      void Promise.reject(new Error('another of it'));
    });
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText('Something went wrong inside the workbench: a fault of the test.');
    await expect(notices).toContainText('another of it.');
    expect(await callBridge(page, 'tabs.load', 'null')).toContain('"output":');
    const log = readFileSync(join(home, 'data', 'faults.log'), 'utf8');
    expect(log).toContain('Error: a fault of the test');
    expect(log).toContain('Error: another of it');
  });
}

function quits(): void {
  test('with a request under way it asks, waits by default, and records an unknown outcome when told to quit', async ({
    launch,
    home,
  }) => {
    const provider = await openSlowProvider(join(home, 'data'), 60_000);
    const app = await launch();
    const page = await openedWindow(app);
    const boxes = await pressInBoxes(app, ['Wait', 'Wait', 'Quit now']);
    await beginRefund(page, provider);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect
      .poll(boxes)
      .toMatchObject([{ message: 'A request is under way.', buttons: ['Wait', 'Quit now'] }]);
    expect((await boxes())[0]?.detail).toContain('its outcome will be unknown');
    const isHeldBack = await app.evaluate(({ powerMonitor }) => {
      let prevented = false;
      powerMonitor.emit('shutdown', { preventDefault: () => (prevented = true) });
      return prevented;
    });
    expect(isHeldBack).toBe(true);
    await expect.poll(boxes).toHaveLength(2);
    await expect(page.getByRole('contentinfo')).toBeVisible();

    const over = ended(app);
    await app.evaluate((electron) => electron.app.quit());
    expect(await over).toBe(0);
    const again = await openedWindow(await launch());
    expect(await callBridge(again, 'history.list', '{"query":"","limit":1,"before":null}')).toContain(
      '"headline":"Outcome unknown: you cancelled it"',
    );
    await expect(again.getByRole('contentinfo')).toContainText('1 exchange saved');
    expect(provider.count()).toBe(1);
    provider.close();
  });

  test('keeps what was typed last, also where nothing asks', async ({ app, page, launch, home }) => {
    await openTemplate(page, 'PayU · WhatsApp refunds', 'Refund captured payment');
    await page.getByRole('textbox', { name: 'Request body' }).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('the last word');
    const over = ended(app);
    app.process().kill('SIGTERM');
    expect(await over).toBe(0);
    expect(readFileSync(join(home, 'data', 'tabs.json'), 'utf8')).toContain('the last word');
    expect(existsSync(join(home, 'data', 'faults.log'))).toBe(false);
    await expect((await openedWindow(await launch())).getByRole('main')).toContainText('the last word');
  });

  test('a second signal ends it at once, and the next start finds an unknown outcome', async ({
    launch,
    home,
  }) => {
    const provider = await openSlowProvider(join(home, 'data'), 60_000);
    const app = await launch();
    const page = await openedWindow(app);
    const boxes = await pressInBoxes(app, [null]);
    await beginRefund(page, provider);
    const over = ended(app);
    app.process().kill('SIGTERM');
    await expect.poll(boxes).toHaveLength(1);
    app.process().kill('SIGTERM');
    expect(await over).toBe(143);
    const again = await openedWindow(await launch());
    expect(await callBridge(again, 'history.list', '{"query":"","limit":1,"before":null}')).toContain(
      'Outcome unknown: the answer was never recorded',
    );
    provider.close();
  });
}

test('a wait is found in whatever is imported before "ready", however it is imported, and nowhere else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'refund-workbench-waits-'));
  const files = {
    'main.js':
      "import './a.js'; import { x } from './b.js'; import('./later.js'); import 'electron'; import 'node:fs';",
    'a.js': "export * from './c.js'; import './main.js';",
    'b.js': "export { x } from './d.js'; import something from 'something';",
    'c.js': 'await 1;',
    'd.js': 'export const x = 1; async function wait() { await 1; }',
    'later.js': 'await 1;',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  expect(findEarlyWaits(join(folder, 'main.js'))).toEqual([join(folder, 'c.js'), 'something']);
  rmSync(folder, { recursive: true });
});

async function crash(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
}

/** What the page shows; Playwright itself gives a page up once it has crashed. */
function textOf(app: ElectronApplication): Promise<string> {
  return runInPage(app, 'document.body.innerText.replaceAll("\\u00a0", " ")');
}

/** A call through the bridge of a page that has crashed before. */
function callAgain(app: ElectronApplication, command: string, input: string): Promise<string> {
  return runInPage(app, `refundWorkbench.call(${JSON.stringify(command)}, ${JSON.stringify(input)})`);
}

function runInPage(app: ElectronApplication, code: string): Promise<string> {
  return app.evaluate(
    ({ BrowserWindow }, given) =>
      // Between the crash and the next page there is none to ask.
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(given)
        .catch(() => '') ?? '',
    code,
  ) as Promise<string>;
}

/** A file let go of over the window. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}
