import type { MessageBoxOptions, MessageBoxReturnValue } from 'electron';

import { BrowserWindow } from './browser-window.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';

const boxes = {
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`[error box] ${title}: ${content}\n`);
  },
  /** Nobody is there to press a button; it goes only by the signal that it was given. */
  showMessageBox: (
    first: BrowserWindow | MessageBoxOptions,
    second?: MessageBoxOptions,
  ): Promise<MessageBoxReturnValue> => {
    const options = second ?? (first instanceof BrowserWindow ? { message: '' } : first);
    process.stderr.write(`[message box] ${options.message}\n`);
    return new Promise((resolve) => {
      options.signal?.addEventListener('abort', () =>
        resolve({ response: options.cancelId ?? 0, checkboxChecked: false }),
      );
    });
  },
};

/** Boxes, told on the standard error output; a test puts its own function in the place of one that asks. */
export const dialog = sayWhatIsMissing(boxes, 'dialog');
