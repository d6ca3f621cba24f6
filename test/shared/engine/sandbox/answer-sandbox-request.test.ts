import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import {
  answerSandboxRequest,
  type SandboxAnswer,
} from '../../../../shared/engine/sandbox/answer-sandbox-request.ts';
import type { SandboxRequest } from '../../../../shared/definition/sandbox-definition.ts';
import type { HeaderList } from '../../../../shared/model/headers.ts';
import {
  type SandboxControls,
  type SandboxRule,
  untouchedControls,
} from '../../../../shared/model/sandbox.ts';
import { faultKinds, parseFault } from '../../../../shared/model/sandbox-fault.ts';
import { testSandbox } from '../../../support/test-sandbox.ts';

const tools = { clock: { now: () => 1_000_000 }, crypto: nodeCrypto };

function controlsWith(
  rules: readonly Partial<SandboxRule>[],
  more: Partial<SandboxControls> = {},
): SandboxControls {
  const whole = rules.map((rule, index): SandboxRule => ({
    id: String(index + 1),
    api: 'first',
    does: { kind: 'pick', entry: 'late' },
    meets: 'calls',
    left: 1,
    ...rule,
  }));
  return { ...untouchedControls, rules: whole, nextRule: rules.length + 1, ...more };
}

function fault(text: string): SandboxRule['does'] {
  const parsed = parseFault(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return { kind: 'fault', fault: parsed.value };
}

function ask(
  path: string,
  controls: SandboxControls,
  {
    headers = [],
    state = testSandbox.seed(),
  }: { readonly headers?: HeaderList; readonly state?: unknown } = {},
): SandboxAnswer {
  const request: SandboxRequest = { method: 'POST', path, query: '', headers, body: 'r1' };
  return answerSandboxRequest({ api: 'first', sandbox: testSandbox, request, state, controls, tools });
}

const left = ({ controls }: SandboxAnswer): readonly (readonly [string, number | null])[] =>
  controls.rules.map((rule) => [rule.id, rule.left] as const);

describe('picks', () => {
  it('come to the call that can have them; the others are answered as ever and use none up', () => {
    const controls = controlsWith([{}]);
    const other = ask('/text', controls);
    expect(other.response).toMatchObject({ body: 'plain words', headers: [] });
    expect(left(other)).toEqual([['1', 1]]);
    const own = ask('/refund', controls);
    expect(own.response).toMatchObject({ body: '"late"', headers: [['X-Sandbox-How', 'forced']] });
    expect(left(own)).toEqual([]);
  });

  it('that wait for another call let the next one through', () => {
    const controls = controlsWith([{ does: { kind: 'pick', entry: 'moved' } }, { left: 2 }]);
    const answer = ask('/refund', controls);
    expect(answer.response?.body).toBe('"late"');
    expect(left(answer)).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
  });

  it('of another API are not met', () => {
    expect(ask('/refund', controlsWith([{ api: 'other' }])).response?.body).not.toBe('"late"');
  });

  it('stand back where the request asks for one itself', () => {
    const headers: HeaderList = [['X-Sandbox-Scenario', 'moved']];
    const answer = ask('/xml', controlsWith([{}]), { headers });
    expect(answer.response?.body).toBe('"moved"');
    expect(left(answer)).toEqual([['1', 1]]);
  });

  it('without a limit stay', () => {
    expect(left(ask('/refund', controlsWith([{ left: null }])))).toEqual([['1', null]]);
  });
});

describe('faults and picks together', () => {
  it('both count where the call takes effect', () => {
    const answer = ask('/refund', controlsWith([{}, { does: fault('cut-after') }]));
    expect(answer).toMatchObject({ fault: { kind: 'cut-after' }, response: { body: '"late"' } });
    expect(left(answer)).toEqual([]);
  });

  it('only the fault counts where the call never arrives', () => {
    const answer = ask('/refund', controlsWith([{}, { does: fault('cut-before') }]));
    expect(answer.response).toBeNull();
    expect(left(answer)).toEqual([['1', 1]]);
  });
});

it('a fault books exactly where it says that it takes effect', () => {
  for (const { example, takesEffect } of faultKinds) {
    const { state } = ask('/refund', controlsWith([{ does: fault(example) }]));
    expect((state as { refunds: unknown[] }).refunds, example).toHaveLength(takesEffect ? 1 : 0);
  }
});

it('the first fault that fits counts, and only it is used up, whatever rules there are', () => {
  const rule = fc.record({
    api: fc.constantFrom('first', 'other', null),
    does: fc.constantFrom(fault('delay 1s'), fault('status 503'), { kind: 'pick', entry: 'moved' } as const),
    meets: fc.constantFrom('calls' as const, 'logins' as const, 'everything' as const),
    left: fc.constantFrom(1, 2, null),
  });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), fc.constantFrom('/refund', '/login'), (rules, path) => {
      const controls = controlsWith(rules);
      const answer = ask(path, controls);
      const fits = controls.rules.find(
        ({ does, api, meets }) =>
          does.kind === 'fault' &&
          api !== 'other' &&
          (meets === 'everything' || meets === (path === '/login' ? 'logins' : 'calls')),
      );
      expect(answer.fault).toEqual(fits?.does.kind === 'fault' ? fits.does.fault : null);
      const expected = controls.rules.flatMap((each) => {
        if (each !== fits || each.left === null) return [each];
        return each.left === 1 ? [] : [{ ...each, left: each.left - 1 }];
      });
      expect(answer.controls.rules).toEqual(expected);
    }),
  );
});

describe('a defect', () => {
  it('is a 500 that says so, uses nothing up and changes nothing', () => {
    const controls = controlsWith([{ does: fault('gzip') }]);
    const state = testSandbox.seed();
    const answer = ask('/broken', controls, { state });
    expect(answer.response).toMatchObject({
      status: 500,
      reason: expect.stringContaining('a defect of the sandbox'),
    });
    expect(answer.fault).toBeNull();
    expect(answer.state).toBe(state);
    expect(answer.controls).toBe(controls);
  });
});

it('refunds whose time has come end before the request is answered', () => {
  const refund = { id: 'r0', amount: '1.00', state: 'waits', at: 1_000_000 - 5_000 };
  const state = { refunds: [refund, { ...refund, id: 'r9', at: 1_000_000 - 4_999 }], logins: 0 };
  const controls = controlsWith([], { settling: { after: 5_000, outcome: 'failure' } });
  expect(ask('/text', controls, { state }).state).toMatchObject({
    refunds: [
      { id: 'r0', state: 'failed' },
      { id: 'r9', state: 'waits' },
    ],
  });
});
