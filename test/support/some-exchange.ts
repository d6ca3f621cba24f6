import type { Exchange } from '../../shared/model/exchange.ts';
import type { Outcome } from '../../shared/model/outcome.ts';
import { sendInput } from './open-test-workbench.ts';

/** Numbers that a JavaScript number would change. */
export const exactBody =
  '{"payu_id": 403993715529606983, "amount": 1.00, "tip": 0.10, "ref": 00123, "note": "Grüße 返金 \\u0000"}';

export type Unrecorded = Omit<Exchange, 'id'>;

/** An exchange on its way: what the core records before the first byte leaves. */
export function startedExchange(changes: Partial<Unrecorded> = {}): Unrecorded {
  const { draft } = sendInput('payu', 'refund');
  return {
    startedAt: '2026-01-31T12:00:00.000Z',
    environment: { id: 'staging', name: 'Staging', environmentClass: 'test' },
    madeWith: { workbench: '0.1.0', template: '0123456789ab' },
    draft,
    login: [],
    main: {
      step: 'refund',
      title: 'Refund',
      request: {
        method: 'POST',
        url: 'http://127.0.0.1:9/partner/refunds',
        headers: [['Content-Type', 'application/json']],
        body: exactBody,
      },
      outcome: null,
    },
    trace: null,
    generated: [],
    openedBody: null,
    warnings: [],
    explanation: null,
    ...changes,
  };
}

/** The same exchange with its answer. */
export function settledExchange(id: string, body = exactBody): Exchange {
  const started = startedExchange();
  return {
    ...started,
    id,
    main: started.main === null ? null : { ...started.main, outcome: answer(body) },
    explanation: {
      verdict: 'refused',
      headline: 'Refused: invented',
      meaning: 'It was refused.',
      remedy: 'Mend it.',
      resend: 'Do not send it again.',
      codes: ['227'],
      entries: ['already-exists'],
      equallyGood: 1,
      nearest: [],
      items: [],
      identifiers: [['request_id', '00000000000000000012486538355']],
      notes: [],
    },
  };
}

function answer(text: string): Outcome {
  return {
    kind: 'response',
    status: 400,
    statusText: 'Bad Request',
    headers: [['Content-Type', 'application/json']],
    body: { text, bytes: Buffer.byteLength(text), charset: 'utf-8', base64: null, truncated: false },
    timings: { blocked: 0, dns: 0, connect: 1, ssl: null, send: 0, wait: 2, receive: 0.5, total: 3.5 },
  };
}
