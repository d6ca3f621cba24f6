import { chromium } from './chromium.ts';

/** What `app` and the windows have to know of each other. */
export const lifecycle = createLifecycle();

/** A window, as far as quitting goes; `close` may be refused, and says whether it was not. */
type Closable = { readonly close: () => boolean };

function createLifecycle() {
  const ready = Promise.withResolvers<void>();
  const windows = new Set<Closable>();
  let isReady = false;
  let isQuitting = false;
  return {
    ready: ready.promise,
    isReady: () => isReady,
    isQuitting: () => isQuitting,
    becomeReady: () => {
      isReady = true;
      ready.resolve();
    },
    addWindow: (window: Closable) => windows.add(window),
    /** Whether there was one to remove. */
    removeWindow: (window: Closable) => windows.delete(window),
    hasWindows: () => windows.size > 0,
    /** Closes them one after the other; gives false where one was refused, and then nothing quits. */
    closeWindows: () => {
      isQuitting = true;
      isQuitting = [...windows].every((window) => window.close());
      return isQuitting;
    },
    /** Ends Chromium, then this process. */
    end: async (code: number) => {
      isQuitting = true;
      await chromium.stop();
      process.exit(code);
    },
  };
}
