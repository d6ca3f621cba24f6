import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseDocument, Scalar, stringify } from 'yaml';

import { fileSchemas } from '../../shared/contract/schemas.ts';
import { type Environment, sandboxEnvironmentId } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { EnvironmentStore } from '../../shared/ports/environment-store.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { storageProblem } from './storage-problem.ts';

/** The format of environment files; a file with a higher number was written by a newer workbench. */
const version = '1';

const ending = '.yaml';

/**
 * Environments as `environments/<id>.yaml` of the workspace, for git; which one is active is private and stands in
 * the data folder. A file that cannot be read is named and left as it is; it is never overwritten.
 */
export function createYamlEnvironmentStore(workspace: string, dataDirectory: string): EnvironmentStore {
  const folder = join(workspace, 'environments');
  const activePath = join(dataDirectory, 'active-environment.txt');
  const pathOf = (id: string): string => join(folder, id + ending);
  const read = (id: string): Result<Environment, Problem> => readEnvironment(id, pathOf(id));
  return {
    list: () => {
      const files = fileNames(folder);
      if (!files.ok) return { environments: [], unreadable: [{ id: '', problem: files.error }] };
      const ids = files.value.map((file) => file.slice(0, -ending.length));
      const results = ids.map((id) => ({ id, result: read(id) }));
      return {
        environments: results
          .flatMap(({ result }) => (result.ok ? [result.value] : []))
          .toSorted((left, right) => left.name.localeCompare(right.name)),
        unreadable: results.flatMap(({ id, result }) => (result.ok ? [] : [{ id, problem: result.error }])),
      };
    },
    save: (environment) => {
      const existing = readText(pathOf(environment.id));
      const readable = existing === null ? ok(null) : read(environment.id);
      if (!readable.ok)
        return fail({ ...readable.error, remedy: `${readable.error.remedy} It was not overwritten.` });
      return attempt('The environment cannot be saved', pathOf(environment.id), () => {
        writeFileAtomic(pathOf(environment.id), formatEnvironment(environment), 0o644);
        return environment;
      });
    },
    remove: (id) => {
      // An id from a page is a name inside the folder, never a way out of it.
      if (!fileNamesOf(folder).includes(id + ending)) return fail(noFile(id));
      return attempt('The environment cannot be removed', pathOf(id), () => {
        rmSync(pathOf(id));
        return null;
      });
    },
    activeId: () => readText(activePath)?.trim() ?? sandboxEnvironmentId,
    activate: (id) =>
      attempt('The choice cannot be saved', activePath, () => {
        writeFileAtomic(activePath, `${id}\n`);
        return null;
      }),
  };
}

function fileNames(folder: string): Result<readonly string[], Problem> {
  try {
    return ok(
      readdirSync(folder)
        .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
        .toSorted(),
    );
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing ? ok([]) : fail(storageProblem('The environments cannot be read', folder, error));
  }
}

function fileNamesOf(folder: string): readonly string[] {
  const names = fileNames(folder);
  return names.ok ? names.value : [];
}

function noFile(id: string): Problem {
  return {
    code: 'unknown-environment',
    message: `There is no file of an environment "${id}" in the workspace.`,
    remedy: 'Choose one of those listed.',
  };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readEnvironment(id: string, path: string): Result<Environment, Problem> {
  const text = readText(path);
  if (text === null) return fail(unreadable(path, 'it cannot be opened'));
  // The failsafe schema makes no numbers and no dates: 0005, 1.00 and 403993715529606983 stay text.
  const document = parseDocument(text, { schema: 'failsafe' });
  const [error] = document.errors;
  if (error !== undefined) return fail(unreadable(path, error.message.split('\n')[0] ?? 'it is not YAML'));
  const plain = toPlain(document);
  if (!plain.ok) return fail(unreadable(path, plain.error));
  const raw = plain.value;
  const fileVersion = field(raw, 'version');
  if (fileVersion !== version) {
    return fail(
      unreadable(
        path,
        `its version is ${JSON.stringify(fileVersion ?? null)}; this workbench reads version ${version}`,
      ),
    );
  }
  const parsed = v.safeParse(fileSchemas.environment, {
    id,
    name: field(raw, 'name') ?? id,
    environmentClass: field(raw, 'class'),
    notes: field(raw, 'notes') ?? '',
    variables: Object.entries(field(raw, 'variables') ?? {}).map(([name, value]) => ({
      name,
      value,
    })),
    secrets: field(raw, 'secrets') ?? [],
  });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return fail(unreadable(path, `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`));
  }
  if (id === sandboxEnvironmentId) {
    return fail(unreadable(path, 'sandbox is the name of the built-in environment; rename the file'));
  }
  if (parsed.output.environmentClass === 'sandbox') {
    return fail(unreadable(path, 'its class is sandbox, which is built in; use test or production'));
  }
  return ok(parsed.output);
}

/** References are followed only here: one to nothing, or thousands of them, are faults of the file, too. */
function toPlain(document: ReturnType<typeof parseDocument>): Result<unknown, string> {
  try {
    return ok(document.toJS());
  } catch (error) {
    return fail((error as Error).message);
  }
}

function field(raw: unknown, name: string): unknown {
  if (raw === null || typeof raw !== 'object' || !Object.hasOwn(raw, name)) return undefined;
  return (raw as Record<string, unknown>)[name];
}

function formatEnvironment(environment: Environment): string {
  const quoted = (text: string): Scalar => {
    const scalar = new Scalar(text);
    if (!text.includes('\n')) scalar.type = Scalar.QUOTE_DOUBLE;
    return scalar;
  };
  return stringify({
    version: quoted(version),
    name: quoted(environment.name),
    class: environment.environmentClass,
    ...(environment.notes === '' ? {} : { notes: quoted(environment.notes) }),
    variables: Object.fromEntries(environment.variables.map(({ name, value }) => [name, quoted(value)])),
    secrets: environment.secrets,
  });
}

function unreadable(path: string, reason: string): Problem {
  return {
    code: 'storage',
    message: `The environment file ${path} cannot be read: ${reason}.`,
    remedy:
      'Mend the file or move it away; until then the environment is left out, and the file is not touched.',
  };
}

function attempt<Value>(what: string, path: string, action: () => Value): Result<Value, Problem> {
  try {
    return ok(action());
  } catch (error) {
    return fail(storageProblem(what, path, error));
  }
}
