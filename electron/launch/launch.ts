import { fileURLToPath, pathToFileURL } from 'node:url';

import { buildWhenStale } from './build-when-stale.ts';
import { findElectron } from './find-electron.ts';
import { runProgram } from './run-program.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm start` and `npm run cli` do: build what is stale, then open the window, serve the page or run a command. */
export async function launch(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  const built = await buildWhenStale(project);
  if (built !== 0) return built;
  return verb === 'cli' ? runCommandLine(rest) : openWindow(rest);
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
