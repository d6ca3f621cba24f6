import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import type { MessageBoxOptions } from 'electron';
import type { ElectronApplication, Page } from 'playwright/test';

import { groundColors } from '../../../electron/shell/ground-colors.ts';
import { bridgeName, type WorkbenchBridge } from '../../../shared/contract/client.ts';
import { callBridge, expect, openedWindow, test } from './fixtures.ts';
import { runtimes } from './runtimes.ts';

for (const runtime of runtimes) {
  test.describe(runtime.name, () => {
    test.skip('reason' in runtime, 'reason' in runtime ? runtime.reason : '');
    test.use({ runtime });
    hasAMenu();
    knowsItsFolders();
    looksAsItWasLeft();
    savesFiles();
  });
}

function hasAMenu(): void {
  test('shows the commands of the page in its menu, and leaves their keys to the page', async ({
    app,
    page,
  }) => {
    await expect(page).toHaveTitle(/ · Refund Workbench$/);
    await expect.poll(() => itemIn(app, 'send')).not.toBeNull();
    const bar = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    const everywhere = ['File', 'Edit', 'View', 'Request', 'Find', 'Tabs', 'Collections', 'Environments'];
    const own = process.platform === 'darwin' ? ['Refund Workbench'] : [];
    expect(bar).toEqual([...own, ...everywhere, 'Window', 'Help']);
    expect(await itemIn(app, 'search-history')).toMatchObject({
      label: 'Search the history',
      accelerator: 'CmdOrCtrl+Shift+F',
      registerAccelerator: false,
      enabled: true,
    });
    expect(await itemIn(app, 'close-tab')).toMatchObject({ accelerator: 'CmdOrCtrl+W', enabled: false });
    const registered = await app.evaluate(({ Menu }) => {
      type Items = NonNullable<ReturnType<typeof Menu.getApplicationMenu>>['items'];
      const all = (items: Items): Items => items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])]);
      return all(Menu.getApplicationMenu()?.items ?? [])
        .filter(({ accelerator, registerAccelerator, role }) => accelerator && registerAccelerator && !role)
        .map(({ id }) => id);
    });
    expect(registered).toEqual([]);
  });

  test('runs what is chosen in the menu, and follows what is possible', async ({ app, page }) => {
    await expect.poll(async () => (await itemIn(app, 'settings'))?.enabled).toBe(true);
    await choose(app, 'settings');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await expect.poll(async () => (await itemIn(app, 'close-tab'))?.enabled).toBe(true);

    await choose(app, 'new-collection');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect.poll(async () => (await itemIn(app, 'catalog'))?.enabled).toBe(false);
    const heard = await countChoices(page);
    await choose(app, 'catalog');
    // Heard only after the dialog is gone, it would be possible again.
    await expect.poll(heard).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await itemIn(app, 'catalog'))?.enabled).toBe(true);
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();

    await choose(app, 'close-tab');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Refunds, without surprises');
    await expect(page.getByRole('heading', { name: 'Settings' })).toHaveCount(0);
  });

  test('says in one box what it runs on, and copies it', async ({ app, page }) => {
    await expect(page).toHaveTitle(/ · Refund Workbench$/);
    const boxes = await answerBoxes(app, 1);
    await choose(app, 'help.about');
    await expect.poll(() => boxes().then(({ length }) => length)).toBe(1);
    const [box] = await boxes();
    const { message = '', detail = '' } = box ?? {};
    expect(message).toMatch(/^Refund Workbench \d+\.\d+\.\d+$/);
    const names = ['Electron', 'Chromium', 'Node', 'SQLite', '(?:OpenSSL|BoringSSL)', 'System'];
    expect(detail).toMatch(new RegExp(`^${names.map((name) => `${name}: .+`).join('\n')}$`));
    expect(detail).toMatch(/SQLite: \d+\.\d+\.\d+/);
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe(`${message}\n${detail}\n`);
  });
}

