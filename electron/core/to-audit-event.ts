import type { AuditEvent } from '../../shared/model/audit.ts';
import type { Environment } from '../../shared/model/environment.ts';

/** An audit event with what is known of it; the rest is empty. */
export function toAuditEvent(
  what: AuditEvent['what'],
  known: Partial<Omit<AuditEvent, 'environment'>> & { readonly environment?: Environment | null },
): AuditEvent {
  const { environment = null, ...rest } = known;
  return {
    api: null,
    fingerprints: [],
    exchangeId: null,
    verdict: null,
    detail: '',
    ...rest,
    what,
    environment: environment === null ? null : placeOf(environment),
  };
}

function placeOf({ id, name, environmentClass }: Environment): AuditEvent['environment'] {
  return { id, name, environmentClass };
}
