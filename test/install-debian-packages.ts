import { spawnSync } from 'node:child_process';

/** Installs packages of Debian where it can be done without asking for a password. Gives whether they are there. */
export function installDebianPackages(...packages: readonly string[]): boolean {
  if (process.platform !== 'linux' || !runQuietly('apt-get', ['--version'], 10_000)) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const apt = (...args: readonly string[]): boolean => {
    const [program = 'apt-get', ...rest] = [...asRoot, 'apt-get', '--yes', ...args];
    return runQuietly(program, rest, 600_000);
  };
  process.stdout.write(`Trying to install Debian’s ${packages.join(', ')} …\n`);
  if (apt('install', '--no-install-recommends', ...packages)) return true;
  return apt('update') && apt('install', '--no-install-recommends', ...packages);
}

/** Runs a program without its output; gives whether it did what it should. */
export function runQuietly(program: string, args: readonly string[], timeout: number): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout }).status === 0;
}
