import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';

import { ChromeConnection } from './chrome-connection.ts';
import type { CommandLine } from './command-line.ts';

/** The one Chromium of this process. */
export const chromium = createChromium();

const switches = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-breakpad',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** How long Chromium may take to end when it is asked to, in milliseconds. */
const patience = 3000;

function createChromium() {
  const connection = new ChromeConnection();
  let program: ChildProcess | null = null;
  let downloads = '';
  return {
    connection,
    /** The folder of what pages save. */
    get downloads(): string {
      return downloads;
    },
    start: ({ chromiumSwitches, profile }: CommandLine): void => {
      const folder = profile ?? throwAwayFolder();
      downloads = join(folder, 'downloads');
      program = spawnChromium([...switches, ...chromiumSwitches, `--user-data-dir=${folder}`]);
      const started = program;
      let isGone = false;
      started.once('close', () => {
        isGone = true;
      });
      // Chromium first, where it has not ended by now: it still writes into its folder.
      process.on('exit', () => {
        if (!isGone) killWithChildren(started);
        if (profile !== null) return;
        rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
      });
      connection.open(...pipesOf(started));
    },
    stop: async (): Promise<void> => {
      if (program === null || program.exitCode !== null) return;
      program.removeAllListeners('exit');
      // "close" and not "exit": its children hold its error output, and write into its folder until they end.
      const ended = once(program, 'close');
      void connection.browser.send('Browser.close');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience))]);
    },
  };
}

function spawnChromium(args: readonly string[]): ChildProcess {
  const path = process.env['CHROMIUM_PATH'];
  if (path === undefined || path === '') throw new Error('The stand-in for Electron wants CHROMIUM_PATH.');
  // A process group of its own, which can be killed as one.
  const program = spawn(path, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  const fail = (reason: string): void => {
    process.stderr.write(`Chromium (${path}) ${reason}\n`);
    process.exit(1);
  };
  program.once('error', ({ message }) => fail(`cannot be started: ${message}`));
  program.once('exit', (code, signal) => fail(`ended by itself: ${code ?? signal}`));
  tellEndpoint(program);
  return program;
}

function killWithChildren({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}

/** Passes on the one line that Playwright waits for; the rest is Chromium's talk with a desktop that is not there. */
function tellEndpoint({ stderr }: ChildProcess): void {
  if (stderr === null) return;
  createInterface(stderr).on('line', (line) => {
    if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
  });
}

/** Chromium reads commands from its file 3 and writes answers and events to its file 4. */
function pipesOf({ stdio }: ChildProcess): [Writable, Readable] {
  const [, , , output, input] = stdio;
  if (output instanceof Writable && input instanceof Readable) return [output, input];
  throw new Error('Chromium was started without pipes.');
}

function throwAwayFolder(): string {
  return mkdtempSync(join(tmpdir(), 'electron-stand-in-'));
}
