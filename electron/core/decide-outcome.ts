import type { DecideInput } from '../../shared/contract/commands.ts';
import type { JournalEntry } from '../../shared/model/journal.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, type Result } from '../../shared/model/result.ts';
import type { Ports } from './ports.ts';
import { toAuditEvent } from './to-audit-event.ts';

/** Writes down what a person found out about the refunds of an exchange; the guard then goes by it. */
export function decideOutcome(
  { exchangeId, state, note }: DecideInput,
  { history, clock, audit }: Ports,
): Result<readonly JournalEntry[], Problem> {
  const at = new Date(clock.now()).toISOString();
  const decided = history.decide(exchangeId, { state, at, by: 'user', note });
  if (!decided.ok) return decided;
  if (decided.value === 0) return fail(nothingToDecide(exchangeId));
  const refunds = history.refundsOf(exchangeId);
  if (!refunds.ok) return refunds;
  const written = audit.append(
    toAuditEvent('decided', {
      api: refunds.value[0]?.api ?? null,
      fingerprints: refunds.value.map(({ fingerprint }) => fingerprint),
      exchangeId,
      verdict: state,
      detail: note,
    }),
  );
  return written.ok ? refunds : written;
}

function nothingToDecide(exchangeId: string): Problem {
  return {
    code: 'unknown-entry',
    message: `History ${exchangeId} holds no refund whose outcome is open.`,
    remedy: 'Look it up in the history; only unknown and pending refunds can be decided.',
  };
}
