import { minorToMajor } from '../../model/amount.ts';
import type { SandboxRecord } from '../../model/sandbox.ts';
import type { Ledger, Payment, Refund } from './sandbox-ledger.ts';
import { titleOf } from './sandbox-payments.ts';

/** The payments and refunds of a ledger as people read them. */
export function describeLedger({ payments, refunds }: Ledger): readonly SandboxRecord[] {
  const seeds = new Set(payments.map(({ firstPayment }) => firstPayment));
  return [
    ...payments.map((payment) => describePayment(payment, seeds.has(payment.id))),
    ...refunds.map((refund) => describeRefund(refund)),
  ];
}

function describePayment(payment: Payment, hasLater: boolean): SandboxRecord {
  const { id, code, processorId, paid, left, parts, tickets, declines } = payment;
  return {
    kind: 'payment',
    id,
    title: titleOf(payment),
    state: left === '0' ? 'REFUNDED' : left === paid ? 'PAID' : 'PARTIALLY_REFUNDED',
    facts: [
      { name: 'paid', value: money(paid) },
      { name: 'left', value: money(left) },
      ...Object.entries(parts).map(([name, part]) => ({
        name,
        value: `${money(part.left)} left of ${money(part.paid)}`,
      })),
      ...Object.entries(tickets).map(([name, { sold, valid }]) => ({
        name: `tickets of class ${name}`,
        value: `${valid} valid of ${sold}`,
      })),
      { name: 'user_confirmation_code', value: code },
      { name: 'processor_transaction_id', value: processorId },
      ...describeGift(payment, hasLater),
      ...(declines ? [{ name: 'gateway', value: 'declines a refund that it is asked to process' }] : []),
    ],
  };
}

function describeGift({ gift, firstPayment }: Payment, hasLater: boolean): SandboxRecord['facts'] {
  if (gift === 'once') return [];
  const runs = gift === 'recurring' ? 'active' : 'cancelled';
  const place =
    firstPayment === null
      ? `first payment, ${hasLater ? 'with' : 'without'} later ones`
      : `later payment, after ${firstPayment}`;
  return [{ name: 'recurring gift', value: `${runs}; ${place}` }];
}

function describeRefund({ id, payment, cents, processed, mailed }: Refund): SandboxRecord {
  return {
    kind: 'refund',
    id,
    title: `${money(cents)} of payment ${payment}`,
    state: processed ? 'processed' : 'recorded only',
    facts: mailed ? [{ name: 'autoresponder', value: 'would be sent' }] : [],
  };
}

function money(cents: string): string {
  return `${minorToMajor(cents)} USD`;
}
