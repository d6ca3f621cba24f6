import type { Answer, Reading } from '../../definition/answer.ts';
import { readServiceResponse } from './response-messages.ts';

/**
 * The verdict stands in the answer twice, as `code` of the root and as code of each message. A refund counts as done
 * only where all of them are 0; where they contradict each other, nothing is proved.
 */
export function readAnswer({ status, body }: Answer): Reading {
  const response = readServiceResponse(body);
  if (response === null) return { verdict: 'unknown', findings: [] };
  const { code, messages: findings } = response;
  const zeros = findings.filter((finding) => finding.code === '0').length;
  if (code === '0' && findings.length > 0 && zeros === findings.length) {
    const notes = status === null || status === 200 ? [] : [`A success comes with HTTP 200, not ${status}.`];
    return { verdict: 'accepted', findings, notes };
  }
  if (code === '-1' && zeros === 0) return { verdict: 'refused', findings };
  return { verdict: 'unknown', findings, notes: [describeMismatch(code, findings.length, zeros)] };
}

function describeMismatch(code: string, messages: number, zeros: number): string {
  if (code !== '0' && code !== '-1') return `The response code is ${code}; only 0 and -1 are documented.`;
  if (messages === 0) return `The response code is ${code}, but no message says what was done.`;
  if (code === '0' && zeros === 0) {
    return 'The response code is 0, but the message is not that of a refund; it may belong to another call.';
  }
  return `The response code is ${code}, and the messages contradict it.`;
}
