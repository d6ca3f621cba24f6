import * as v from 'valibot';

import { type EvidenceBundle, evidenceFormat, removalKinds } from '../model/evidence.ts';

const text = v.string();
const texts = v.array(text);
const maybe = v.nullable(text);
const verdict = v.picklist(['accepted', 'pending', 'refused', 'unknown']);
const confidence = v.picklist(['certain', 'likely', 'guess']);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const time = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/,
    'it is no time in UTC as ISO 8601 writes it',
  ),
);
const hash = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/, 'it is no SHA-256 in lower-case hexadecimal'));
/**
 * Milliseconds, up to some thirty years: beyond them no calendar reaches. Never infinite: JSON has no such number, so the
 * canonical text could not tell it from `null`.
 */
const milliseconds = v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12));
const headers = v.array(v.strictTuple([text, text]));
const titled = v.strictObject({ id: text, title: text });
const environment = v.strictObject({
  name: text,
  environmentClass: v.picklist(['sandbox', 'test', 'production']),
});

const timings = v.strictObject({
  blocked: v.nullable(milliseconds),
  dns: v.nullable(milliseconds),
  connect: v.nullable(milliseconds),
  ssl: v.nullable(milliseconds),
  send: v.nullable(milliseconds),
  wait: v.nullable(milliseconds),
  receive: v.nullable(milliseconds),
  total: milliseconds,
});

const outcome = v.variant('kind', [
  v.strictObject({
    kind: v.literal('response'),
    status: count,
    statusText: text,
    headers,
    body: v.strictObject({ text, bytes: count, charset: text, base64: maybe, truncated: v.boolean() }),
    timings,
  }),
  v.strictObject({
    kind: v.literal('transport-failure'),
    phase: v.picklist(['dns', 'connect', 'tls', 'send', 'wait', 'receive']),
    code: text,
    message: text,
    requestLeft: v.boolean(),
    timings,
  }),
]);

const step = v.strictObject({
  step: text,
  title: text,
  request: v.strictObject({ method: text, url: text, headers, body: maybe }),
  outcome: v.nullable(outcome),
});

const explanation = v.strictObject({
  verdict,
  headline: text,
  meaning: text,
  remedy: text,
  resend: text,
  codes: texts,
  equallyGood: count,
  items: v.array(v.strictObject({ kind: text, asked: maybe, verdict, detail: text, refundId: maybe })),
  identifiers: v.array(v.strictTuple([text, text])),
  notes: texts,
});

const catalogEntry = v.strictObject({
  id: text,
  fit: v.picklist(['fits', 'comes near']),
  code: maybe,
  message: maybe,
  title: text,
  verdict,
  meaning: text,
  remedy: text,
  resend: text,
  source: v.strictObject({
    origin: v.picklist(['document', 'public', 'assumption']),
    title: text,
    confidence,
  }),
});

const refund = v.strictObject({
  transaction: text,
  amount: maybe,
  refundId: maybe,
  state: v.picklist(['open', 'accepted', 'pending', 'refused', 'unknown', 'not-sent']),
  decision: v.nullable(
    v.strictObject({
      state: v.picklist(['accepted', 'pending', 'refused']),
      at: time,
      by: v.picklist(['user', 'look-up']),
      note: text,
    }),
  ),
});

const trace = v.strictObject({
  algorithm: text,
  pieces: v.array(
    v.strictObject({ name: text, from: v.picklist(['body', 'variable']), text, secret: v.boolean() }),
  ),
  base: text,
  baseBytes: count,
  result: text,
  placed: v.picklist(['by the workbench', 'nowhere', 'typed by hand, equal', 'typed by hand, different']),
});

const exchange = v.strictObject({
  id: text,
  startedAt: time,
  environment,
  madeWith: v.strictObject({ workbench: maybe, template: maybe }),
  api: titled,
  operation: titled,
  template: v.nullable(titled),
  explanation: v.nullable(explanation),
  catalog: v.array(catalogEntry),
  warnings: texts,
  login: v.array(step),
  main: v.nullable(step),
  openedBody: maybe,
  trace: v.nullable(trace),
  generated: headers,
  refunds: v.array(refund),
  annotation: v.strictObject({ note: text, tags: texts, ticket: text }),
  parts: v.array(
    v.strictObject({ name: text, mediaType: maybe, bytes: count, sha256: hash, redacted: v.boolean() }),
  ),
});

/** The documented shape of an evidence bundle; nothing beside it is let in, so nothing can hide in it. */
export const evidenceSchema = v.strictObject({
  format: v.literal(evidenceFormat),
  madeAt: time,
  madeBy: v.strictObject({ workbench: text, runtime: text }),
  exchanges: v.pipe(v.array(exchange), v.minLength(1)),
  timeline: v.strictObject({
    transactions: texts,
    events: v.array(
      v.strictObject({
        exchangeId: text,
        startedAt: time,
        title: text,
        environment,
        status: v.nullable(count),
        verdict,
        headline: text,
        refunds: v.array(refund),
      }),
    ),
  }),
  removed: v.strictObject({
    secrets: v.array(v.strictObject({ name: text, count })),
    byUser: v.array(v.strictObject({ kind: v.picklist(removalKinds), count })),
  }),
  sha256: hash,
}) satisfies v.GenericSchema<unknown, EvidenceBundle>;
