import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

import { findChromium } from './find-chromium.ts';

const project = join(import.meta.dirname, '..');

type Check = { readonly name: string; readonly command: readonly [program: string, ...args: string[]] };

const playwright = ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts'] as const;

/** Every check, the quickest first; one command runs them all, and the first that fails ends it. */
const checks: readonly Check[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'error'] },
  { name: 'unit', command: ['vitest', 'run'] },
  { name: 'end-to-end', command: [...playwright, '--project', 'web', '--project', 'electron'] },
  { name: 'unused', command: ['knip'] },
];

/**
 * Run by name only: pictures of the window into dist/screenshots/, and the one in the README; the command line of the
 * program that REFUND_WORKBENCH_PACKAGED names.
 */
const onDemand: readonly Check[] = [
  { name: 'packaged', command: [...playwright, '--project', 'electron', 'command-line'] },
  { name: 'screenshots', command: [...playwright, '--project', 'screenshots'] },
];

/** Runs all checks, or those named. Gives an exit code. */
export function runChecks(names: readonly string[]): number {
  const wanted =
    names.length === 0 ? checks : [...checks, ...onDemand].filter(({ name }) => names.includes(name));
  const started = Date.now();
  const environment = withChromium(wanted);
  if (environment === null) return 1;
  for (const { name, command } of wanted) {
    const begun = Date.now();
    process.stdout.write(`\n— ${name}\n`);
    const [program, ...args] = command;
    const { status } = spawnSync(join(project, 'node_modules', '.bin', program), args, {
      cwd: project,
      env: environment,
      stdio: 'inherit',
      // There programs of packages are files that only the shell runs.
      shell: process.platform === 'win32',
    });
    if (status !== 0) {
      process.stdout.write(`\n✕ ${name} failed\n`);
      return status ?? 1;
    }
    process.stdout.write(`✓ ${name} (${seconds(begun)} s)\n`);
  }
  process.stdout.write(`\nAll checks passed in ${seconds(started)} s.\n`);
  return 0;
}

/** Finds the browser before anything else, so that a machine without one hears of it at once. */
function withChromium(wanted: readonly Check[]): NodeJS.ProcessEnv | null {
  const environment = {
    ...process.env,
    PATH: [join(project, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter),
  };
  if (!wanted.some(({ command }) => command[0] === 'playwright')) return environment;
  const found = findChromium();
  if ('reason' in found) {
    process.stderr.write(`${found.reason}\n`);
    return null;
  }
  process.stdout.write(`Chromium: ${found.path} (${found.origin})\n`);
  return { ...environment, CHROMIUM_PATH: found.path };
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}
