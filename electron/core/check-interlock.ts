import { compareAmounts, parseAmount } from '../../shared/model/amount.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Refund } from '../../shared/model/refund.ts';
import type { Interlock } from './interlock.ts';
import type { OpenDraft } from './open-draft.ts';

/**
 * What stops a send that moves money in production: it is not armed, or the refund was not confirmed by typing the last
 * four characters of its transaction or its amount. Calls that only ask pass.
 */
export function checkInterlock(
  { environment, operation }: OpenDraft,
  refunds: readonly Refund[],
  confirmation: string | null,
  interlock: Interlock,
): readonly Problem[] {
  if (environment.environmentClass !== 'production' || !operation.movesMoney) return [];
  if (!interlock.isArmed(environment.id)) return [notArmed(environment.id, environment.name)];
  const [refund] = refunds;
  if (refund === undefined) return [unreadable];
  return confirmation !== null && isConfirmed(refund, confirmation.trim()) ? [] : [notConfirmed(refund)];
}

/** The first refund of a batch stands for all of it. */
function isConfirmed({ transaction, amount }: Refund, typed: string): boolean {
  if (typed === lastFour(transaction)) return true;
  return amount !== null && parseAmount(typed).ok && parseAmount(amount).ok
    ? compareAmounts(typed, amount) === 0
    : false;
}

function lastFour(transaction: string): string {
  return transaction.slice(-4);
}

function notArmed(environmentId: string, name: string): Problem {
  return {
    code: 'not-armed',
    message: `${name} is production, and production is read-only until it is armed.`,
    remedy: 'Arm it for a few minutes (--arm-production on the command line), then send again.',
    stop: { kind: 'not-armed', environmentId },
  };
}

function notConfirmed({ transaction, amount }: Refund): Problem {
  const asked = `the last four characters of the transaction ${transaction}${amount === null ? '' : ', or the amount'}`;
  return {
    code: 'not-confirmed',
    message: 'This moves money in production and was not confirmed.',
    remedy: `Type ${asked} (--confirm on the command line).`,
    stop: { kind: 'not-confirmed', asked },
  };
}

const unreadable: Problem = {
  code: 'not-confirmed',
  message: 'This moves money in production, and the workbench cannot read what it would refund.',
  remedy: 'Mend the body so that transaction and amount can be read; nothing else is sent to production.',
};
