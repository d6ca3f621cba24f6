import type { Answer, Finding, Reading } from '../../definition/answer.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import type { Verdict } from '../../model/verdict.ts';
import { type AnswerTree, childOf, childrenOf, childText, toAnswerTree } from './answer-tree.ts';
import { readResults, type ResultReading } from './read-results.ts';
import { refundItemsOf } from './refund-request.ts';

/**
 * A refundResponse is judged by the `success` of each of its results, an errorResponse is a refusal whatever its HTTP
 * status is; everything else proves nothing.
 */
export function readAnswer({ status, body, request }: Answer): Reading {
  const root = toAnswerTree(body);
  const response = childOf(root, 'refundResponse');
  const error = childOf(root, 'errorResponse');
  if (response !== null && error !== null) return { verdict: 'unknown', findings: [] };
  if (response !== null) return readResponse(response, status, request);
  if (error !== null) return readError(error, status);
  const donation = childOf(root, 'donationResponse');
  return donation === null ? { verdict: 'unknown', findings: [] } : readDonation(donation);
}

function readResponse(response: AnswerTree, status: number | null, request: RequestParts | null): Reading {
  const asked = request === null ? null : refundItemsOf(request);
  const results = resultsOf(response);
  const read = readResults(results, asked);
  const odd =
    status === null || status === 200 ? [] : [`A refundResponse is documented with HTTP 200, not ${status}.`];
  const total = Math.max(results.length, asked?.length ?? 0);
  return summarise({ ...read, notes: [...odd, ...read.notes] }, total);
}

function resultsOf(response: AnswerTree): readonly AnswerTree[] {
  return childrenOf(response, 'refundResultList').flatMap((list) => childrenOf(list, 'refundResult'));
}

function readError(error: AnswerTree, status: number | null): Reading {
  const finding = findingOf(error);
  if (finding === null) return { verdict: 'unknown', findings: [] };
  const notes =
    status === 200 ? ['HTTP 200, and still an error: suppress_response_codes is true, or acts as if.'] : [];
  return { verdict: 'refused', findings: [finding], notes };
}

/** The `donate` family answers so; refundTransaction is not known to. */
function readDonation(donation: AnswerTree): Reading {
  const findings = childrenOf(donation, 'errors').flatMap((errors) => findingOf(errors) ?? []);
  const notes = ['This is how the donate methods answer, not refundTransaction.'];
  return { verdict: 'unknown', findings, notes };
}

function findingOf(tree: AnswerTree): Finding | null {
  const code = childText(tree, 'code') ?? '';
  const message = childText(tree, 'message') ?? '';
  if (code === '' && message === '') return null;
  return { code: code === '' ? null : code, message: message === '' ? null : message };
}

/** `total` is the number of refunds asked for, or of results where the request is not known. */
function summarise({ items, identifiers, notes }: ResultReading, total: number): Reading {
  const refused = items.filter((item) => item.verdict === 'refused').length;
  const recorded = items.filter((item) => item.verdict === 'accepted').length;
  const unclear = total - refused - recorded;
  const verdict: Verdict = refused > 0 ? 'refused' : unclear > 0 || total === 0 ? 'unknown' : 'accepted';
  const summary = summaryOf(total, refused, recorded, unclear);
  const reading = { verdict, findings: findingsOf(verdict), items, identifiers, notes };
  return summary === null ? reading : { ...reading, summary };
}

/** Our own words for what `success` says; the catalog explains them. */
function findingsOf(verdict: Verdict): readonly Finding[] {
  if (verdict === 'refused') return [{ code: 'item', message: 'success = false' }];
  return verdict === 'accepted' ? [{ code: null, message: 'success = true' }] : [];
}

/** `null` where the title of the catalog entry says it as well. */
function summaryOf(total: number, refused: number, recorded: number, unclear: number): string | null {
  if (total === 0) return 'the answer holds no result';
  if (total === 1) return unclear === 1 ? 'the answer does not say whether it was recorded' : null;
  const rest = unclear === 0 ? '' : `, ${unclear} without a clear answer`;
  if (refused > 0) return `${refused} of ${total} items refused, ${recorded} recorded${rest}`;
  return unclear === 0 ? `all ${total} items recorded` : `${recorded} of ${total} items recorded${rest}`;
}
