import { Emitter } from './emitter.ts';
import { lifecycle } from './lifecycle.ts';
import { createPreventable, type Preventable } from './preventable.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';
import type { WebContents } from './web-contents.ts';

type AppEvents = {
  readonly 'web-contents-created': readonly [event: object, contents: WebContents];
  readonly 'window-all-closed': readonly [];
  readonly 'before-quit': readonly [event: Preventable];
  readonly 'will-quit': readonly [event: object];
};

class App extends Emitter<AppEvents> {
  readonly isPackaged = false;
  /** Chromium is started before the app says what it wants of it, and never shows a screen. */
  readonly commandLine = sayWhatIsMissing({ appendSwitch: (): void => undefined }, 'commandLine');
  #isAsking = false;

  constructor() {
    super(['web-contents-created', 'window-all-closed', 'before-quit', 'will-quit']);
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

  quit(): void {
    // A listener may hear of it as a signal, and a signal asks to quit.
    if (lifecycle.isQuitting() || this.#isAsking) return;
    const event = createPreventable({});
    this.#isAsking = true;
    this.emit('before-quit', event);
    this.#isAsking = false;
    if (event.defaultPrevented) return;
    lifecycle.closeWindows();
    this.emit('will-quit', sayWhatIsMissing({}, 'event'));
    void lifecycle.end(0);
  }

  exit(code = 0): void {
    void lifecycle.end(code);
  }
}

export const app = new App();
