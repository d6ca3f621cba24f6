import type { ItemReading, Reading } from '../../definition/answer.ts';
import { xmlChildText } from '../../formats/xml.ts';
import { compareAmounts, minorToMajor, subtractAmounts } from '../../model/amount.ts';
import type { Verdict } from '../../model/verdict.ts';
import { type AnswerTree, childOf, childText } from './answer-tree.ts';
import {
  isCents,
  isPartial,
  nameOfItem,
  type RefundItem,
  statedAmounts,
  storeItems,
  totalOf,
} from './refund-request.ts';

/** What the results of an answer say, item by item. */
export type ResultReading = Required<Pick<Reading, 'items' | 'identifiers' | 'notes'>>;

const amountNames = ['initial_amount', 'refund_amount', 'final_amount'] as const;

/** Reads the results and ties each to the refund it answers; `asked` is `null` where the request is not known. */
export function readResults(
  results: readonly AnswerTree[],
  asked: readonly RefundItem[] | null,
): ResultReading {
  const tied = tieResults(results, asked ?? []);
  const unanswered =
    asked !== null && results.length < asked.length ? asked.filter((item) => !tied.includes(item)) : [];
  const notes = results.flatMap((result, index) => notesOn(result, tied[index] ?? null));
  return {
    items: [
      ...results.map((result, index) => readItem(result, tied[index] ?? null)),
      ...unanswered.map(readUnanswered),
    ],
    identifiers: results.flatMap((result) => {
      const refundId = refundIdOf(result);
      return refundId === null ? [] : [['refund_transaction_id', refundId] as const];
    }),
    notes: [...orderNotes(results, asked), ...notes],
  };
}

/**
 * By position, as in the samples. Where the counts differ, or an answered id contradicts the one asked for at the same
 * place or belongs to another place, positions mean nothing and only ids tie.
 */
function tieResults(
  results: readonly AnswerTree[],
  asked: readonly RefundItem[],
): readonly (RefundItem | null)[] {
  const inOrder = isInOrder(results, asked);
  return results.map((result, index) => {
    if (inOrder) return asked[index] ?? null;
    const same = asked.filter((item) => agreement(result, item) === 'agrees');
    return same.length === 1 ? (same[0] ?? null) : null;
  });
}

function isInOrder(results: readonly AnswerTree[], asked: readonly RefundItem[]): boolean {
  return (
    results.length === asked.length &&
    results.every((result, index) => {
      const here = agreement(result, asked[index] ?? null);
      const isElsewhere = (): boolean => asked.some((item) => agreement(result, item) === 'agrees');
      return here === 'agrees' || (here === 'open' && !isElsewhere());
    })
  );
}

function agreement(result: AnswerTree, item: RefundItem | null): 'agrees' | 'contradicts' | 'open' {
  if (item === null) return 'open';
  const paymentId = childText(result, 'payment_transaction_id') ?? '';
  const processorId = childText(result, 'payment_processor_transaction_id') ?? '';
  const pairs = [
    [paymentId, xmlChildText(item.element, 'transaction_id') ?? ''],
    [processorId, xmlChildText(item.element, 'processor_transaction_id') ?? ''],
  ] as const;
  const comparable = pairs.filter(([answered, named]) => answered !== '' && named !== '');
  if (comparable.some(([answered, named]) => answered !== named)) return 'contradicts';
  // In every sample the confirmation code ends in the transaction id; a code that does not proves nothing.
  const code = xmlChildText(item.element, 'user_confirmation_code') ?? '';
  const endsInId = paymentId !== '' && code.endsWith(`-${paymentId}`);
  return comparable.length > 0 || endsInId ? 'agrees' : 'open';
}

function orderNotes(results: readonly AnswerTree[], asked: readonly RefundItem[] | null): readonly string[] {
  if (asked === null || isInOrder(results, asked)) return [];
  return asked.length === results.length
    ? ['The results do not come in the order of the request; they are tied to it by id.']
    : [`${asked.length} refunds were asked for, and ${results.length} results came back.`];
}

function readItem(result: AnswerTree, item: RefundItem | null): ItemReading {
  const verdict = verdictOf(result);
  return {
    kind: item?.kind.word ?? 'refund',
    asked: item === null ? null : nameOfItem(item),
    verdict,
    detail:
      item === null ? `${nameOfResult(result)}: ${detailOf(result, verdict)}` : detailOf(result, verdict),
    refundId: refundIdOf(result),
  };
}

