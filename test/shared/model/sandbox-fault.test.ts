import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Fault,
  faultKinds,
  formatFault,
  parseFault,
  takesEffect,
} from '../../../shared/model/sandbox-fault.ts';

const milliseconds = fc.integer({ min: 0, max: 600_000 });

const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delay' as const, 'slow-drip' as const), milliseconds }),
  fc.record({ kind: fc.constant('status' as const), status: fc.integer({ min: 400, max: 599 }) }),
  fc.record({ kind: fc.constant('huge' as const), megabytes: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant('redirect' as const), to: fc.webUrl() }),
  fc.record({
    kind: fc.constantFrom(
      'cut-before' as const,
      'cut-after' as const,
      'half-body' as const,
      'malformed' as const,
      'html' as const,
      'wrong-type' as const,
      'gzip' as const,
      'chunked' as const,
    ),
  }),
);

describe('a fault of the sandbox', () => {
  it('always comes back as it was written', () => {
    fc.assert(
      fc.property(anyFault, (fault) => {
        expect(parseFault(formatFault(fault))).toEqual({ ok: true, value: fault });
      }),
    );
  });

  it('is written as its example for every kind', () => {
    for (const { kind, example } of faultKinds) {
      const fault = parseFault(example);
      expect(fault).toMatchObject({ ok: true, value: { kind } });
      if (fault.ok) expect(formatFault(fault.value)).toBe(example);
    }
  });

  it('says of every kind whether the refund is booked', () => {
    const booked = faultKinds.flatMap(({ example }) => {
      const fault = parseFault(example);
      return fault.ok && takesEffect(fault.value) ? [fault.value.kind] : [];
    });
    expect(booked).toEqual([
      'delay',
      'cut-after',
      'half-body',
      'slow-drip',
      'malformed',
      'wrong-type',
      'gzip',
      'chunked',
      'huge',
    ]);
  });

  it.each([
    ['', '"" is no fault; there are delay, cut-before'],
    ['delays 2s', '"delays" is no fault'],
    ['delay', 'delay needs a value; write it as in "delay 2s"'],
    ['delay 2', '"2" is not a duration'],
    ['delay 11m', '11m is longer than 10m; write it as in "delay 2s"'],
    ['delay 2s 3s', '"delay 2s 3s" has words too many'],
    ['html 502', '"html 502" has words too many; write it as in "html"'],
    ['status 200', '200 is no status from 400 to 599'],
    ['status 5xx', '5xx is no status from 400 to 599'],
    ['huge 0', '0 is no whole number from 1 to 200'],
    ['huge 201', '201 is no whole number from 1 to 200'],
    ['redirect ftp://elsewhere.invalid', 'ftp://elsewhere.invalid is no http or https URL'],
    ['redirect https://elsewhere.invalid/\r\nX: 1', 'has words too many'],
  ])('%j is none, and why', (text, why) => {
    const parsed = parseFault(text);
    expect(parsed.ok ? '' : parsed.error).toContain(why);
  });

  it('of any text is read or refused in words, never thrown at', () => {
    const words = fc.constantFrom(
      ...faultKinds.map(({ kind }) => kind),
      '2s',
      '503',
      '-1',
      '٣',
      'constructor',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          const parsed = parseFault(text);
          expect(parsed.ok ? formatFault(parsed.value) : parsed.error).not.toMatch(/undefined|NaN/);
        },
      ),
    );
  });
});
