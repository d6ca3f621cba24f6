import type { ArmedEnvironment, Handlers } from '../../shared/contract/commands.ts';
import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import type { Environment } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CoreState } from './core-state.ts';
import { findEnvironment } from './environments.ts';
import type { Ports } from './ports.ts';
import { toAuditEvent } from './to-audit-event.ts';

/** Arming of production: for a few minutes, told to every client, kept in the audit trail. */
export function productionHandlers(
  ports: Ports,
  { interlock }: CoreState,
  emit: (event: WorkbenchEvent) => void,
): Pick<Handlers, 'production.describe' | 'production.arm' | 'production.disarm'> {
  const tell = (): readonly ArmedEnvironment[] => {
    const armed = interlock.list();
    emit({ name: 'production.changed', armed });
    return armed;
  };
  return {
    'production.describe': async () => interlock.list(),
    'production.arm': async ({ environmentId, minutes }) => {
      const environment = findProduction(environmentId, ports);
      if (!environment.ok) return environment;
      const written = ports.audit.append(
        toAuditEvent('armed', { environment: environment.value, detail: `For ${minutes} minutes.` }),
      );
      if (!written.ok) return written;
      interlock.arm(environment.value.id, minutes);
      return ok(tell());
    },
    'production.disarm': async ({ environmentId }) => {
      interlock.disarm(environmentId);
      const armed = tell();
      const environment = findProduction(environmentId, ports);
      if (!environment.ok) return environment;
      const written = ports.audit.append(toAuditEvent('disarmed', { environment: environment.value }));
      return written.ok ? ok(armed) : written;
    },
  };
}

function findProduction(environmentId: string, { environments }: Ports): Result<Environment, Problem> {
  const environment = findEnvironment(environments, environmentId);
  if (!environment.ok || environment.value.environmentClass === 'production') return environment;
  return fail({
    code: 'bad-environment',
    message: `${environment.value.name} is not production, so there is nothing to arm.`,
    remedy: 'Send right away, or choose an environment of class production.',
  });
}
