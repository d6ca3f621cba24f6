import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import {
  type Environment,
  type EnvironmentFile,
  sandboxEnvironmentId,
} from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { EnvironmentListing, EnvironmentStore } from '../../shared/ports/environment-store.ts';
import { previousPath, writeFileAtomic } from './atomic-file.ts';
import { readEnvironmentText } from './read-environment-text.ts';
import { readTextFile } from './read-text-file.ts';
import { otherVersion } from './read-versioned-yaml.ts';
import { attemptStorage, storageProblem } from './storage-problem.ts';
import { type WatchPace, watchFolder } from './watch-folder.ts';
import { withExclusiveLock } from './with-exclusive-lock.ts';
import { writeEnvironmentText } from './write-environment-text.ts';

const ending = '.yaml';

/**
 * Environments as `environments/<id>.yaml` of the workspace, for git; which one is active is private and stands in
 * the data folder. A file that cannot be read, or that a newer workbench wrote, is named and left as it is. Beside a
 * file stand hidden ones: `.<id>.yaml.previous`, the text before the last save, and `.<id>.yaml.removed`.
 */
export function createYamlEnvironmentStore(
  workspace: string,
  dataDirectory: string,
  watchPace?: WatchPace,
): EnvironmentStore {
  const folder = join(workspace, 'environments');
  const activePath = join(dataDirectory, 'active-environment.txt');
  const lockPath = join(dataDirectory, 'environments.lock');
  return {
    list: () => listEnvironments(folder),
    save: (environment, revision) =>
      attemptStorage('The environment cannot be saved', join(folder, environment.id + ending), () =>
        withExclusiveLock(lockPath, () => saveEnvironment(folder, environment, revision)),
      ),
    remove: (id) =>
      attemptStorage('The environment cannot be removed', join(folder, id + ending), () =>
        // An id from a page is a name inside the folder, never a way out of it.
        filesIn(folder).includes(id + ending)
          ? withExclusiveLock(lockPath, () => removeEnvironment(folder, id))
          : fail(noFile(id)),
      ),
    restore: (id) =>
      attemptStorage('The environment cannot be brought back', join(folder, id + ending), () =>
        filesIn(folder).includes(removedName(id))
          ? withExclusiveLock(lockPath, () => restoreEnvironment(folder, id))
          : fail(noFile(id)),
      ),
    forgetCopies: (id) =>
      attemptStorage('The copies of the environment cannot be removed', folder, () => {
        const copies = new Set([previousPath(id + ending), removedName(id)]);
        for (const name of filesIn(folder)) if (copies.has(name)) rmSync(join(folder, name));
        return ok(null);
      }),
    activeId: () => {
      const active = readTextFile(activePath);
      return active.ok ? active.value.text.trim() : sandboxEnvironmentId;
    },
    activate: (id) =>
      attemptStorage('The choice cannot be saved', activePath, () => {
        writeFileAtomic(activePath, `${id}\n`);
        return ok(null);
      }),
    watch: (listener) => watchFolder(folder, isEnvironmentFile, listener, watchPace),
  };
}

function listEnvironments(folder: string): EnvironmentListing {
  const names = fileNames(folder);
  if (!names.ok) return { environments: [], files: {}, unreadable: [{ id: '', problem: names.error }] };
  const files = names.value.map((name) => {
    const id = name.slice(0, -ending.length);
    return { id, result: readFile(id, folder, names.value) };
  });
  const readable = files.flatMap(({ result }) => (result.ok && result.value !== null ? [result.value] : []));
  return {
    environments: readable
      .map(({ environment }) => environment)
      .toSorted((left, right) => left.name.localeCompare(right.name)),
    files: Object.fromEntries(readable.map(({ environment, file }) => [environment.id, file])),
    unreadable: files.flatMap(({ id, result }) => (result.ok ? [] : [{ id, problem: result.error }])),
  };
}

type EnvironmentOnDisk = {
  readonly environment: Environment;
  readonly file: EnvironmentFile;
  readonly text: string;
};

/** What the file of an id says; `null` where there is none. */
function readFile(
  id: string,
  folder: string,
  names: readonly string[],
): Result<EnvironmentOnDisk | null, Problem> {
  const path = join(folder, id + ending);
  if (!names.includes(id + ending)) return ok(null);
  const twin = names.find((name) => name.toLowerCase() === name && name === (id + ending).toLowerCase());
  if (twin !== undefined && twin !== id + ending)
    return fail(
      unreadable(
        path,
        `its name differs from ${twin} only in capitals, which some systems take for the same`,
      ),
    );
  const content = readTextFile(path);
  if (!content.ok) return fail(unreadable(path, content.error));
  const { text, revision } = content.value;
  const read = readEnvironmentText(id, text);
  if (!read.ok) return fail(unreadable(path, read.error));
  const { environment, newer } = read.value;
  return ok({ environment, text, file: { revision, readOnly: newer === null ? null : tooNew(path, newer) } });
}

