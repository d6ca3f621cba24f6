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
import { toAuditEvent } from './to-audit-event.ts';

type EnvironmentCommand = Extract<keyof Handlers, `environment.${string}` | `secret.${string}`>;

/** The handlers of environments and of the secrets in them. */
export function environmentHandlers(
  { environments, secrets, audit }: Pick<Ports, 'environments' | 'secrets' | 'audit'>,
  tell: () => void,
): Pick<Handlers, EnvironmentCommand> {
  const overview = async (): Promise<EnvironmentOverview> => {
    await secrets.vault.describe();
    return describeEnvironments(environments, secrets);
  };
  const after = async (done: Result<unknown, Problem>): Promise<Result<EnvironmentOverview, Problem>> =>
    done.ok ? ok(await overview()) : done;
  const audited = (
    what: 'secret-set' | 'secret-cleared',
    environmentId: string,
    detail: string,
    done: Result<null, Problem>,
  ): Result<null, Problem> => {
    const found = findEnvironment(environments, environmentId);
    const environment = found.ok ? found.value : null;
    return done.ok ? audit.append(toAuditEvent(what, { environment, detail })) : done;
  };
  return {
    'environment.list': overview,
    'environment.save': async ({ revision, ...environment }) =>
      after(saveEnvironment(environments, environment, revision ?? null)),
    'environment.remove': async ({ id }) => {
      const allowed = refuseBuiltIn(id);
      return after(allowed.ok ? environments.remove(id) : allowed);
    },
    // The choice and the secrets stay as they are, so that bringing it back brings everything back.
    'environment.restore': async ({ id }) => after(environments.restore(id)),
    'environment.activate': async ({ id }) => {
      const found = findEnvironment(environments, id);
      const activated = found.ok ? environments.activate(found.value.id) : found;
      if (activated.ok) tell();
      return after(activated);
    },
    'secret.set': async ({ environmentId, name, value }) => {
      await secrets.vault.describe();
      return after(audited('secret-set', environmentId, name, secrets.set(environmentId, name, value)));
    },
    'secret.clear': async ({ environmentId, name }) => {
      await secrets.vault.describe();
      return after(audited('secret-cleared', environmentId, name, secrets.clear(environmentId, name)));
    },
    'secret.adopt': async ({ environmentId }) => {
      await secrets.vault.describe();
      const adopted = adoptSecrets(environments, secrets, environmentId);
      return after(audited('secret-set', environmentId, 'From the file of the environment.', adopted));
    },
  };
}
