import type { RelaunchOptions } from 'electron';

import type { BrowserWindow } from './browser-window.ts';
import { chromium } from './chromium.ts';
import { Emitter } from './emitter.ts';
import { lifecycle } from './lifecycle.ts';
import { createPreventable, type Preventable } from './preventable.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';
import { takeSingleInstanceLock } from './single-instance-lock.ts';
import type { WebContents } from './web-contents.ts';

type AppEvents = {
  readonly 'web-contents-created': readonly [event: object, contents: WebContents];
  readonly 'browser-window-created': readonly [event: object, window: BrowserWindow];
  readonly 'second-instance': readonly [
    event: object,
    argv: readonly string[],
    folder: string,
    additionalData: unknown,
  ];
  /** Told by tests only: it is macOS that opens files so. */
  readonly 'open-file': readonly [event: Preventable, path: string];
  readonly 'window-all-closed': readonly [];
  /** Never told: only macOS does. */
  readonly activate: readonly [];
  readonly 'before-quit': readonly [event: Preventable];
  readonly 'will-quit': readonly [event: object];
};

class App extends Emitter<AppEvents> {
  readonly isPackaged = false;
  /** Chromium is started before the app says what it wants of it, and never shows a screen. */
  readonly commandLine = sayWhatIsMissing({ appendSwitch: (): void => undefined }, 'commandLine');
  readonly #paths = new Map<string, string>();
  #isAsking = false;

  constructor() {
    super([
      'web-contents-created',
      'browser-window-created',
      'second-instance',
      'open-file',
      'window-all-closed',
      'activate',
      'before-quit',
      'will-quit',
    ]);
  }

  whenReady(): Promise<void> {
    return lifecycle.ready;
  }

  enableSandbox(): void {
    if (lifecycle.isReady()) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  disableHardwareAcceleration(): void {
    if (lifecycle.isReady()) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    }
  }

  setActivationPolicy(): void {
    if (process.platform !== 'darwin') throw new Error('app.setActivationPolicy() is for macOS only');
  }

  getVersion(): string {
    return 'stand-in';
  }

  /** Chromium's own files stay where the command line says: it is started before the app. */
  setPath(name: 'userData' | 'sessionData', path: string): void {
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const path = name === 'downloads' ? chromium.downloads : this.#paths.get(name);
    if (path === undefined) throw new Error(`The stand-in for Electron has no path "${name}".`);
    return path;
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    return takeSingleInstanceLock(this.getPath('userData'), additionalData, (data) => {
      void lifecycle.ready.then(() =>
        this.emit('second-instance', sayWhatIsMissing({}, 'event'), [], '', data),
      );
    });
  }

  /** Told, and not done: nothing is started once more. */
  relaunch({ args = [] }: RelaunchOptions = {}): void {
    process.stderr.write(`[relaunch] ${JSON.stringify(args)}\n`);
  }

  quit(): void {
    // A listener may hear of it as a signal, and a signal asks to quit.
    if (lifecycle.isQuitting() || this.#isAsking) return;
    const event = createPreventable({});
    this.#isAsking = true;
    this.emit('before-quit', event);
    this.#isAsking = false;
    if (event.defaultPrevented || !lifecycle.closeWindows()) return;
    this.emit('will-quit', sayWhatIsMissing({}, 'event'));
    void lifecycle.end(0);
  }

  exit(code = 0): void {
    void lifecycle.end(code);
  }
}

export const app = new App();
