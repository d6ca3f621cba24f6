import type { MessageBoxOptions, OpenDialogOptions } from 'electron';

import type { BrowserWindow } from './browser-window.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';

type Given<Options> = readonly [options: Options] | readonly [window: BrowserWindow, options: Options];

const boxes = {
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`[error box] ${title}: ${content}\n`);
  },
  /** Answered as if it were closed. */
  showMessageBox: async (
    ...given: Given<MessageBoxOptions>
  ): Promise<{ readonly response: number; readonly checkboxChecked: boolean }> => {
    const { message, detail = '', cancelId = 0 } = optionsOf(given);
    process.stderr.write(`[message box] ${message} ${detail}\n`);
    return { response: cancelId, checkboxChecked: false };
  },
  /** Answered as if it were closed. */
  showOpenDialog: async (
    ...given: Given<OpenDialogOptions>
  ): Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }> => {
    process.stderr.write(`[open dialog] ${optionsOf(given).title ?? ''}\n`);
    return { canceled: true, filePaths: [] };
  },
};

/** Boxes, told on the standard error output; a test that wants another answer puts a function of its own in place. */
export const dialog = sayWhatIsMissing(boxes, 'dialog');

function optionsOf<Options extends object>(given: Given<Options>): Options {
  return given.length === 1 ? given[0] : given[1];
}
