import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { storageProblem } from '../adapters/storage-problem.ts';
import { writeNewFile } from '../adapters/write-new-file.ts';

/** Writes a file that a command was told to write; `what` is for, as in "The evidence cannot be written". */
export function writeOut(
  path: string,
  text: string,
  { what, replace }: { readonly what: string; readonly replace: boolean },
): Result<null, Problem> {
  try {
    writeNewFile(path, text, { replace });
    return ok(null);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      return fail(storageProblem(`The ${what} cannot be written`, path, error));
    }
    return fail({
      code: 'storage',
      message: `The file ${path} is there already.`,
      remedy: 'Choose another name, or write --force to replace it.',
    });
  }
}
