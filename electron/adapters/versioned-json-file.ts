import { readFileSync } from 'node:fs';
import * as v from 'valibot';

import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { setAside } from './set-aside.ts';
import { storageProblem } from './storage-problem.ts';

/** The format of the files; one with another version was written by a newer workbench and is never written over. */
const version = '1';

type Description<Value> = {
  readonly path: string;
  /** What the file holds, to begin a sentence: `The settings`. */
  readonly what: string;
  readonly schema: v.GenericSchema<unknown, Value>;
  /** What stands in for members that the file does not have, and for the file. */
  readonly blank: Value;
};

/** What a look at the file found: always something to go on with, and what there is to say about it. */
export type JsonReading<Value> = { readonly value: Value; readonly problem: Problem | null };

export type VersionedJsonFile<Value> = {
  readonly load: () => JsonReading<Value>;
  readonly save: (value: Value) => Result<null, Problem>;
};

/** A small JSON file of the data folder. A damaged one is set aside, one of a newer workbench is read-only. */
export function createVersionedJsonFile<Value extends object>(
  description: Description<Value>,
): VersionedJsonFile<Value> {
  const { path, what, blank } = description;
  return {
    load: () => {
      const found = readFile(description);
      if (!found.ok) return { value: blank, problem: found.error };
      if (found.value === null) return { value: blank, problem: null };
      if (isNewer(found.value)) return { value: blank, problem: newer(description) };
      const members = readMembers(description, found.value);
      return members.ok
        ? { value: members.value, problem: null }
        : { value: blank, problem: setAsideDamaged(description, members.error) };
    },
    save: (value) => {
      try {
        const found = readFile(description);
        if (found.ok && found.value !== null && isNewer(found.value)) return fail(newer(description));
        writeFileAtomic(path, `${JSON.stringify({ version, ...value }, null, 2)}\n`);
        return ok(null);
      } catch (error) {
        return fail(storageProblem(`${what} cannot be saved`, path, error));
      }
    },
  };
}

/** The raw content; `null` where there is no file. What is no JSON is set aside; what cannot be read stays. */
function readFile(description: Pick<Description<unknown>, 'path' | 'what'>): Result<unknown, Problem> {
  const { path, what } = description;
  try {
    return ok((JSON.parse(readFileSync(path, 'utf8')) as unknown) ?? {});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
    return fail(
      error instanceof SyntaxError
        ? setAsideDamaged(description, error.message)
        : storageProblem(`${what} cannot be read, so the defaults are used`, path, error),
    );
  }
}

function isNewer(raw: unknown): boolean {
  const found = (raw as { readonly version?: unknown }).version;
  return typeof found === 'string' && /^\d+$/.test(found) && found !== version;
}

function readMembers<Value extends object>(
  { schema, blank }: Description<Value>,
  raw: unknown,
): Result<Value, string> {
  const { version: found, ...members } = raw as Record<string, unknown>;
  const parsed = v.safeParse(schema, { ...blank, ...members });
  if (found === version && parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues ?? [];
  const path = issue === undefined ? null : v.getDotPath(issue);
  return fail(
    path === null ? 'it does not hold what this workbench writes' : `${path} is not what it may be`,
  );
}

/** The next save would replace the file, so it is moved out of the way first. */
function setAsideDamaged({ path, what }: Pick<Description<unknown>, 'path' | 'what'>, why: string): Problem {
  const problem = (remedy: string): Problem => ({
    code: 'storage',
    message: `${what} cannot be read (${path}): ${why}.`,
    remedy,
  });
  try {
    return problem(`The file was kept as ${setAside(path)}; until it is put back, the defaults are used.`);
  } catch {
    return problem('Move the file away; the defaults are used.');
  }
}

function newer({ path, what }: Pick<Description<unknown>, 'path' | 'what'>): Problem {
  return {
    code: 'storage',
    message: `${what} were written by a newer workbench (${path}), so they are left alone.`,
    remedy: 'Start the newer workbench, or move the file away; until then the defaults are used.',
  };
}
