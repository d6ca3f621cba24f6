import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

export const project = join(import.meta.dirname, '..', '..', '..');

/** A program that runs the window, or the sentence that says why there is none. */
export type Runtime = { readonly name: string } & (
  { readonly executable: string } | { readonly reason: string }
);

export const standIn = join(project, 'test', 'electron-stand-in', 'electron');

/** What the spec of the window runs on: the stand-in, and Electron itself where it is. */
export const runtimes: readonly Runtime[] = [findStandIn(), findElectron()];

/** What `npm run package` made, where its program is named. */
export const packagedProgram: Runtime = findPackaged();

function findPackaged(): Runtime {
  const name = 'the packaged program';
  const executable = process.env['REFUND_WORKBENCH_PACKAGED'] ?? '';
  if (executable !== '') return { name, executable };
  return { name, reason: 'No packaged program is named in REFUND_WORKBENCH_PACKAGED.' };
}

function findStandIn(): Runtime {
  const name = 'stand-in';
  if (process.platform !== 'win32') return { name, executable: standIn };
  return {
    name,
    reason: 'The stand-in for Electron is started by a shell script, which Windows does not run.',
  };
}

/** Never through `import 'electron'`, which starts a download. */
function findElectron(): Runtime {
  const name = 'Electron';
  const folder = join(project, 'node_modules', 'electron');
  const list = join(folder, 'path.txt');
  const program = existsSync(list) ? readFileSync(list, 'utf8').trim() : 'electron';
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const executable = join(dist, program);
  if (!existsSync(executable) || realpathSync(executable) === realpathSync(standIn)) {
    return { name, reason: 'The Electron runtime is not installed here; npm run runtime fetches it.' };
  }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { name, reason: 'Electron needs a screen, and there is none here; xvfb-run lends one.' };
  }
  return { name, executable };
}
