import { Emitter } from './emitter.ts';
import { lifecycle } from './lifecycle.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';
import type { WebContents } from './web-contents.ts';

type AppEvents = {
  readonly 'web-contents-created': readonly [event: object, contents: WebContents];
  readonly 'window-all-closed': readonly [];
  readonly 'will-quit': readonly [event: object];
};

class App extends Emitter<AppEvents> {
  constructor() {
    super(['web-contents-created', 'window-all-closed', 'will-quit']);
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
