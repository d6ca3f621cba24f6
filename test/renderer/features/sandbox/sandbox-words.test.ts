import { describe, expect, it } from 'vitest';

import {
  alteredWords,
  clockWords,
  leftWords,
  parseMoment,
} from '../../../../renderer/features/sandbox/sandbox-words.ts';
import { type SandboxRule, untouchedControls } from '../../../../shared/model/sandbox.ts';

const rule = { id: '1', api: null, meets: 'calls', left: 1 } as const;
const fault: SandboxRule = { ...rule, does: { kind: 'fault', fault: { kind: 'gzip' } } };
const pick: SandboxRule = { ...rule, does: { kind: 'pick', entry: 'some' } };

describe('what is altered', () => {
  it('is nothing in a sandbox that nobody touched', () => {
    expect(alteredWords(untouchedControls)).toEqual([]);
  });

  it('are its faults, its picks and its clock, counted', () => {
    const clock = { offset: 3_600_000, stoppedAt: null };
    expect(alteredWords({ ...untouchedControls, clock, rules: [fault, pick, fault] })).toEqual([
      '2 faults',
      '1 pick',
      'clock 1h ahead',
    ]);
  });
});

it.each([
  [{ offset: 0, stoppedAt: null }, null],
  [{ offset: 400, stoppedAt: null }, null],
  [{ offset: -300_000, stoppedAt: null }, '5m behind'],
  [{ offset: 86_400_123, stoppedAt: null }, '1d ahead'],
  [{ offset: 0, stoppedAt: 0 }, 'stopped'],
])('a clock of %j is %s', (clock, words) => {
  expect(clockWords(clock)).toBe(words);
});

it.each([
  [null, 'every request until removed'],
  [1, 'the next request'],
  [1200, 'the next 1,200 requests'],
])('a rule with %s left holds for %s', (left, words) => {
  expect(leftWords(left)).toBe(words);
});

describe('a time that somebody writes', () => {
  it.each([
    ['2026-01-31 09:05', '2026-01-31T09:05:00Z'],
    [' 2026-01-31T09:05:07Z ', '2026-01-31T09:05:07Z'],
    ['2026-01-31 09:05:07 UTC', '2026-01-31T09:05:07Z'],
  ])('%s is taken', (text, iso) => {
    expect(parseMoment(text)).toEqual({ ok: true, value: iso });
  });

  it.each(['', 'noon', '2026-02-30 09:05', '2026-13-01 09:05', '2026-01-31 25:00', '2026-01-31'])(
    '%s is not',
    (text) => {
      expect(parseMoment(text).ok).toBe(false);
    },
  );
});
