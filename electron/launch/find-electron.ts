import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runProgram } from './run-program.ts';

/** Electron's program with the options this machine needs, or one sentence that says why there is none. */
export type FoundElectron =
  { readonly executable: string; readonly options: readonly string[] } | { readonly reason: string };

/**
 * Looks for the Electron runtime, and fetches it where it is missing. Never through `import 'electron'`: that prints
 * and downloads by itself.
 */
export async function findElectron(project: string): Promise<FoundElectron> {
  // Chromium refuses to run its sandbox as root.
  const options = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const chosen = chosenFolder();
  if (chosen !== null) return { executable: join(chosen, 'electron'), options };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { reason: 'The Electron window needs a screen, and there is none here.' };
  }
  const runtime = await findRuntime(project);
  if (runtime === null) return { reason: noRuntime };
  return { executable: runtime.executable, options };
}

/** The folder of the unpacked Electron that a package is made of, or one sentence that says why there is none. */
export async function findElectronFolder(
  project: string,
): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const chosen = chosenFolder();
  if (chosen !== null) return { folder: chosen };
  const runtime = await findRuntime(project);
  return runtime === null ? { reason: noRuntime } : { folder: runtime.folder };
}

const noRuntime = 'The Electron runtime is not here and could not be fetched.';

type Runtime = { readonly folder: string; readonly executable: string };

function chosenFolder(): string | null {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return chosen === undefined || chosen === '' ? null : chosen;
}

async function findRuntime(project: string): Promise<Runtime | null> {
  const packageFolder = join(project, 'node_modules', 'electron');
  return installedRuntime(packageFolder) ?? (await fetchRuntime(packageFolder));
}

function installedRuntime(packageFolder: string): Runtime | null {
  const list = join(packageFolder, 'path.txt');
  if (!existsSync(list)) return null;
  const folder = join(packageFolder, 'dist');
  const executable = join(folder, readFileSync(list, 'utf8').trim());
  return existsSync(executable) ? { folder, executable } : null;
}

async function fetchRuntime(packageFolder: string): Promise<Runtime | null> {
  process.stdout.write('Fetching the Electron runtime, once …\n');
  await runProgram(process.execPath, [join(packageFolder, 'install.js')], 'hidden');
  return installedRuntime(packageFolder);
}
