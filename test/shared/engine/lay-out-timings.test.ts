import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { layOutTimings } from '../../../shared/engine/lay-out-timings.ts';
import { noTimings, type Outcome, type Timings } from '../../../shared/model/outcome.ts';

function answered(timings: Partial<Timings>): Outcome {
  const body = { text: '', bytes: 0, charset: 'utf-8', base64: null, truncated: false };
  return {
    kind: 'response',
    status: 200,
    statusText: 'OK',
    headers: [],
    body,
    timings: { ...noTimings, ...timings },
  };
}

const fresh = answered({ blocked: 1, dns: 2, connect: 3, ssl: 4, send: 1, wait: 20, receive: 5, total: 36 });
const reused = answered({ blocked: 1, send: 1, wait: 6, receive: 2, total: 11 });

describe('timings', () => {
  it('stand one after the other on one axis, logins first', () => {
    const { calls, total } = layOutTimings([
      { title: 'Log in', outcome: fresh },
      { title: 'Refund', outcome: reused },
    ]);
    expect(total).toBe(47);
    expect(calls.map(({ title, start, duration }) => [title, start, duration])).toEqual([
      ['Log in', 0, 36],
      ['Refund', 36, 11],
    ]);
    expect(calls[1]?.rows.map(({ phase, start }) => [phase, start])).toEqual([
      ['blocked', 36],
      ['send', 37],
      ['wait', 38],
      ['receive', 44],
    ]);
  });

  it('tell a connection that was open before from one that was made', () => {
    const { calls } = layOutTimings([
      { title: 'Log in', outcome: fresh },
      { title: 'Refund', outcome: reused },
      { title: 'Plain', outcome: answered({ connect: 1, send: 1, wait: 1, total: 3 }) },
    ]);
    expect(calls.map(({ isReused }) => isReused)).toEqual([false, true, false]);
  });

  it('name the longest part, and the call it is of', () => {
    const { longest } = layOutTimings([
      { title: 'Log in', outcome: reused },
      { title: 'Refund', outcome: fresh },
    ]);
    expect(longest).toMatchObject({ phase: 'wait', duration: 20, call: 1 });
  });

  it('say where a call failed, and call no connection reused that was never made', () => {
    const failure: Outcome = {
      kind: 'transport-failure',
      phase: 'connect',
      code: 'ECONNREFUSED',
      message: '',
      requestLeft: false,
      timings: { ...noTimings, blocked: 1, dns: 0, total: 4 },
    };
    const { calls, longest } = layOutTimings([{ title: 'Refund', outcome: failure }]);
    expect(calls).toMatchObject([
      { isReused: false, duration: 4, failed: { phase: 'connect', code: 'ECONNREFUSED' } },
    ]);
    expect(longest).toMatchObject({ phase: 'blocked' });
  });

  it('have no longest part where nothing was measured', () => {
    expect(layOutTimings([{ title: 'Refund', outcome: answered({}) }])).toMatchObject({
      total: 0,
      longest: null,
    });
  });

  it('never leave the axis', () => {
    const time = fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null });
    const phases = {
      blocked: time,
      dns: time,
      connect: time,
      ssl: time,
      send: time,
      wait: time,
      receive: time,
    };
    const timings = fc.record({ ...phases, total: fc.integer({ min: 0, max: 20_000 }) });
    fc.assert(
      fc.property(fc.array(timings, { maxLength: 4 }), (all) => {
        const { calls, total } = layOutTimings(all.map((one) => ({ title: 'Call', outcome: answered(one) })));
        const rows = calls.flatMap((call) => call.rows);
        expect(rows.every(({ start, duration }) => start >= 0 && start + duration <= total)).toBe(true);
      }),
    );
  });
});
