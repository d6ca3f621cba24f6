import { spawn } from 'node:child_process';

/** How long a command that opens a browser is watched for a failure, in milliseconds. */
const patience = 1500;

/** Opens an address in the user's browser. Gives false where the system has no way to do so. */
export async function openBrowser(address: string): Promise<boolean> {
  if (!hasScreen()) return false;
  const [command, ...args] = commandFor(address);
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.unref();
    const timer = setTimeout(() => resolve(true), patience);
    const end = (opened: boolean): void => {
      clearTimeout(timer);
      resolve(opened);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });
}

/** Without one xdg-open would start a browser inside the terminal. */
function hasScreen(): boolean {
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env;
  return process.platform !== 'linux' || Boolean(x11) || Boolean(wayland);
}

function commandFor(address: string): [command: string, ...args: string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', address];
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', address];
    default:
      return ['xdg-open', address];
  }
}
