import type { EnvironmentOverview, Handlers } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import {
  adoptSecrets,
  describeEnvironments,
  findEnvironment,
  refuseBuiltIn,
  saveEnvironment,
} from './environments.ts';
import type { Ports } from './ports.ts';

type EnvironmentCommand = Extract<keyof Handlers, `environment.${string}` | `secret.${string}`>;

/** The handlers of environments and of the secrets in them. */
export function environmentHandlers({
  environments,
  secrets,
}: Pick<Ports, 'environments' | 'secrets'>): Pick<Handlers, EnvironmentCommand> {
  const overview = async (): Promise<EnvironmentOverview> => {
    await secrets.vault.describe();
    return describeEnvironments(environments, secrets);
  };
  const after = async (done: Result<unknown, Problem>): Promise<Result<EnvironmentOverview, Problem>> =>
    done.ok ? ok(await overview()) : done;
  return {
    'environment.list': overview,
    'environment.save': async (environment) => {
      const allowed = refuseBuiltIn(environment.id);
      return after(allowed.ok ? saveEnvironment(environments, environment) : allowed);
    },
    'environment.remove': async ({ id }) => {
      const allowed = refuseBuiltIn(id);
      return after(allowed.ok ? environments.remove(id) : allowed);
    },
    'environment.activate': async ({ id }) => {
      const found = findEnvironment(environments, id);
      return after(found.ok ? environments.activate(found.value.id) : found);
    },
    'secret.set': async ({ environmentId, name, value }) => {
      await secrets.vault.describe();
      return after(secrets.set(environmentId, name, value));
    },
    'secret.clear': async ({ environmentId, name }) => {
      await secrets.vault.describe();
      return after(secrets.clear(environmentId, name));
    },
    'secret.adopt': async ({ environmentId }) => {
      await secrets.vault.describe();
      return after(adoptSecrets(environments, secrets, environmentId));
    },
  };
}