/** Runs inside the lock of the file, so that nothing comes between the look and the write. */
function saveEnvironment(
  folder: string,
  environment: Environment,
  revision: string | null,
): Result<Environment, Problem> {
  const name = environment.id + ending;
  const names = fileNames(folder);
  if (!names.ok) return names;
  const twin = names.value.find((other) => other !== name && other.toLowerCase() === name);
  if (twin !== undefined) return fail(differsOnlyInCapitals(name, twin));
  const current = readFile(environment.id, folder, names.value);
  if (!current.ok) return fail(notOverwritten(current.error));
  const { file = null, text = null } = current.value ?? {};
  if (file !== null && file.readOnly !== null) return fail(notOverwritten(file.readOnly));
  const conflict = findConflict(environment.name, revision, file?.revision ?? null);
  if (conflict !== null) return fail(conflict);
  const written = writeEnvironmentText(environment, text);
  if (written !== text) writeFileAtomic(join(folder, name), written, 0o644);
  return ok(environment);
}

function removeEnvironment(folder: string, id: string): Result<null, Problem> {
  const read = readFile(id, folder, [id + ending]);
  const readOnly = read.ok ? (read.value?.file.readOnly ?? null) : null;
  if (readOnly !== null) return fail(readOnly);
  renameSync(join(folder, id + ending), join(folder, removedName(id)));
  return ok(null);
}

function restoreEnvironment(folder: string, id: string): Result<null, Problem> {
  const conflict = filesIn(folder).includes(id + ending) ? findConflict(id, null, id) : null;
  if (conflict !== null) return fail(conflict);
  renameSync(join(folder, removedName(id)), join(folder, id + ending));
  return ok(null);
}

function removedName(id: string): string {
  return `.${id}${ending}.removed`;
}

/** Every name in the folder, hidden ones too; none where there is no folder. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function fileNames(folder: string): Result<readonly string[], Problem> {
  try {
    return ok(filesIn(folder).filter(isEnvironmentFile).toSorted());
  } catch (error) {
    return fail(storageProblem('The environments cannot be read', folder, error));
  }
}

function isEnvironmentFile(name: string): boolean {
  return name.endsWith(ending) && !name.startsWith('.');
}

function findConflict(name: string, expected: string | null, actual: string | null): Problem | null {
  if (expected === actual) return null;
  const code = 'bad-environment';
  if (expected === null)
    return {
      code,
      message: `A file for the environment ${name} is there already, so nothing was saved.`,
      remedy: 'Choose another name, or edit the environment that is there.',
    };
  return actual === null
    ? {
        code,
        message: `The file of the environment ${name} was removed since it was opened here, so nothing was saved.`,
        remedy: 'Keep yours and save it as a new file, or close it.',
      }
    : {
        code,
        message: `The file of the environment ${name} was changed by someone else since it was opened here, so nothing was saved.`,
        remedy: 'Take what the file says now, or keep yours and save again.',
      };
}

function noFile(id: string): Problem {
  return {
    code: 'unknown-environment',
    message: `There is no file of an environment "${id}" in the workspace.`,
    remedy: 'Choose one of those listed.',
  };
}

function unreadable(path: string, reason: string): Problem {
  return {
    code: 'storage',
    message: `The environment file ${path} cannot be read: ${reason}.`,
    remedy:
      'Mend the file or move it away; until then the environment is left out, and the file is not touched.',
  };
}

function tooNew(path: string, version: string): Problem {
  return {
    code: 'storage',
    message: `The environment file ${path} is of a newer workbench: ${otherVersion(version)}.`,
    remedy:
      'Update this workbench to use it; until then nothing is sent with it, and the file is not touched.',
  };
}

function differsOnlyInCapitals(name: string, twin: string): Problem {
  return {
    code: 'bad-environment',
    message: `The file ${name} would differ from ${twin} only in capitals, and some systems take the two for one, so nothing was saved.`,
    remedy: `Choose another name, or rename ${twin}.`,
  };
}

function notOverwritten(problem: Problem): Problem {
  return { ...problem, remedy: `${problem.remedy} It was not overwritten.` };
}
