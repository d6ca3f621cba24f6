import { fileURLToPath, pathToFileURL } from 'node:url';

import { buildWhenStale } from './build-when-stale.ts';
import { findElectron, findElectronFolder } from './find-electron.ts';
import { packageApp } from './package-app.ts';
import { runProgram } from './run-program.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What `npm start`, `npm run cli` and `npm run package` do: build what is stale, then open the window or serve the page,
 * run a command, or pack the app.
 */
export async function launch(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  const built = await buildWhenStale(project);
  if (built !== 0) return built;
  if (verb === 'cli') return runCommandLine(rest);
  return verb === 'package' ? makePackages(rest) : openWindow(rest);
}

/** In this very process: a second one would double the time to start. */
async function runCommandLine(args: readonly string[]): Promise<number> {
  const entry = fileURLToPath(new URL('../../dist/node/cli.js', import.meta.url));
  process.argv = [process.argv[0] ?? 'node', entry, ...args];
  await import(pathToFileURL(entry).href);
  return Number(process.exitCode ?? 0);
}

async function openWindow(args: readonly string[]): Promise<number> {
  const quiet = args.includes('--no-open');
  const others = args.filter((word) => word !== '--web');
  if (quiet || args.includes('--web')) return runCommandLine(['serve', ...others]);
  const electron = await findElectron(project);
  if ('executable' in electron)
    return runProgram(electron.executable, [...electron.options, project, ...others]);
  process.stdout.write(`${electron.reason} The same page opens from the local web host instead.\n`);
  return runCommandLine(['serve', ...others]);
}

async function makePackages(args: readonly string[]): Promise<number> {
  const unknown = args.find((word) => word !== '--dir');
  if (unknown !== undefined) {
    process.stderr.write(`There is no option "${unknown}". Usage: npm run package [-- --dir]\n`);
    return 2;
  }
  const electron = await findElectronFolder(project);
  if ('folder' in electron) {
    const targets = args.includes('--dir') ? 'folder' : 'installers';
    return packageApp(project, { electron: electron.folder, targets });
  }
  process.stderr.write(
    `${electron.reason} Nothing was packed. With a network run npm run runtime; without one set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.\n`,
  );
  return 1;
}
