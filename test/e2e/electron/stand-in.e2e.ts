import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { test as base, expect } from 'playwright/test';

import { findChromium } from '../../find-chromium.ts';
import { project, standIn } from './runtimes.ts';

type Ended = { readonly code: number | null; readonly output: string };

/** A signal to send as soon as a text is printed. */
type SignalAt = readonly [text: string, signal: NodeJS.Signals];

type Fixtures = {
  /** The only folder for temporary files that the program knows. */
  readonly temporary: string;
  /** Runs an app of one file. */
  readonly run: (source: string, signalAt?: SignalAt) => Promise<Ended>;
};

const test = base.extend<Fixtures>({
  temporary: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'refund-workbench-stand-in-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  run: async ({ temporary }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'refund-workbench-app-'));
    await use((source, signalAt) => {
      mkdirSync(join(home, 'app'));
      writeFileSync(join(home, 'app', 'package.json'), '{"type":"module","main":"main.js"}');
      writeFileSync(join(home, 'app', 'main.js'), source);
      return runApp({ directory: join(home, 'app'), temporary, signalAt });
    });
    rmSync(home, { recursive: true, force: true });
  },
});

/** What the spec of the window relies on. */
test.describe('the stand-in for Electron', () => {
  test.skip(process.platform === 'win32', 'It is started by a shell script.');

  test('starts in tests only', () => {
    const { REFUND_WORKBENCH_TEST: _, ...others } = process.env;
    const { status, stderr } = spawnSync(standIn, ['.'], { env: others, encoding: 'utf8' });
    expect(stderr).toContain('REFUND_WORKBENCH_TEST=1');
    expect(status).toBe(2);
  });

  test('tells "ready" only when the entry has been evaluated', async ({ run }) => {
    const { code, output } = await run(`
      import { app } from 'electron';
      setTimeout(() => { console.log('still waiting'); app.quit(); }, 300);
      await app.whenReady();
      console.log('ready');
    `);
    expect(output).toContain('still waiting');
    expect(output).not.toContain('ready');
    expect(code).toBe(0);
  });

  test('names what it does not have', async ({ run }) => {
    const { code, output } = await run(`
      import { app, BrowserWindow, dialog } from 'electron';
      const attempts = [
        () => app.getName(),
        () => app.on('login', () => {}),
        () => dialog.showSaveDialog({}),
        () => new BrowserWindow({ kiosk: true }),
        () => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
      ];
      app.whenReady().then(() => {
        for (const attempt of attempts) {
          try { attempt(); console.log('nothing was said'); } catch (error) { console.log(error.message); }
        }
        app.quit();
      });
    `);
    expect(output.split('\n').filter((line) => line.includes('stand-in'))).toEqual([
      'The stand-in for Electron has no App.getName.',
      'The stand-in for Electron has no event "login" of App.',
      'The stand-in for Electron has no dialog.showSaveDialog.',
      'The stand-in for Electron has no window option "kiosk".',
      'The stand-in for Electron has no web preference nodeIntegration: true.',
    ]);
    expect(output).not.toContain('nothing was said');
    expect(code).toBe(0);
  });

  const windowApp = `
    import { app, BrowserWindow } from 'electron';
    app.whenReady().then(async () => {
      await new BrowserWindow({ width: 300, height: 200 }).loadURL('data:text/html,<h1>here</h1>');
      console.log('loaded');
    });
    app.on('will-quit', () => console.log('will quit'));
  `;

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`leaves nothing behind when it gets ${signal}`, async ({ run, temporary }) => {
      const { code, output } = await run(windowApp, ['loaded', signal]);
      expect(output).toContain('will quit');
      expect(code).toBe(0);
      expect(readdirSync(temporary)).toEqual([]);
      expect(processesOf(temporary)).toEqual([]);
    });
  }

  test('leaves nothing behind when the app fails', async ({ run, temporary }) => {
    const { code, output } = await run(`${windowApp} setTimeout(() => { throw new Error('a bug'); }, 500);`);
    expect(output).toContain('a bug');
    expect(code).toBe(1);
    expect(readdirSync(temporary)).toEqual([]);
    expect(processesOf(temporary)).toEqual([]);
  });

  test('takes Chromium along when it is killed', async ({ run, temporary }) => {
    await run(windowApp, ['loaded', 'SIGKILL']);
    await expect.poll(() => processesOf(temporary)).toEqual([]);
  });
});

test('the window says why it cannot open, and ends', async ({ temporary }) => {
  test.skip(process.platform === 'win32', 'The stand-in is started by a shell script.');
  const file = join(temporary, 'file');
  writeFileSync(file, '');
  const environment = { REFUND_WORKBENCH_DATA: join(file, 'data') };
  const { code, output } = await runApp({ directory: project, temporary, environment });
  expect(output).toContain('[error box] Refund Workbench cannot start: The data folder cannot be used');
  expect(code).toBe(2);
});

type Run = {
  readonly directory: string;
  readonly temporary: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly signalAt?: SignalAt | undefined;
};

function runApp({ directory, temporary, environment, signalAt }: Run): Promise<Ended> {
  const chromium = findChromium();
  const CHROMIUM_PATH = 'path' in chromium ? chromium.path : '';
  const program = spawn(standIn, [directory], {
    env: { ...process.env, CHROMIUM_PATH, TMPDIR: temporary, REFUND_WORKBENCH_TEST: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (chunk: Buffer): void => {
    const before = output;
    output += chunk.toString();
    if (signalAt === undefined) return;
    const [text, signal] = signalAt;
    if (output.includes(text) && !before.includes(text)) program.kill(signal);
  };
  program.stdout.on('data', hear);
  program.stderr.on('data', hear);
  return new Promise((resolve) => program.once('exit', (code) => resolve({ code, output })));
}

/** Processes that were told of a folder; only Linux lets them be listed without a program. */
function processesOf(folder: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((id) => commandLine(id).includes(folder));
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    // Ended since it was listed.
    return '';
  }
}
