import * as fc from 'fast-check';
import { har } from 'har-validator';
import { expect, it } from 'vitest';

import { evidenceHar } from '../../../../shared/engine/evidence/evidence-har.ts';
import type { Exchange } from '../../../../shared/model/exchange.ts';
import { evidenceOf, exchangeWith } from '../../../support/some-evidence.ts';
import { exactBody, settledExchange } from '../../../support/some-exchange.ts';
import { anyExchange } from './hostile-texts.ts';

type Har = { readonly log: { readonly entries: readonly Readonly<Record<string, unknown>>[] } };

function harOf(exchange: Exchange): Har {
  return JSON.parse(evidenceHar(evidenceOf([exchange]))) as Har;
}

it('is valid HAR 1.2, whatever stands in the exchange', async () => {
  await fc.assert(
    fc.asyncProperty(anyExchange, async (exchange) => {
      await har(harOf(exchange));
    }),
    { numRuns: 60 },
  );
});

it('the validator would say what is wrong', async () => {
  const valid = harOf(settledExchange('1'));
  await expect(har({ log: { ...valid.log, creator: undefined } })).rejects.toThrow();
});

it('holds request and answer to the letter, with cookies and query taken apart', () => {
  const exchange = exchangeWith(
    {
      url: 'http://127.0.0.1:9/a?b=c%20d&b={{payu.accessToken}}',
      headers: [
        ['Cookie', 'one=1; two={{$session.id}}'],
        ['Content-Type', 'application/json'],
      ],
    },
    { contentType: 'application/json; charset=utf-8' },
  );
  expect(harOf(exchange).log.entries).toMatchObject([
    {
      startedDateTime: '2026-01-31T12:00:00.000Z',
      time: 3.5,
      request: {
        url: 'http://127.0.0.1:9/a?b=c%20d&b=%7B%7Bpayu.accessToken%7D%7D',
        _url: 'http://127.0.0.1:9/a?b=c%20d&b={{payu.accessToken}}',
        cookies: [
          { name: 'one', value: '1' },
          { name: 'two', value: '{{$session.id}}' },
        ],
        queryString: [
          { name: 'b', value: 'c d' },
          { name: 'b', value: '{{payu.accessToken}}' },
        ],
        bodySize: Buffer.byteLength(exactBody),
        postData: { mimeType: 'application/json', text: exactBody },
      },
      response: {
        status: 400,
        content: {
          text: exactBody,
          size: Buffer.byteLength(exactBody),
          mimeType: 'application/json; charset=utf-8',
        },
      },
      timings: { blocked: 0, dns: 0, connect: 1, ssl: -1, send: 0, wait: 2, receive: 0.5 },
      comment: 'Refused: invented',
      _verdict: 'refused',
    },
  ]);
});

it('a binary body is base64, a lost answer has status 0, a login is an entry of its own', async () => {
  const binary = exchangeWith({}, { text: 'x', base64: '/wCA' });
  expect(harOf(binary).log.entries[0]).toMatchObject({
    response: { content: { encoding: 'base64', text: '/wCA' } },
  });
  const { main } = binary;
  if (main?.outcome?.kind !== 'response') throw new Error('It has a response');
  const { timings } = main.outcome;
  const none = { ...timings, wait: null, receive: null, ssl: 4, total: 9 };
  const lost: Exchange = {
    ...binary,
    login: [{ ...main, step: 'connect', title: 'Connect' }],
    main: {
      ...main,
      outcome: {
        kind: 'transport-failure',
        phase: 'wait',
        code: 'TIMEOUT',
        message: 'no answer',
        requestLeft: true,
        timings: none,
      },
    },
  };
  const written = harOf(lost);
  await har(written);
  expect(written.log.entries).toMatchObject([
    { _step: 'connect', comment: 'Connect, before the request itself', response: { status: 400 } },
    {
      _step: 'refund',
      startedDateTime: '2026-01-31T12:00:00.004Z',
      _startIsEstimated: true,
      response: { status: 0, _error: 'TIMEOUT: no answer', _requestLeft: true },
      timings: { connect: 5, ssl: 4, wait: 0, receive: 0 },
    },
  ]);
});
