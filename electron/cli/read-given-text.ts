import { readFileSync, statSync } from 'node:fs';

import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { storageProblem } from '../adapters/storage-problem.ts';

export type GivenText = {
  /** What the file is for, as in "The evidence cannot be read". */
  readonly what: string;
  /** Characters. */
  readonly longest: number;
  /** What to do where it is no such file. */
  readonly remedy: string;
};

/** Reads the text of a file that somebody names, or of standard input for `-`. */
export function readGivenText(path: string, { what, longest, remedy }: GivenText): Result<string, Problem> {
  try {
    // No character takes more bytes in UTF-8, which is what programs write, or in UTF-16, as a shell may.
    if (path !== '-' && statSync(path).size > longest * 4) {
      return fail({
        code: 'bad-input',
        message: `${path} is larger than any ${what} file can be.`,
        remedy,
      });
    }
    const bytes = readFileSync(path === '-' ? 0 : path);
    // Redirecting in Windows PowerShell writes UTF-16.
    const charset = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return ok(new TextDecoder(charset, { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) {
      return fail({ code: 'bad-input', message: `${path} is no text in UTF-8.`, remedy });
    }
    return fail(storageProblem(`The ${what} cannot be read`, path, error));
  }
}
