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
  const { environments, unreadable } = listEnvironments(store);
  const found =
    environments.find(({ id }) => id === wanted) ??
    environments.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
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
  const { environments, unreadable } = listEnvironments(store);
  const activeId = store.activeId();
  const inFiles = environments.map((environment) => secretsInFile(apis, environment));
  return {
    environments: environments.map((environment, index) => without(environment, inFiles[index] ?? [])),
    problems: [
      ...unreadable.map(({ problem }) => problem),
      ...environments.flatMap((environment, index) =>
        (inFiles[index] ?? []).map(({ name }) => standsInFile(name, environment)),
      ),
    ],
    activeId: environments.some(({ id }) => id === activeId) ? activeId : sandboxEnvironmentId,
    secrets: Object.fromEntries(environments.map(({ id }) => [id, secrets.list(id)])),
    secretsInFiles: Object.fromEntries(
      environments.map(({ id }, index) => [id, (inFiles[index] ?? []).map(({ name }) => name)]),
    ),
  };
}

/** Saves an environment as a client knows it: without the secrets in its file, which stay there until they are moved. */
export function saveEnvironment(
  store: EnvironmentStore,
  environment: Environment,
): Result<Environment, Problem> {
  const before = listEnvironments(store).environments.find(({ id }) => id === environment.id);
  const unseen = before === undefined ? [] : secretsInFile(apis, before);
  const seen = without(environment, unseen);
  return store.save({ ...seen, variables: [...seen.variables, ...unseen] });
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
  const saved = store.save(without(found.value, inFile));
  // Twice, because the copy of the text before would still hold the secrets.
  const cleaned = saved.ok ? store.save(saved.value) : saved;
  return cleaned.ok ? ok(null) : cleaned;
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

function listEnvironments(store: EnvironmentStore): EnvironmentListing {
  const { environments, unreadable } = store.list();
  return { environments: [sandboxEnvironment, ...environments], unreadable };
}
