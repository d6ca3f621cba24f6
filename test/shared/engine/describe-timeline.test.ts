import { describe, expect, it } from 'vitest';

import { describeTimeline } from '../../../shared/engine/describe-timeline.ts';
import { noAnnotation } from '../../../shared/model/annotation.ts';
import type { JournalEntry } from '../../../shared/model/journal.ts';
import type { TimelineEvent } from '../../../shared/model/timeline.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';

const clock = (iso: string): string => iso.slice(11, 16);

function event(time: string, verdict: Verdict, status: number | null, isRefund = true): TimelineEvent {
  const startedAt = `2026-11-16T${time}:00.000Z`;
  const refund: JournalEntry = {
    transaction: '5579',
    amount: '1.00',
    refundId: null,
    fingerprint: 'f',
    api: 'demo',
    target: 'sandbox',
    exchangeId: '1',
    startedAt,
    state: 'accepted',
    decision: null,
  };
  return {
    exchange: {
      id: time,
      startedAt,
      api: 'demo',
      template: null,
      environmentName: 'Sandbox',
      environmentClass: 'sandbox',
      method: 'POST',
      url: 'http://127.0.0.1/',
      status,
      verdict,
      code: null,
      headline: '',
      duration: null,
      refund: null,
      annotation: noAnnotation,
    },
    refunds: isRefund ? [refund] : [],
  };
}

function withCode(told: TimelineEvent, code: string): TimelineEvent {
  return { ...told, exchange: { ...told.exchange, code } };
}

const tell = (...events: readonly TimelineEvent[]): string =>
  describeTimeline({ transactions: ['5579'], events }, clock);

describe('a timeline in one sentence', () => {
  it('tells what was sent, when, and what came of it', () => {
    expect(
      tell(
        event('10:02', 'pending', 200),
        event('10:05', 'refused', 400),
        event('10:20', 'accepted', 200, false),
      ),
    ).toBe('Refunded 10:02 accepted, not final, 10:05 refused 400, status 10:20 accepted.');
  });

  it('gives no status to a refusal that came as a success, or without an answer', () => {
    expect(tell(event('10:02', 'refused', 200), event('10:03', 'unknown', null))).toBe(
      'Refunded 10:02 refused, 10:03 outcome unknown.',
    );
  });

  it('names the code of a refusal before its HTTP status', () => {
    expect(tell(withCode(event('10:02', 'refused', 400), '214'))).toBe('Refunded 10:02 refused 214.');
    expect(tell(withCode(event('10:02', 'accepted', 200), '102'))).toBe('Refunded 10:02 accepted.');
  });

  it('tells of many the first and the last', () => {
    const minutes = Array.from({ length: 20 }, (_, index) => `10:${10 + index}`);
    const sentence = tell(...minutes.map((time) => event(time, 'refused', 200)));
    expect(sentence).toMatch(
      /^Refunded 10:10 refused, 14 more in between, 10:25 refused, .*10:29 refused\.$/,
    );
    expect(sentence.match(/refused/g)).toHaveLength(6);
  });

  it('lets the caller say a day once', () => {
    const seen: (string | null)[] = [];
    describeTimeline(
      { transactions: [], events: [event('10:02', 'refused', 200), event('10:03', 'refused', 200)] },
      (_, before) => {
        seen.push(before);
        return '';
      },
    );
    expect(seen).toEqual([null, '2026-11-16T10:02:00.000Z']);
  });

  it('says nothing of nothing', () => {
    expect(tell()).toBe('');
  });
});
