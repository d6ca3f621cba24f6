import { compareAmounts, parseAmount } from '../../../shared/model/amount.ts';
import type { BatchConfirmation } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { BatchSum } from '../../../shared/ports/batch-store.ts';

/** What to type to send some rows: their total, or where none has an amount how many they are. */
export function confirmationOf({ rows, amount, withoutAmount }: BatchSum): BatchConfirmation {
  if (rows === 0) return { text: '', asked: '' };
  return rows === withoutAmount
    ? { text: String(rows), asked: `the number of refunds, ${rows}` }
    : { text: amount, asked: `the total, ${amount}` };
}

/** Whether that was typed; `4250` is `4250.00`. */
export function isConfirmed({ text }: BatchConfirmation, typed: string): boolean {
  const given = typed.trim();
  if (text === '' || given === text) return true;
  return parseAmount(given).ok && parseAmount(text).ok && compareAmounts(given, text) === 0;
}

export function notConfirmed({ asked }: BatchConfirmation): Problem {
  return {
    code: 'not-confirmed',
    message: 'The batch was not confirmed, so nothing was sent.',
    remedy: `Type ${asked}.`,
    stop: { kind: 'not-confirmed', asked },
  };
}
