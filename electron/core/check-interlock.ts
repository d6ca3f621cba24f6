import { compareAmounts, parseAmount } from '../../shared/model/amount.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Refund } from '../../shared/model/refund.ts';
import type { Interlock } from './interlock.ts';
import type { OpenDraft } from './open-draft.ts';

/**
 * What stops a send that moves money in production: it is not armed, or it was not confirmed by typing the last four
 * characters of the transaction or the amount; the first refund of a batch stands for all of it. A call that changes
 * something and refunds nothing, such as a cancellation, is confirmed with the environment's name. Calls that only ask
 * pass.
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
  const typed = confirmation?.trim() ?? '';
  const confirmed = refund === undefined ? typed === environment.name : isConfirmed(refund, typed);
  return confirmed
    ? []
    : [notConfirmed(refund === undefined ? nameWords(environment.name) : refundWords(refund))];
}

function isConfirmed({ transaction, amount }: Refund, typed: string): boolean {
  if (typed === lastFour(transaction)) return true;
  if (amount === null || !parseAmount(typed).ok || !parseAmount(amount).ok) return false;
  return compareAmounts(typed, amount) === 0;
}

function lastFour(transaction: string): string {
  return transaction.slice(-4);
}

function notArmed(environmentId: string, name: string): Problem {
  return {
    code: 'not-armed',
    message: `${name} is production, and production is read-only until it is armed.`,
    remedy: 'Arm it for a few minutes, then send again.',
    stop: { kind: 'not-armed', environmentId },
  };
}

function notConfirmed(asked: string): Problem {
  return {
    code: 'not-confirmed',
    message: 'This moves money in production and was not confirmed.',
    remedy: `Type ${asked}.`,
    stop: { kind: 'not-confirmed', asked },
  };
}

function refundWords({ transaction, amount }: Refund): string {
  return `the last four characters of the transaction ${transaction}${amount === null ? '' : ', or the amount'}`;
}

function nameWords(name: string): string {
  return `the name of the environment, ${name}`;
}
