import type { RelaunchOptions } from 'electron';

import { chromium } from './chromium.ts';
import { parseCommandLine } from './command-line.ts';
import { Emitter } from './emitter.ts';
import { lifecycle } from './lifecycle.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';
import type { WebContents } from './web-contents.ts';

type AppEvents = {
  readonly 'web-contents-created': readonly [event: object, contents: WebContents];
  readonly 'window-all-closed': readonly [];
  /** Never told: only macOS does. */
  readonly activate: readonly [];
  readonly 'will-quit': readonly [event: object];
};

class App extends Emitter<AppEvents> {
  readonly isPackaged = false;

  constructor() {
    super(['web-contents-created', 'window-all-closed', 'activate', 'will-quit']);
  }

  getAppPath(): string {
    return parseCommandLine(process.argv.slice(1)).appDirectory;
  }

  getPath(name: string): string {
    if (name !== 'downloads') throw new Error(`The stand-in for Electron has no path "${name}".`);
    return chromium.downloads;
  }

  /** Told on the error output; nothing is started. */
  relaunch({ args = [] }: RelaunchOptions = {}): void {
    process.stderr.write(`[relaunch] ${JSON.stringify(args)}\n`);
  }

  whenReady(): Promise<void> {
    return lifecycle.ready;
  }

  enableSandbox(): void {
    if (lifecycle.isReady()) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  quit(): void {
    if (lifecycle.isQuitting()) return;
    lifecycle.closeWindows();
    this.emit('will-quit', sayWhatIsMissing({}, 'event'));
    void lifecycle.end(0);
  }

  exit(code = 0): void {
    void lifecycle.end(code);
  }
}

export const app = new App();
