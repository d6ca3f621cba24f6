import { expect, it } from 'vitest';

import { createRedactor } from '../../../shared/engine/redact.ts';
import { redactExchange } from '../../../shared/engine/redact-exchange.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { settledExchange } from '../../support/some-exchange.ts';

const secret = 'invented-secret-0001';
const redact = createRedactor([{ name: 'payu.clientSecret', value: secret }]);

function answeredInUtf16(text: string): Exchange {
  const exchange = settledExchange('1', text);
  const outcome = exchange.main?.outcome;
  if (exchange.main === null || outcome?.kind !== 'response') throw new Error('There is an answer');
  const bytes = Buffer.from(text, 'utf16le');
  const body = {
    ...outcome.body,
    charset: 'utf-16le',
    bytes: bytes.length,
    base64: bytes.toString('base64'),
  };
  return { ...exchange, main: { ...exchange.main, outcome: { ...outcome, body } } };
}

function bodyOf({ main }: Exchange) {
  return main?.outcome?.kind === 'response' ? main.outcome.body : null;
}

it('drops the bytes of an answer that echoes a secret in another character set', () => {
  const body = bodyOf(redactExchange(answeredInUtf16(`{"echo":"${secret}"}`), redact));
  expect(body).toMatchObject({ text: '{"echo":"{{payu.clientSecret}}"}', base64: null });
});

it('does so for the answer to a login, too', () => {
  const answered = answeredInUtf16(secret);
  const login = answered.main === null ? [] : [answered.main];
  expect(JSON.stringify(redactExchange({ ...answered, main: null, login }, redact))).not.toContain(
    '"base64":"',
  );
});

it('keeps the bytes of an answer without a secret', () => {
  const answered = answeredInUtf16('{"status":"Grüße"}');
  expect(redactExchange(answered, redact)).toEqual(answered);
});
