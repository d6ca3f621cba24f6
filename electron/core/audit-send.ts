import type { AuditEvent } from '../../shared/model/audit.ts';
import type { JournalRefund } from '../../shared/model/journal.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { AuditTrail } from '../../shared/ports/audit-trail.ts';
import { isSandbox } from './check-rails.ts';
import type { OpenDraft } from './open-draft.ts';

/** Writes a line about a send that moves money. The sandbox moves none and is left out. */
export function auditSend(
  event: Pick<AuditEvent, 'what' | 'exchangeId' | 'verdict' | 'detail'>,
  open: OpenDraft,
  refunds: readonly JournalRefund[],
  audit: AuditTrail,
): Result<null, Problem> {
  if (isSandbox(open) || !open.operation.movesMoney) return ok(null);
  const { id, name, environmentClass } = open.environment;
  return audit.append({
    ...event,
    environment: { id, name, environmentClass },
    api: open.api.id,
    fingerprints: refunds.map(({ fingerprint }) => fingerprint),
  });
}
