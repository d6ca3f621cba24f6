import { sayWhatIsMissing } from './say-what-is-missing.ts';

let text = '';

const texts = {
  readText: (): Promise<string> => Promise.resolve(text),
  writeText: (written: string): Promise<void> => {
    text = written;
    return Promise.resolve();
  },
};

/** The clipboard of the main process: of this program alone. */
export const clipboard = sayWhatIsMissing(texts, 'clipboard');
