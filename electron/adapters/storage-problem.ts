import type { Problem } from '../../shared/model/problem.ts';

/** Turns a failure of the file system or the database into a sentence with a way out. */
export function storageProblem(what: string, path: string, error: unknown): Problem {
  const { code, message } = error as { code?: string; message?: string };
  const [reason, remedy] = reasons[code ?? ''] ??
    sqliteReason(message ?? '') ?? [message ?? String(error), 'See the folder.'];
  return { code: 'storage', message: `${what} (${path}): ${reason}.`, remedy };
}

const dataRemedy =
  'Give this user the right to write there, or choose another folder with REFUND_WORKBENCH_DATA or --workspace.';

const reasons: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  EACCES: ['there is no permission', dataRemedy],
  EPERM: ['there is no permission', dataRemedy],
  EROFS: ['the disk is read-only', dataRemedy],
  ENOTDIR: ['a part of the path is a file, not a folder', dataRemedy],
  EEXIST: ['a file stands where a folder is needed', dataRemedy],
  EISDIR: ['a folder stands where a file is needed', 'Name a file, or move the folder away.'],
  ENOSPC: ['the disk is full', 'Free some space, then try again.'],
  ENOENT: ['it does not exist', 'Check the path.'],
  ELOCKED: ['another program is saving it', 'Wait a moment, then try again.'],
  EMFILE: ['too many files are open', 'Close other programs, then try again.'],
};

function sqliteReason(message: string): readonly [string, string] | null {
  if (/readonly|read-only/i.test(message)) return ['it is read-only', dataRemedy];
  if (/locked|busy/i.test(message))
    return ['another program is using it', 'Close the other program, then try again.'];
  if (/disk is full|database or disk is full/i.test(message))
    return ['the disk is full', 'Free some space, then try again.'];
  if (/unable to open/i.test(message)) return ['it cannot be opened or created', dataRemedy];
  if (/malformed|not a database/i.test(message)) {
    return [
      'the file is damaged',
      'Move the file aside; it is never overwritten. A new one is made at the next start.',
    ];
  }
  return null;
}
