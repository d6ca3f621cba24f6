import type { EnvironmentOverview } from '../../shared/contract/commands.ts';
import { type Environment, sandboxEnvironmentId } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { EnvironmentListing, EnvironmentStore } from '../../shared/ports/environment-store.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';

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

/** Everything a client may know about environments; of secrets the names only. */
export function describeEnvironments(store: EnvironmentStore, secrets: SecretStore): EnvironmentOverview {
  const { environments, unreadable } = listEnvironments(store);
  const activeId = store.activeId();
  return {
    environments,
    problems: unreadable.map(({ problem }) => problem),
    activeId: environments.some(({ id }) => id === activeId) ? activeId : sandboxEnvironmentId,
    secretNames: Object.fromEntries(environments.map(({ id }) => [id, secrets.names(id)])),
  };
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