function knowsItsFolders(): void {
  test('shows the data folder, and says where it could not', async ({ app, page }) => {
    const { dataDirectory } = await describeWorkbench(page);
    const boxes = await answerBoxes(app, 0);
    const opened = await app.evaluateHandle(({ shell }) => {
      const seen: string[] = [];
      shell.openPath = async (path) => (seen.push(path) === 1 ? '' : 'There is no file manager.');
      return seen;
    });
    await choose(app, 'file.show-data-folder');
    await expect.poll(() => opened.jsonValue()).toEqual([dataDirectory]);
    expect(await boxes()).toEqual([]);
    await choose(app, 'file.show-data-folder');
    await expect.poll(() => boxes().then(({ length }) => length)).toBe(1);
    const [box] = await boxes();
    expect(box?.detail).toContain('There is no file manager.');
    expect(box?.detail).toContain(dataDirectory);
  });

  test('starts again on another workspace that was chosen', async ({ app, page }) => {
    await expect(page).toHaveTitle(/ · Refund Workbench$/);
    const folder = mkdtempSync(join(tmpdir(), 'refund-workbench-workspace-'));
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, folder);
    const words = await whenRelaunched(app, () => choose(app, 'file.open-workspace'));
    expect(words.at(-1)).toBe(`--workspace=${folder}`);
    rmSync(folder, { recursive: true });
  });

  test('remembers the workspaces that were open, and opens the last one', async ({ app, page, launch }) => {
    const folder = mkdtempSync(join(tmpdir(), 'refund-workbench-workspace-'));
    const { workspace: first } = await describeWorkbench(page);
    await app.close();
    const second = await launch([`--workspace=${folder}`]);
    await openedWindow(second);
    await second.close();

    const third = await launch();
    await expect(await openedWindow(third)).toHaveTitle(
      new RegExp(` · ${basename(folder)} · Refund Workbench$`),
    );
    expect(await itemIn(third, 'file.recent-0')).toMatchObject({ checked: true, enabled: false });
    expect((await itemIn(third, 'file.recent-1'))?.label).toContain(first.path);
    const words = await whenRelaunched(third, () => choose(third, 'file.recent-1'));
    expect(words.at(-1)).toBe(`--workspace=${first.path}`);
    rmSync(folder, { recursive: true });
  });

  test('stays on its workspace where no other is chosen', async ({ app, page }) => {
    await expect(page).toHaveTitle(/ · Refund Workbench$/);
    const asked = await app.evaluateHandle(({ dialog }) => {
      const seen: unknown[] = [];
      dialog.showOpenDialog = async (...given: readonly unknown[]) => {
        seen.push(given.at(-1));
        return { canceled: true, filePaths: [] };
      };
      return seen;
    });
    await choose(app, 'file.open-workspace');
    await expect
      .poll(() => asked.jsonValue())
      .toMatchObject([{ title: 'Open workspace', properties: expect.arrayContaining(['openDirectory']) }]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

function looksAsItWasLeft(): void {
  test('opens where and as large as it was left', async ({ app, page, launch }) => {
    await expect(page).toHaveTitle(/ · Refund Workbench$/);
    const place = { x: 120, y: 90, width: 1100, height: 760 };
    expect(await firstBounds(app)).toMatchObject({ isMaximized: false });
    await app.evaluate(({ BrowserWindow }, given) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(given);
      BrowserWindow.getAllWindows()[0]?.maximize();
    }, place);
    await expect.poll(() => firstBounds(app)).toEqual({ bounds: place, isMaximized: true });
    await app.close();

    const again = await launch();
    await openedWindow(again);
    await expect.poll(() => firstBounds(again)).toEqual({ bounds: place, isMaximized: true });
  });

  test('opens where it can be seen, though its display is gone', async ({ home, launch }) => {
    const place = { x: 90_000, y: 90, width: 1000, height: 700, isMaximized: false, isFullScreen: false };
    mkdirSync(join(home, 'data'));
    writeFileSync(join(home, 'data', 'window.json'), JSON.stringify({ version: '1', place }));
    const app = await launch();
    await openedWindow(app);
    const { bounds } = await firstBounds(app);
    expect(bounds).toMatchObject({ width: 1000, height: 700 });
    expect(bounds?.x).toBeLessThan(place.x - 10_000);
  });

  test('goes on without its window on macOS, and opens it again', async ({ app, page, runtime }) => {
    test.skip(runtime.name !== 'stand-in' && process.platform !== 'darwin', 'Only macOS does so.');
    await expect.poll(async () => (await itemIn(app, 'settings'))?.enabled).toBe(true);
    await app.evaluate(() => void Object.defineProperty(process, 'platform', { value: 'darwin' }));
    await page.close();
    await expect.poll(async () => (await itemIn(app, 'settings'))?.enabled).toBe(false);
    expect((await itemIn(app, 'help.about'))?.enabled).toBe(true);

    const opened = app.waitForEvent('window');
    await app.evaluate(({ app: running }) => void running.emit('activate'));
    const again = await opened;
    await expect(again.getByRole('heading', { level: 1 })).toHaveText('Refunds, without surprises');
    await expect.poll(async () => (await itemIn(app, 'settings'))?.enabled).toBe(true);
    await app.evaluate(({ app: running }) => void running.emit('activate'));
    expect(app.windows()).toHaveLength(1);
  });

  test('has the colours that are set, or those of the system, before its page paints', async ({
    app,
    page,
    launch,
  }) => {
    await callBridge(page, 'settings.change', '{"theme":"light"}');
    expect(await coloursOf(app)).toEqual({ source: 'light', ground: groundColors.light });
    await callBridge(page, 'settings.change', '{"theme":"contrast-dark"}');
    expect(await coloursOf(app)).toEqual({ source: 'dark', ground: groundColors['contrast-dark'] });
    await callBridge(page, 'settings.change', '{"theme":"system"}');
    for (const isDark of [true, false]) {
      await app.evaluate(({ nativeTheme }, dark) => {
        Object.defineProperty(nativeTheme, 'shouldUseDarkColors', { get: () => dark, configurable: true });
        nativeTheme.emit('updated');
      }, isDark);
      const ground = isDark ? groundColors.dark : groundColors.light;
      expect(await coloursOf(app)).toEqual({ source: 'system', ground });
    }
    await callBridge(page, 'settings.change', '{"theme":"dark"}');
    await app.close();

    const again = await launch();
    await openedWindow(again);
    expect(await coloursOf(again)).toEqual({ source: 'dark', ground: groundColors.dark });
  });
}

function savesFiles(): void {
  test('asks where a file of the page goes, and says where it was not saved', async ({ app, page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'refund-workbench-saved-'));
    const boxes = await answerBoxes(app, 0);
    const downloads = await app.evaluateHandle(({ BrowserWindow }, target) => {
      const seen: unknown[] = [];
      const paths = [`${target}/evidence.html`, `${target}/no/folder/evidence.html`];
      BrowserWindow.getAllWindows()[0]?.webContents.session.on('will-download', (_event, item) => {
        // With a path there is no dialog.
        item.setSavePath(paths[seen.length] ?? '');
        seen.push(item.getSaveDialogOptions());
      });
      return seen;
    }, folder);
    const save = (): Promise<void> =>
      page.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['<p>1.00</p>'], { type: 'text/html' }));
        link.download = 'evidence.html';
        link.click();
      });
    await save();
    await expect
      .poll(() => downloads.jsonValue())
      .toMatchObject([
        {
          title: 'Save evidence.html',
          defaultPath: expect.stringMatching(/evidence\.html$/),
          filters: [{ extensions: ['html'] }, { extensions: ['*'] }],
        },
      ]);
    await expect.poll(() => textOf(join(folder, 'evidence.html'))).toBe('<p>1.00</p>');
    expect(await boxes()).toEqual([]);
    await save();
    await expect.poll(() => boxes().then(({ length }) => length)).toBe(1);
    const [box] = await boxes();
    expect(box?.message).toBe('evidence.html was not saved.');
    expect(box?.detail).toContain(join(folder, 'no', 'folder'));
    rmSync(folder, { recursive: true });
  });
}

