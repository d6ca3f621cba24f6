import type { MessageBoxOptions } from 'electron';

import { sayWhatIsMissing } from './say-what-is-missing.ts';

const boxes = {
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`[error box] ${title}: ${content}\n`);
  },
  /** Answered as if it were closed. */
  showMessageBox: async ({
    message,
    detail = '',
    cancelId = 0,
  }: MessageBoxOptions): Promise<{ readonly response: number; readonly checkboxChecked: boolean }> => {
    process.stderr.write(`[message box] ${message} ${detail}\n`);
    return { response: cancelId, checkboxChecked: false };
  },
};

/** Boxes, told on the standard error output; a test that wants another answer puts a function of its own in place. */
export const dialog = sayWhatIsMissing(boxes, 'dialog');
