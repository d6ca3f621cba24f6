import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from 'playwright';

import { installDebianPackages, runQuietly } from './install-debian-packages.ts';

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
  runQuietly(process.execPath, [cli, 'install', 'chromium'], 300_000);
  return installed();
}

function afterPackage(): FoundChromium | null {
  return installDebianPackages('chromium') ? installed() : null;
}
