import { sayWhatIsMissing } from './say-what-is-missing.ts';

const opener = {
  openPath: async (path: string): Promise<string> => {
    process.stderr.write(`[open path] ${path}\n`);
    return '';
  },
  openExternal: async (url: string): Promise<void> => {
    process.stderr.write(`[open outside] ${url}\n`);
  },
};

/** What would open outside, told on the standard error output. */
export const shell = sayWhatIsMissing(opener, 'shell');
