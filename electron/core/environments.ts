import { apis } from '../../shared/apis/registry.ts';
import type { EnvironmentOverview } from '../../shared/contract/commands.ts';
import {
  type Environment,
  type EnvironmentVariable,
  sandboxEnvironmentId,
} from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { EnvironmentListing, EnvironmentStore } from '../../shared/ports/environment-store.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';
import { secretsInFile } from './secret-names.ts';
import { standsInFile } from './withheld-secrets.ts';

/** The built-in environment; its variables come from the sandbox of each API. */
export const sandboxEnvironment: Environment = {
  id: sandboxEnvironmentId,
  name: 'Local sandbox',
  environmentClass: 'sandbox',
  notes: 'Runs on this machine with invented credentials. No account, no money.',
  variables: [],
  secrets: [],
};

/** Finds an environment by id or by name, as people type either. */
export function findEnvironment(store: EnvironmentStore, wanted: string): Result<Environment, Problem> {
  const { environments, files, unreadable } = listEnvironments(store);
  const named = environments.filter(({ name }) => isSameName(name, wanted));
  const found = environments.find(({ id }) => id === wanted) ?? named[0];
  if (found !== undefined && found.id !== wanted && named.length > 1) return fail(ambiguous(named));
  const readOnly = found === undefined ? null : (files[found.id]?.readOnly ?? null);
  if (readOnly !== null) return fail(readOnly);
  if (found !== undefined) return ok(found);
  const broken = unreadable.find(({ id }) => id === wanted);
  if (broken !== undefined) return fail(broken.problem);
  return fail({
    code: 'unknown-environment',
    message: `There is no environment "${wanted}".`,
    remedy: `Use one of: ${environments.map(({ id }) => id).join(', ')}; or create it in the workspace.`,
  });
}

/** Everything a client may know about environments; of secrets the names and, of long ones, the last characters. */
export function describeEnvironments(store: EnvironmentStore, secrets: SecretStore): EnvironmentOverview {
  const { environments, files, unreadable } = listEnvironments(store);
  const activeId = store.activeId();
  const inFiles = environments.map((environment) => secretsInFile(apis, environment));
  const isUsable = (id: string): boolean => files[id]?.readOnly === null;
  return {
    environments: environments.map((environment, index) => without(environment, inFiles[index] ?? [])),
    files,
    problems: [
      ...unreadable.map(({ problem }) => problem),
      ...Object.values(files).flatMap(({ readOnly }) => (readOnly === null ? [] : [readOnly])),
      ...sharedNames(environments),
      ...environments.flatMap((environment, index) =>
        (inFiles[index] ?? []).map(({ name }) => standsInFile(name, environment)),
      ),
    ],
    activeId: isUsable(activeId) ? activeId : sandboxEnvironmentId,
    secrets: Object.fromEntries(
      [...environments.map(({ id }) => id), ...secrets.environmentIds()].map((id) => [id, secrets.list(id)]),
    ),
    secretsInFiles: Object.fromEntries(
      environments.map(({ id }, index) => [id, (inFiles[index] ?? []).map(({ name }) => name)]),
    ),
  };
}

/** Moves the secrets that stand in the file of an environment to where secrets are kept; one that is kept already stays. */
export function adoptSecrets(
  store: EnvironmentStore,
  secrets: SecretStore,
  environmentId: string,
): Result<null, Problem> {
  const found = findEnvironment(store, environmentId);
  if (!found.ok) return found;
  const inFile = secretsInFile(apis, found.value);
  const kept = new Set(secrets.list(found.value.id).map(({ name }) => name));
  for (const { name, value } of inFile.filter((variable) => !kept.has(variable.name))) {
    const set = secrets.set(found.value.id, name, value);
    if (!set.ok) return set;
  }
  const { revision = null } = store.list().files[found.value.id] ?? {};
  const saved = store.save(without(found.value, inFile), revision);
  return saved.ok ? store.forgetCopies(found.value.id) : saved;
}

function without(environment: Environment, unwanted: readonly EnvironmentVariable[]): Environment {
  const names = new Set(unwanted.map(({ name }) => name));
  return { ...environment, variables: environment.variables.filter(({ name }) => !names.has(name)) };
}

/** The built-in environment stays as it is. */
export function refuseBuiltIn(id: string): Result<null, Problem> {
  if (id !== sandboxEnvironmentId) return ok(null);
  return fail({
    code: 'bad-environment',
    message: 'The local sandbox is built in and cannot be changed or removed.',
    remedy: 'Create an environment of your own.',
  });
}

/**
 * Saves what a user may save: not the built-in environment, and no second one of a name. A client does not know the
 * secrets in its file; they stay there until they are moved.
 */
export function saveEnvironment(
  store: EnvironmentStore,
  environment: Environment,
  revision: string | null,
): Result<Environment, Problem> {
  const allowed = refuseBuiltIn(environment.id);
  if (!allowed.ok) return allowed;
  const { environments } = listEnvironments(store);
  const twin = environments.find(
    ({ id, name }) => id !== environment.id && isSameName(name, environment.name),
  );
  if (twin !== undefined) return fail(nameTaken(twin));
  const before = environments.find(({ id }) => id === environment.id);
  const unseen = before === undefined ? [] : secretsInFile(apis, before);
  const seen = without(environment, unseen);
  return store.save({ ...seen, variables: [...seen.variables, ...unseen] }, revision);
}

/** The environments of the workspace, the built-in one first. */
export function listEnvironments(store: EnvironmentStore): EnvironmentListing {
  const { environments, ...others } = store.list();
  return { environments: [sandboxEnvironment, ...environments], ...others };
}

function isSameName(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}

/** Files that were edited by hand may share a name; the command line then needs the id. */
function sharedNames(environments: readonly Environment[]): readonly Problem[] {
  const groups = Map.groupBy(environments, ({ name }) => name.trim().toLowerCase());
  return [...groups.values()].filter((group) => group.length > 1).map((group) => ambiguous(group));
}

function ambiguous(group: readonly Environment[]): Problem {
  return {
    code: 'bad-environment',
    message: `There are ${group.length} environments of the name ${group[0]?.name ?? ''}: ${group.map(({ id }) => id).join(', ')}.`,
    remedy: 'Rename all but one; until then the command line takes only the id.',
  };
}

function nameTaken({ id, name }: Environment): Problem {
  return {
    code: 'bad-environment',
    message: `There is an environment of the name ${name} already (${id}), so nothing was saved.`,
    remedy: 'Choose another name.',
  };
}
