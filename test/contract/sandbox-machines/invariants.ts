import type { SandboxResponse } from '../../../shared/definition/sandbox-definition.ts';
import { parseJson } from '../../../shared/formats/json.ts';
import { parseXml } from '../../../shared/formats/xml.ts';
import { addAmounts, compareAmounts } from '../../../shared/model/amount.ts';
import type { Account, Book, BookedRefund } from './sandbox-machine.ts';

/** What a step may have done to the book. */
export type Step =
  /** Waiting refunds ended, nothing else. */
  | { readonly kind: 'settled'; readonly mayFail: boolean }
  /** A request was answered: exactly what it accepted is new. */
  | { readonly kind: 'answered'; readonly accepted: readonly string[]; readonly mayFail: boolean }
  /** A pick may have arranged anything that could have happened, but takes nothing away beside what is bought anew. */
  | { readonly kind: 'arranged'; readonly boughtAnew: readonly string[] };

/** Accounts that were found to be sound; a ledger that changes keeps most of what it had. */
const sound = new WeakSet<Account>();

/** Nothing is given back that was not paid, and every refund that was answered as accepted is there as it was asked. */
export function checkBook(book: Book, accepted: Book['refunds']): void {
  for (const [account, known] of book.accounts) {
    if (sound.has(known)) continue;
    const { paid, taken } = known;
    if (compareAmounts(taken, '0') < 0) throw new Error(`${account}: ${taken} is given back`);
    if (compareAmounts(taken, paid) > 0)
      throw new Error(`${account}: ${taken} is given back of the ${paid} that were paid`);
    sound.add(known);
  }
  for (const [id, { parts }] of accepted) {
    const booked = book.refunds.get(id);
    if (booked === undefined) throw new Error(`refund ${id} was accepted and is gone`);
    if (!isSame(parts, booked.parts))
      throw new Error(
        `refund ${id} was accepted as ${JSON.stringify(parts)}, and is ${JSON.stringify(booked.parts)}`,
      );
  }
  checkSums(book);
}

/** What counts of all refunds is what is gone, or less where some was gone from the start. */
function checkSums({ accounts, refunds }: Book): void {
  const sums = new Map<string, string>();
  for (const { parts, counts } of refunds.values()) {
    if (!counts) continue;
    for (const [account, amount] of parts) sums.set(account, addAmounts(sums.get(account) ?? '0', amount));
  }
  for (const [account, sum] of sums) {
    // A pick may take away a product; its refunds stay, and count again when it is back.
    const taken = accounts.get(account)?.taken ?? sum;
    if (compareAmounts(sum, taken) > 0)
      throw new Error(`${account}: its refunds come to ${sum}, but only ${taken} is gone`);
  }
}

/** What became of the book in one step. */
export function checkChange(before: Book, after: Book, step: Step): void {
  if (before === after && (step.kind !== 'answered' || step.accepted.length === 0)) return;
  for (const [id, { counts }] of before.refunds) {
    if (step.kind === 'arranged' && step.boughtAnew.includes(id)) continue;
    const now = after.refunds.get(id);
    if (now === undefined) throw new Error(`refund ${id} is gone`);
    const mayFail = step.kind === 'arranged' || step.mayFail;
    if (counts && !now.counts && !mayFail) throw new Error(`refund ${id} counts no more`);
    if (!counts && now.counts) throw new Error(`refund ${id} counts again`);
  }
  if (step.kind === 'arranged') return;
  const added = [...after.refunds.keys()].filter((id) => !before.refunds.has(id));
  const expected = step.kind === 'answered' ? step.accepted : [];
  if (added.toSorted().join() !== expected.toSorted().join())
    throw new Error(`accepted was ${expected.join()}, booked was ${added.join()}`);
  if (expected.length > 0) return;
  for (const [account, now] of after.accounts) {
    const earlier = before.accounts.get(account);
    if (earlier === now) continue;
    const { taken } = now;
    if (compareAmounts(taken, earlier?.taken ?? '0') > 0)
      throw new Error(`${account}: refused, but ${taken} is gone`);
  }
}

function isSame(left: BookedRefund['parts'], right: BookedRefund['parts']): boolean {
  return (
    left.length === right.length &&
    left.every(([account, amount], index) => {
      const [otherAccount, otherAmount] = right[index] ?? ['', '0'];
      return account === otherAccount && compareAmounts(amount, otherAmount) === 0;
    })
  );
}

/** Bodies that were found to be well-formed; most answers are alike. */
const wellFormed = new Set<string>();

/** The body is what the content type says. */
export function checkFormat({ contentType, body, reason, status }: SandboxResponse): void {
  if (reason === '') throw new Error('an answer without a reason');
  if (!Number.isInteger(status) || status < 200 || status > 599) throw new Error(`status ${status}`);
  if (body === '' || wellFormed.has(body)) return;
  if (contentType.includes('json') && !parseJson(body).ok) throw new Error(`no JSON: ${body}`);
  if (contentType.includes('xml') && !parseXml(body).ok) throw new Error(`no XML: ${body}`);
  if (contentType.startsWith('text/plain') && !body.startsWith('Sandbox: '))
    throw new Error(`a text that does not say where it comes from: ${body}`);
  if (wellFormed.size < 20_000) wellFormed.add(body);
}
