import { describe, expect, it } from 'vitest';

import { plainClock, plainRule, plainSettling } from '../../../../shared/engine/sandbox/plain-controls.ts';
import { untouchedControls } from '../../../../shared/model/sandbox.ts';

const now = '2026-01-31T12:00:00.000Z';

describe('how a sandbox is set, as scripts get it', () => {
  it('has the clock with what it is ahead', () => {
    const clock = { offset: -300_000, stoppedAt: null };
    expect(plainClock({ now, controls: { ...untouchedControls, clock } })).toEqual({
      now,
      ahead: '-5m',
      stopped: false,
    });
    expect(
      plainClock({ now, controls: { ...untouchedControls, clock: { offset: 0, stoppedAt: 0 } } }),
    ).toEqual({
      now,
      ahead: '0ms',
      stopped: true,
    });
  });

  it('has durations and faults as people write them', () => {
    expect(plainSettling({ after: 5000, outcome: 'failure' })).toEqual({ after: '5s', outcome: 'failure' });
    expect(plainSettling(untouchedControls.settling)).toEqual({ after: null, outcome: 'success' });
    const fault = { kind: 'status', status: 503 } as const;
    expect(
      plainRule({ id: '1', api: null, does: { kind: 'fault', fault }, meets: 'calls', left: 2 }),
    ).toEqual({
      id: '1',
      fault: 'status 503',
      api: null,
      meets: 'calls',
      next: 2,
    });
    const does = { kind: 'pick', entry: '214' } as const;
    expect(plainRule({ id: '2', api: 'an-api', does, meets: 'everything', left: null })).toEqual({
      id: '2',
      api: 'an-api',
      entry: '214',
      next: null,
    });
  });
});
