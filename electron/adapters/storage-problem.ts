import type { Problem } from '../../shared/model/problem.ts';
import { fail, type Result } from '../../shared/model/result.ts';
import { type SqliteFault, sqliteFault } from './sqlite-fault.ts';
import { StorageError } from './storage-error.ts';

/** Turns a failure of the file system or the database into a sentence with a way out. */
export function storageProblem(what: string, path: string, error: unknown): Problem {
  const [reason, remedy] = storageReason(error);
  return { code: 'storage', message: `${what} (${path}): ${reason}.`, remedy };
}

/** Does something with a file or folder; what is thrown becomes a problem that names the path. */
export function attemptStorage<Value>(
  what: string,
  path: string,
  action: (path: string) => Result<Value, Problem>,
): Result<Value, Problem> {
  try {
    return action(path);
  } catch (error) {
    return fail(storageProblem(what, path, error));
  }
}

type Reason = readonly [reason: string, remedy: string];

/** The end of a sentence about a failure, without its full stop, and the sentence that leads on. */
export function storageReason(error: unknown): Reason {
  if (error instanceof StorageError) return [error.message, error.remedy];
  const fault = sqliteFault(error);
  if (fault !== null) return faults[fault];
  const { code, message } = error as { code?: string; message?: string };
  return reasons[code ?? ''] ?? [message ?? String(error), 'See the folder.'];
}

const dataRemedy =
  'Give this user the right to write there, or choose another folder with REFUND_WORKBENCH_DATA or --workspace.';
const full: Reason = ['the disk is full', 'Free some space, then try again.'];

const reasons: Readonly<Record<string, Reason>> = {
  EACCES: ['there is no permission', dataRemedy],
  EPERM: ['there is no permission', dataRemedy],
  EROFS: ['the disk is read-only', dataRemedy],
  ENOTDIR: ['a part of the path is a file, not a folder', dataRemedy],
  EEXIST: ['a file stands where a folder is needed', dataRemedy],
  EISDIR: ['a folder stands where a file is needed', 'Name a file, or move the folder away.'],
  ENOSPC: full,
  EDQUOT: full,
  ENOENT: ['it does not exist', 'Check the path.'],
  EMFILE: ['too many files are open', 'Close other programs, then try again.'],
};

const faults: Readonly<Record<SqliteFault, Reason>> = {
  damaged: ['the file is damaged', 'Keep the file as it is, move it aside and put a backup in its place.'],
  busy: [
    'another program is using it, and did not let go within five seconds',
    'Close the other program, then try again.',
  ],
  full,
  'read-only': ['it is read-only', dataRemedy],
  'cannot-open': ['it cannot be opened or created', dataRemedy],
  moved: ['another file was put in its place while it was open', 'Start the workbench again.'],
  'failing-disk': [
    'the disk does not answer as it should',
    'Check the disk and the space that is left on it, then try again.',
  ],
};
