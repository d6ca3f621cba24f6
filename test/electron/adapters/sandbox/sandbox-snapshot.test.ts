import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readSnapshot, writeSnapshot } from '../../../../electron/adapters/sandbox/sandbox-snapshot.ts';
import { sandboxes } from '../../../../shared/apis/sandboxes.ts';
import { type SandboxControls, untouchedControls } from '../../../../shared/model/sandbox.ts';
import { faultKinds, parseFault } from '../../../../shared/model/sandbox-fault.ts';
import { playSequence, setTable } from '../../../contract/sandbox-machines/play-sequence.ts';
import type { SandboxMachine } from '../../../contract/sandbox-machines/sandbox-machine.ts';
import { testSandbox } from '../../../support/test-sandbox.ts';

const modules = import.meta.glob<SandboxMachine | undefined>('../../../contract/sandbox-machines/*.ts', {
  eager: true,
  import: 'machine',
});
const machines = Object.values(modules).filter((machine) => machine !== undefined);
const small = new Map([['first', testSandbox]]);

function read(text: string, known = small): unknown {
  const snapshot = readSnapshot(text, known);
  return snapshot.ok ? snapshot.value : snapshot.error.message;
}

const seedOf = (apis: string): string => `format: refund-workbench-sandbox\nversion: 1\napis:\n${apis}`;

