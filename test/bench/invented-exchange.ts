import type { Exchange } from '../../shared/model/exchange.ts';
import type { JournalRefund } from '../../shared/model/journal.ts';

/** An exchange as the history gets it, and the refunds in it. */
export type Invented = {
  readonly exchange: Omit<Exchange, 'id'>;
  readonly refunds: readonly JournalRefund[];
};

const apis = ['payu', 'luminate', 'edubrite', 'digipay', 'front-payment'] as const;
const verdicts = ['accepted', 'accepted', 'accepted', 'pending', 'refused', 'unknown'] as const;
const syllables = ['ka', 'ro', 'mi', 'ten', 'sal', 'du', 'vor', 'eb', 'lin', 'os', 'par', 'qui'];
const start = Date.UTC(2020, 0, 1);
const minute = 60_000;

/** One word in a thousand exchanges, and one in a hundred thousand. */
export const rareWord = (group: number): string => `zebra${group}`;

/**
 * An exchange of about 2 KB of bodies; the same number always gives the same one. One minute lies between two; every
 * thousandth was sent with the clock set back by a day. Every tenth only asks.
 */
export function inventExchange(number: number): Invented {
  const chance = chances(number);
  const api = apis[chance(apis.length)] ?? 'payu';
  const verdict = verdicts[chance(verdicts.length)] ?? 'accepted';
  const status = verdict === 'refused' ? 400 : verdict === 'unknown' ? 502 : 200;
  const transaction = transactionOf(Math.floor(number / 2));
  const refundId = `RF-${number}-${chance(1_000_000)}`;
  const amount = `${10 + chance(990)}.${String(chance(100)).padStart(2, '0')}`;
  const code = String(100 + chance(150));
  const headline = `${verdict}: ${['queued for the night', 'same amount refunded twice', 'invalid hash'][chance(3)] ?? ''}`;
  const request = `{"payu_id": ${transaction}, "amount": ${amount}, "refund_id": "${refundId}", "refund": "${words(chance, 120)}"}`;
  const answer = `{"status": 1, "request_id": "${chance(1e9)}${number}", "error_code": ${code}, "message": "reference ${words(chance, 120)} ${rareWord(Math.floor(number / 1000))}"}`;
  const asks = number % 10 === 9;
  const target = 'https://refunds.example';
  const headers = [
    ['Content-Type', 'application/json'],
    ['Accept', 'application/json'],
  ] as const;
  return {
    refunds: asks
      ? []
      : [{ transaction, amount, refundId, fingerprint: `${api} ${transaction} ${amount}`, api, target }],
    exchange: {
      startedAt: new Date(start + number * minute - (number % 1000 === 0 ? 1440 * minute : 0)).toISOString(),
      environment: { id: 'staging', name: 'Staging', environmentClass: 'test' },
      madeWith: { workbench: '0.1.0', template: '0123456789ab' },
      draft: {
        api,
        template: asks ? 'refund-status' : 'refund',
        operation: asks ? 'refund-status' : 'refund',
        method: 'POST',
        url: '{{payu.baseUrl}}/refunds',
        headers,
        body: {
          kind: 'text',
          language: 'json',
          text: '{"payu_id": {{payu.payuId}}, "amount": {{payu.amount}}}',
        },
      },
      login: [],
      main: {
        step: 'refund',
        title: 'Refund',
        request: { method: 'POST', url: `${target}/refunds`, headers, body: request },
        outcome: {
          kind: 'response',
          status,
          statusText: '',
          headers,
          body: { text: answer, bytes: answer.length, charset: 'utf-8', base64: null, truncated: false },
          timings: { blocked: 0, dns: 1, connect: 1, ssl: 2, send: 0, wait: 80, receive: 1, total: 85 },
        },
      },
      trace: null,
      generated: [],
      openedBody: null,
      warnings: [],
      explanation: {
        verdict,
        headline,
        meaning: 'What the catalog says about it, in a sentence or two.',
        remedy: 'Wait, then ask for the state.',
        resend: 'Do not send it again.',
        codes: [code],
        entries: [`entry-${code}`],
        equallyGood: 1,
        nearest: [],
        items: [],
        identifiers: [['request_id', `${chance(1e9)}${number}`]],
        notes: [],
      },
    },
  };
}

/** Payments come in pairs of exchanges; half of the ids begin alike, as those of one shop do. */
export function transactionOf(pair: number): string {
  const chance = chances(pair + 7_000_000);
  const digits = `${chance(1e9)}`.padStart(9, '0') + `${chance(1e9)}`.padStart(9, '0');
  return pair % 2 === 0 ? digits : `4039937${digits.slice(7)}`;
}

function words(chance: (below: number) => number, count: number): string {
  // Some words are frequent, most are not, as in texts that people write.
  return Array.from({ length: count }, () => {
    const length = 1 + chance(1 + chance(4));
    return Array.from({ length }, () => syllables[chance(syllables.length)] ?? '').join('');
  }).join(' ');
}

/** Whole numbers by chance, always the same ones for the same seed (mulberry32). */
function chances(seed: number): (below: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
