import { sayWhatIsMissing } from './say-what-is-missing.ts';

const boxes = {
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`[error box] ${title}: ${content}\n`);
  },
};

/** Boxes, told on the standard error output. */
export const dialog = sayWhatIsMissing(boxes, 'dialog');
