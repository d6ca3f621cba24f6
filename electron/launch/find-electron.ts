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
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen !== undefined && chosen !== '') return { executable: join(chosen, 'electron'), options };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { reason: 'The Electron window needs a screen, and there is none here.' };
  }
  const folder = join(project, 'node_modules', 'electron');
  const installed = installedExecutable(folder) ?? (await fetchRuntime(folder));
  if (installed === null) return { reason: 'The Electron runtime is not here and could not be fetched.' };
  return { executable: installed, options };
}

function installedExecutable(folder: string): string | null {
  const list = join(folder, 'path.txt');
  if (!existsSync(list)) return null;
  const executable = join(folder, 'dist', readFileSync(list, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

async function fetchRuntime(folder: string): Promise<string | null> {
  process.stdout.write('Fetching the Electron runtime, once …\n');
  await runProgram(process.execPath, [join(folder, 'install.js')], 'hidden');
  return installedExecutable(folder);
}
