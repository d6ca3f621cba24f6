import { join } from 'node:path';

import { installDebianPackages, runQuietly } from '../install-debian-packages.ts';
import { cliEntry, type CliRun, startProgram } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** Why no keyring can be had here; `null` where the real one can be started. Installs it where it may. */
export function whyNoKeyring(): string | null {
  if (process.platform !== 'linux') return 'the keyring of this system cannot be started for a test';
  if (hasTools()) return null;
  installDebianPackages('gnome-keyring', 'dbus');
  return hasTools() ? null : 'gnome-keyring and dbus are not installed and cannot be';
}

function hasTools(): boolean {
  return ['dbus-run-session', 'gnome-keyring-daemon'].every((name) =>
    runQuietly('sh', ['-c', `command -v ${name}`], 5000),
  );
}

/** How the login keyring of a session is; `absent` is a session without any message bus. */
export type KeyringState = 'unlocked' | 'locked' | 'absent';

export type Desktop = {
  readonly data: string;
  /** Runs a command line in a login session of its own, on the same home. */
  readonly run: (
    keyring: KeyringState,
    args: readonly string[],
    tuning?: { readonly input?: string; readonly env?: Readonly<Record<string, string>> },
  ) => Promise<CliRun>;
};

// What the command reads comes after the daemon has had its password.
const starts: Record<Exclude<KeyringState, 'absent'>, string> = {
  unlocked: `printf invented | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"`,
  locked: `gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; exec "$@"`,
};

/** A home with a keyring of its own, and data beside it. */
export function openDesktop(): Desktop {
  const home = temporaryDirectory();
  const data = temporaryDirectory();
  const workspace = temporaryDirectory();
  return {
    data,
    run: (keyring, args, { input = '', env = {} } = {}) => {
      const command = [process.execPath, cliEntry, ...args, '--workspace', workspace];
      const all = {
        HOME: home,
        XDG_DATA_HOME: join(home, 'data'),
        XDG_RUNTIME_DIR: home,
        REFUND_WORKBENCH_DATA: data,
        ...env,
      };
      if (keyring === 'absent') return startProgram(command.slice(1), { input, env: all }).ended;
      const session = ['--', 'sh', '-c', starts[keyring], 'sh', ...command];
      return startProgram(session, { input, env: all }, 'dbus-run-session').ended;
    },
  };
}
