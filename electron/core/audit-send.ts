import type { AuditEvent } from '../../shared/model/audit.ts';
import type { JournalRefund } from '../../shared/model/journal.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { AuditTrail } from '../../shared/ports/audit-trail.ts';
import { isSandbox } from './check-rails.ts';
import type { OpenDraft } from './open-draft.ts';
import { toAuditEvent } from './to-audit-event.ts';

/** Writes a line about a send that moves money. The sandbox moves none and is left out. */
export function auditSend(
  { what, ...event }: Pick<AuditEvent, 'what' | 'exchangeId' | 'verdict' | 'detail'>,
  open: OpenDraft,
  refunds: readonly JournalRefund[],
  audit: AuditTrail,
): Result<null, Problem> {
  if (isSandbox(open) || !open.operation.movesMoney) return ok(null);
  const fingerprints = refunds.map(({ fingerprint }) => fingerprint);
  return audit.append(
    toAuditEvent(what, { ...event, environment: open.environment, api: open.api.id, fingerprints }),
  );
}