describe.each(machines.map((machine) => [machine.api, machine] as const))('%s', (api, machine) => {
  it('any state that requests can lead to is the same once it was saved and taken back', () => {
    const sandbox = sandboxes.get(api);
    if (sandbox === undefined) throw new Error(`There is no sandbox of ${api}`);
    let reached: unknown;
    const witness: typeof sandbox = {
      ...sandbox,
      handle: (...call) => {
        const handled = sandbox.handle(...call);
        reached = handled.state;
        return handled;
      },
    };
    const table = setTable(machine, witness);
    fc.assert(
      fc.property(
        fc.array(fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 })), {
          minLength: 3,
          maxLength: 12,
          size: 'max',
        }),
        (numbers) => {
          try {
            playSequence(table, numbers, { accepted: 0, refused: 0, settled: 0, asked: 0 });
          } catch {
            // Whether the states are right is tested elsewhere.
          }
          const snapshot = readSnapshot(writeSnapshot([[api, reached]], untouchedControls), sandboxes);
          expect(snapshot).toEqual({
            ok: true,
            value: { states: [[api, reached]], controls: untouchedControls },
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('clock, settling and rules are the same once they were saved and taken back', () => {
  const milliseconds = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
  const does = fc.constantFrom(
    { kind: 'pick' as const, entry: 'late' },
    ...faultKinds.map(({ example }) => {
      const fault = parseFault(example);
      if (!fault.ok) throw new Error(fault.error);
      return { kind: 'fault' as const, fault: fault.value };
    }),
  );
  const rule = fc.record({
    api: fc.constant('first'),
    does,
    meets: fc.constantFrom('calls' as const, 'logins' as const, 'everything' as const),
    left: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  });
  fc.assert(
    fc.property(
      fc.array(rule),
      fc.record({ offset: milliseconds, stoppedAt: fc.option(milliseconds) }),
      fc.record({
        after: fc.option(fc.nat()),
        outcome: fc.constantFrom('success' as const, 'failure' as const),
      }),
      (rules, clock, settling) => {
        const controls: SandboxControls = {
          clock,
          settling,
          rules: rules.map((each, index) => ({ ...each, id: String(index + 1) })),
          nextRule: rules.length + 1,
        };
        expect(read(writeSnapshot([], controls))).toEqual({ states: [], controls });
      },
    ),
  );
});

describe('a seed that a tester wrote', () => {
  it('keeps amounts and ids as they were written, in YAML and in JSON', () => {
    const refund = {
      id: '403993715529606983',
      amount: '500.00',
      state: 'waits',
      at: Date.UTC(2026, 0, 31, 12),
    };
    const expected = { states: [['first', { refunds: [refund], logins: 0 }]], controls: null };
    const yaml = `  first:
    refunds:
      - id: 403993715529606983
        amount: 500.00
        state: waits
        at: 2026-01-31T12:00:00Z
`;
    expect(read(seedOf(yaml))).toEqual(expected);
    const json = `{"format":"refund-workbench-sandbox","version":1,"apis":{"first":{"refunds":[{"id":403993715529606983,"amount":500.00,"state":"waits","at":"2026-01-31T12:00:00Z"}]}}}`;
    expect(read(json)).toEqual(expected);
  });

  it.each([
    ['a: [', /line 1, column 5: /],
    ['"just a text"', /: it is not a map of names and values\.$/],
    ['[]', /: format: it is missing\.$/],
    ['', /file: line 1|it is not a map/],
    ['format: other\nversion: 1\napis: {}', /: format: it is not "refund-workbench-sandbox"\.$/],
    [
      'format: refund-workbench-sandbox\nversion: 2\napis: {}',
      /: version: this workbench reads version 1\.$/,
    ],
    [
      'format: refund-workbench-sandbox\nversion: 1\napis: {}\nmore: 1',
      /: more: nothing of that name belongs there\.$/,
    ],
    [seedOf('  nope: {}'), /: apis\.nope: there is no such API; they are first\.$/],
    [seedOf('  first: text'), /: apis\.first: /],
    [seedOf('  first: { refunds: 5 }'), /: apis\.first\.refunds: it is not a list\.$/],
    [seedOf('  first: { reefunds: [] }'), /: apis\.first\.reefunds: /],
    [
      seedOf('  first: { refunds: [{ id: a, amount: 1e2, state: waits, at: 1 }] }'),
      /: apis\.first\.refunds\.0\.amount: it is no amount such as 500\.00\.$/,
    ],
    [seedOf('  first: { logins: yesterday }'), /: apis\.first\.logins: it is neither milliseconds/],
    ['['.repeat(100_000), /line 1, column \d+: /],
    [
      'a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
      /it is not a map|format|: a: /,
    ],
  ])('that is wrong is refused with the place: %j', (text, place) => {
    const why = read(text);
    expect(why).toMatch(/^The sandbox cannot take this file: /);
    expect(why).toMatch(place);
  });

  it.each([
    [
      {
        rules: [{ id: '1', api: 'nope', does: { kind: 'pick', entry: 'late' }, meets: 'calls', left: 1 }],
        nextRule: 2,
      },
      'rules.0: There is no API nope',
    ],
    [
      {
        rules: [{ id: '1', api: 'first', does: { kind: 'pick', entry: 'x' }, meets: 'calls', left: 1 }],
        nextRule: 2,
      },
      'rules.0: There is no scenario x of first',
    ],
    [
      {
        rules: [
          { id: '1', api: null, does: { kind: 'fault', fault: { kind: 'html' } }, meets: 'calls', left: 1 },
        ],
        nextRule: 1,
      },
      'rules.0.id: it is no whole number below nextRule',
    ],
    [
      {
        rules: [
          {
            id: '1',
            api: null,
            does: { kind: 'fault', fault: { kind: 'delay', milliseconds: 1e9 } },
            meets: 'calls',
            left: 1,
          },
        ],
        nextRule: 2,
      },
      'rules.0.does.fault: its value is out of bounds',
    ],
    [{ clock: { offset: 8_999_999_999_999_999, stoppedAt: null } }, 'clock.offset: '],
  ])('with settings that are wrong is refused: %j', (given, place) => {
    const controls = { ...untouchedControls, ...given };
    const text = JSON.stringify({ format: 'refund-workbench-sandbox', version: 1, controls, apis: {} });
    expect(read(text)).toContain(`The sandbox cannot take this file: controls.${place}`);
  });
});

it.each([
  [
    'front-payment',
    'orders: { A1: { state: PAID, products: [{ id: 1, amount: 1e3, taken: 0 }], refunds: [] } }',
    'orders.A1.products.0.amount: it is no amount',
  ],
  [
    'front-payment',
    'orders: { A1: { state: PAID, products: [{ id: 1, amount: 10, taken: 0 }], refunds: [{ state: REFUNDED, parts: [{ id: 1, amount: x }] }] } }',
    'orders.A1.refunds.0.parts.0.amount: it is no amount',
  ],
  [
    'luminate',
    'payments: [{ id: 1, processorId: p, code: c, kind: donation, paid: 1e3, left: x, parts: {}, tickets: {}, gift: once, firstPayment: null, declines: false }]',
    'payments.0.paid: it is no whole number',
  ],
  ['luminate', 'nextRefundId: x', 'nextRefundId: it is no whole number'],
  [
    'payu',
    'payments: { 12: { merchantId: 1, state: captured, amount: 1e3, refunded: x } }',
    'payments.12.amount: it is no amount',
  ],
  [
    'digipay',
    'transactions: { a0000000000000000000000000000001: { amount: 1e3 } }',
    'transactions.a0000000000000000000000000000001.amount: it is no amount',
  ],
])(
  'an amount of %s that is none is refused with its place, and not counted with: %s',
  (api, state, place) => {
    const text = `format: refund-workbench-sandbox\nversion: 1\napis:\n  ${api}: { ${state} }\n`;
    expect(readSnapshot(text, sandboxes)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(`apis.${api}.${place}`) },
    });
  },
);