function readUnanswered(item: RefundItem): ItemReading {
  return {
    kind: item.kind.word,
    asked: nameOfItem(item),
    verdict: 'unknown',
    detail: 'no result can be tied to it',
    refundId: null,
  };
}

function verdictOf(result: AnswerTree): Verdict {
  const success = childText(result, 'success');
  if (success === 'true' || success === '1') return 'accepted';
  return success === 'false' || success === '0' ? 'refused' : 'unknown';
}

function detailOf(result: AnswerTree, verdict: Verdict): string {
  if (verdict === 'refused') return 'refused; no reason is given';
  if (verdict === 'unknown') return 'success is neither true nor false';
  const refund = decimalOf(result, 'refund_amount');
  const initial = decimalOf(result, 'initial_amount');
  if (refund === null) return 'recorded; no amount is given';
  const currency = currencyOf(result);
  if (initial === null) return `${minorToMajor(refund)} ${currency} (${refund} in cents)`;
  return compareAmounts(refund, initial) === 0
    ? `${minorToMajor(refund)} ${currency}, all of it (${refund} in cents)`
    : `${minorToMajor(refund)} of ${minorToMajor(initial)} ${currency} (${refund} of ${initial} in cents)`;
}

/** Remarks on one result: where it contradicts itself, or what was asked for. */
function notesOn(result: AnswerTree, item: RefundItem | null): readonly string[] {
  if (verdictOf(result) !== 'accepted') return [];
  const name = item === null ? nameOfResult(result) : `${item.kind.noun} ${nameOfItem(item) ?? ''}`.trim();
  const remarks = [
    ...formattedRemarks(result),
    ...sumRemarks(result),
    ...(item === null ? [] : askedRemarks(result, item)),
    ...(refundIdOf(result) === null ? ['success is true, but no refund_transaction_id is given.'] : []),
  ];
  return remarks.map((remark) => `${name}: ${remark}`);
}

/** The sample answers of the document print `formatted` amounts that do not belong to their `decimal`. */
function formattedRemarks(result: AnswerTree): readonly string[] {
  const wrong = amountNames.flatMap((name) => {
    const decimal = decimalOf(result, name);
    const formatted = childText(childOf(result, name), 'formatted');
    if (decimal === null || formatted === null || !/\d/.test(formatted)) return [];
    if (digitsOf(formatted) === digitsOf(minorToMajor(decimal))) return [];
    return [`${name} is ${decimal}, but formatted as ${formatted}`];
  });
  if (wrong.length === 0) return [];
  return [`${wrong.join('; ')}. The decimals count, in cents; the document shows the same slip.`];
}

function sumRemarks(result: AnswerTree): readonly string[] {
  const initial = decimalOf(result, 'initial_amount');
  const refund = decimalOf(result, 'refund_amount');
  const final = decimalOf(result, 'final_amount');
  if (initial === null || refund === null || final === null) return [];
  if (compareAmounts(subtractAmounts(initial, refund), final) === 0) return [];
  return [`initial ${initial} minus refund ${refund} is not final ${final} (in cents).`];
}

function askedRemarks(result: AnswerTree, item: RefundItem): readonly string[] {
  const answered = decimalOf(result, 'refund_amount');
  if (!isPartial(item)) {
    return childText(result, 'full_refund') === 'false'
      ? ['a full refund was asked for, but full_refund is false.']
      : [];
  }
  const total = storeItems(item).length > 0 ? null : totalOf(statedAmounts(item));
  if (answered === null || total === null || compareAmounts(answered, total) === 0) return [];
  return [`${total} cents were asked for, and ${answered} were recorded.`];
}

function nameOfResult(result: AnswerTree): string {
  const id = childText(result, 'payment_transaction_id');
  return id === null || id === '' ? 'unnamed transaction' : `transaction ${id}`;
}

function refundIdOf(result: AnswerTree): string | null {
  const id = childText(result, 'refund_transaction_id');
  return id === '' ? null : id;
}

function decimalOf(result: AnswerTree, name: string): string | null {
  const decimal = childText(childOf(result, name), 'decimal');
  return decimal !== null && isCents(decimal) ? decimal : null;
}

/** The document shows dollars and names no currency; another sign is given as it came. */
function currencyOf(result: AnswerTree): string {
  const formatted = childText(childOf(result, 'refund_amount'), 'formatted') ?? '';
  const sign = formatted.replaceAll(/[\d.,\s]/g, '');
  return sign === '' || sign === '$' ? 'USD' : sign;
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '').replace(/^0+/, '');
}
