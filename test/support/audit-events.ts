import type { AuditEvent } from '../../shared/model/audit.ts';

/** An event of every kind of value; the given parts replace its own. */
export function auditEvent(parts: Partial<AuditEvent> = {}): AuditEvent {
  return {
    what: 'sent',
    environment: { id: 'acme', name: 'Acme test', environmentClass: 'test' },
    api: 'payu',
    fingerprints: ['an-invented-fingerprint'],
    exchangeId: '12',
    verdict: 'pending',
    detail: 'Refund of 1.00, invented',
    ...parts,
  };
}
