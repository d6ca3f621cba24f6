import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from 'playwright';

/** A Chromium to drive, and where it came from; or one sentence that says why there is none. */
export type FoundChromium = { readonly path: string; readonly origin: string } | { readonly reason: string };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Playwright's own, then the system's; else installs one: Playwright's download, or Debian's package where it may. */
export function findChromium(): FoundChromium {
  return installed() ?? afterDownload() ?? afterPackage() ?? none;
}

const none: FoundChromium = {
  reason:
    'No Chromium was found and none could be installed: install chromium or Google Chrome, or set CHROMIUM_PATH to one, then run npm test again.',
};

function installed(): FoundChromium | null {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && existsSync(chosen)) return { path: chosen, origin: 'CHROMIUM_PATH' };
  const own = chromium.executablePath();
  if (existsSync(own)) return { path: own, origin: "Playwright's own" };
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...macPaths];
  const path = candidates.find((candidate) => existsSync(candidate));
  return path === undefined ? null : { path, origin: "the system's" };
}

function afterDownload(): FoundChromium | null {
  process.stdout.write('No Chromium here; trying to download Playwright’s …\n');
  const cli = join(import.meta.dirname, '..', 'node_modules', 'playwright', 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium'], 300_000);
  return installed();
}

/** Only where it can be done without asking for a password. */
function afterPackage(): FoundChromium | null {
  if (process.platform !== 'linux' || !run('apt-get', ['--version'], 10_000)) return null;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const apt = (...args: string[]): boolean => {
    const [program = 'apt-get', ...rest] = [...asRoot, 'apt-get', '--yes', ...args];
    return run(program, rest, 600_000);
  };
  process.stdout.write('Trying to install Debian’s chromium package …\n');
  if (!apt('install', '--no-install-recommends', 'chromium')) {
    apt('update');
    apt('install', '--no-install-recommends', 'chromium');
  }
  return installed();
}

function run(program: string, args: readonly string[], timeout: number): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout }).status === 0;
}
