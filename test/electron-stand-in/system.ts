import { sayWhatIsMissing } from './say-what-is-missing.ts';

const opener = {
  openPath: async (path: string): Promise<string> => {
    process.stderr.write(`[open path] ${path}\n`);
    return '';
  },
};

/** What would open outside, told on the standard error output. */
export const shell = sayWhatIsMissing(opener, 'shell');

let copied = '';

const texts = {
  writeText: (text: string): void => {
    copied = text;
  },
  readText: (): string => copied,
};

/** A clipboard of its own, not that of the pages. */
export const clipboard = sayWhatIsMissing(texts, 'clipboard');