/** What a test looks at of a menu item; `null` where there is none of this id. */
function itemIn(app: ElectronApplication, id: string) {
  return app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (item === null || item === undefined) return null;
    const { label, accelerator, registerAccelerator, enabled, checked } = item;
    return { label, accelerator, registerAccelerator, enabled, checked };
  }, id);
}

function choose(app: ElectronApplication, id: string): Promise<void> {
  return app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);
}

/** Presses a button in every box from now on; gives what the boxes said so far. */
async function answerBoxes(
  app: ElectronApplication,
  response: number,
): Promise<() => Promise<readonly MessageBoxOptions[]>> {
  const seen = await app.evaluateHandle(({ dialog }, button) => {
    const boxes: unknown[] = [];
    dialog.showMessageBox = async (...given: readonly unknown[]) => {
      boxes.push(given.at(-1));
      return { response: button, checkboxChecked: false };
    };
    return boxes;
  }, response);
  return async () => (await seen.jsonValue()) as readonly MessageBoxOptions[];
}

/** The words of the next start, once the program has ended; nothing is started. */
async function whenRelaunched(
  app: ElectronApplication,
  act: () => Promise<void>,
): Promise<readonly string[]> {
  let output = '';
  app.process().stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await app.evaluate(({ app: running }) => {
    running.relaunch = ({ args = [] } = {}) => {
      process.stderr.write(`[relaunch] ${JSON.stringify(args)}\n`);
    };
  });
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  // Its answer may not come any more.
  await act().catch(() => undefined);
  await ended;
  const [, words = '[]'] = /^\[relaunch\] (.*)$/m.exec(output) ?? [];
  return JSON.parse(words) as readonly string[];
}

type Described = {
  readonly dataDirectory: string;
  readonly workspace: { readonly name: string; readonly path: string };
};

async function describeWorkbench(page: Page): Promise<Described> {
  const answer = JSON.parse(await callBridge(page, 'workbench.describe', 'null')) as {
    readonly output: Described;
  };
  return answer.output;
}

function firstBounds(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { bounds: window?.getNormalBounds(), isMaximized: window?.isMaximized() };
  });
}

function coloursOf(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow, nativeTheme }) => ({
    source: nativeTheme.themeSource,
    ground: BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
  }));
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Counts the choices in the menu that reach the page, after the page itself has heard of them. */
async function countChoices(page: Page): Promise<() => Promise<number>> {
  const count = 'countOfChoices';
  await page.evaluate(
    ([bridge, name]) => {
      const { on } = Reflect.get(window, bridge) as WorkbenchBridge;
      Reflect.set(window, name, 0);
      on((event) => {
        if (event.includes('menu.chosen')) Reflect.set(window, name, Reflect.get(window, name) + 1);
      });
    },
    [bridgeName, count] as const,
  );
  return () => page.evaluate((name) => Reflect.get(window, name) as number, count);
}
