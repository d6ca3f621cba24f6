import type {
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
} from 'electron';

import type { BrowserWindow } from './browser-window.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';

type Given<Options> = readonly [options: Options] | readonly [window: BrowserWindow, options: Options];

const boxes = {
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`[error box] ${title}: ${content}\n`);
  },
  /** Nobody is there to press a button; it goes only by the signal that it was given. */
  showMessageBox: (...given: Given<MessageBoxOptions>): Promise<MessageBoxReturnValue> => {
    const { message, cancelId = 0, signal } = optionsOf(given);
    process.stderr.write(`[message box] ${message}\n`);
    return new Promise((resolve) => {
      signal?.addEventListener('abort', () => resolve({ response: cancelId, checkboxChecked: false }));
    });
  },
  /** Nobody is there to choose, either. */
  showOpenDialog: (...given: Given<OpenDialogOptions>): Promise<OpenDialogReturnValue> => {
    process.stderr.write(`[open dialog] ${optionsOf(given).title ?? ''}\n`);
    return new Promise(() => undefined);
  },
};

/** Boxes, told on the standard error output; a test puts its own function in the place of one that asks. */
export const dialog = sayWhatIsMissing(boxes, 'dialog');

function optionsOf<Options extends object>(given: Given<Options>): Options {
  return given.length === 1 ? given[0] : given[1];
}
