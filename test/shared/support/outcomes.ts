import type { HeaderList } from '../../../shared/model/headers.ts';
import { noTimings, type Outcome, type Timings, type TransportPhase } from '../../../shared/model/outcome.ts';

const timings: Timings = { ...noTimings, total: 1 };

/** A complete response. */
export function responseOf(
  status: number,
  text: string,
  more: { readonly headers?: HeaderList; readonly truncated?: boolean } = {},
): Outcome {
  const { headers = [], truncated = false } = more;
  const bytes = new TextEncoder().encode(text).length;
  const body = { text, bytes, charset: 'utf-8', base64: null, truncated };
  return { kind: 'response', status, statusText: '', headers, body, timings };
}

/** No response. */
export function failureOf(
  phase: TransportPhase,
  code: string,
  requestLeft: boolean,
): Extract<Outcome, { kind: 'transport-failure' }> {
  return { kind: 'transport-failure', phase, code, message: 'it went wrong', requestLeft, timings };
}
