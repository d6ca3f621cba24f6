import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import {
  createSqliteSandboxLedger,
  type SandboxLedger,
} from '../../../../electron/adapters/sandbox/sqlite-sandbox-ledger.ts';
import { systemClock } from '../../../../electron/adapters/system-clock.ts';
import { defineSandbox, type SandboxRequest } from '../../../../shared/definition/sandbox-definition.ts';
import type { SandboxAnswer } from '../../../../shared/engine/sandbox/answer-sandbox-request.ts';
import {
  type SandboxChange,
  type SandboxState,
  untouchedControls,
} from '../../../../shared/model/sandbox.ts';
import { assumption } from '../../../../shared/model/source.ts';
import { testSandbox } from '../../../support/test-sandbox.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

const tools = { clock: systemClock, crypto: nodeCrypto };

/** A sandbox that counts what it was sent; a body of "fail" is a bug in it. */
const counter = defineSandbox<{ readonly bodies: readonly string[] }>({
  basePath: '',
  variables: {},
  transactions: [],
  series: { first: '1', last: '9', title: 'none', state: 'none' },
  scenarios: [],
  isLogin: () => false,
  schema: v.strictObject({ bodies: v.array(v.string()) }),
  describe: ({ bodies }) =>
    bodies.map((body) => ({ kind: 'body', id: body, title: body, state: 'kept', facts: [] })),
  seed: () => ({ bodies: [] }),
  handle: ({ body }, state) => {
    if (body === 'fail') throw new Error('a bug');
    const bodies = body === 'look' ? state.bodies : [...state.bodies, body];
    const source = assumption('a test');
    return {
      response: {
        status: 200,
        contentType: 'text/plain',
        headers: [],
        body: bodies.join(','),
        reason: '',
        source,
      },
      state: body === 'look' ? state : { bodies },
    };
  },
});

const sandboxes = new Map(['counter', 'left', 'right', 'a', 'b'].map((api) => [api, counter] as const));

function openLedger(folder: string): SandboxLedger {
  const ledger = createSqliteSandboxLedger(folder, { sandboxes, tools });
  onTestFinished(() => ledger.close());
  return ledger;
}

function tell(ledger: SandboxLedger, body: string, api = 'counter'): string {
  const request: SandboxRequest = { method: 'POST', path: '/', query: '', headers: [], body };
  return ledger.handle(api, request).response?.body ?? 'cut';
}

it('keeps the state for the next program on the same folder', () => {
  const folder = temporaryDirectory();
  tell(openLedger(folder), '403993715529606983');
  expect(tell(openLedger(folder), '1.00')).toBe('403993715529606983,1.00');
});

it('keeps the state of every API apart', () => {
  const ledger = openLedger(temporaryDirectory());
  tell(ledger, 'one', 'left');
  expect(tell(ledger, 'two', 'right')).toBe('two');
  expect(tell(ledger, 'look', 'left')).toBe('one');
});

it('lets two programs take turns without losing a change', () => {
  const folder = temporaryDirectory();
  const [left, right] = [openLedger(folder), openLedger(folder)];
  for (const [index, ledger] of [left, right, left, right].entries()) tell(ledger, String(index));
  expect(tell(left, 'look')).toBe('0,1,2,3');
});

it('keeps nothing of a request that failed', () => {
  const ledger = openLedger(temporaryDirectory());
  tell(ledger, 'one');
  expect(tell(ledger, 'fail')).toMatch(/^Sandbox: a defect of the sandbox, .*a bug/);
  expect(tell(ledger, 'look')).toBe('one');
});

it('writes nothing where nothing changed', () => {
  const folder = temporaryDirectory();
  tell(openLedger(folder), 'look');
  const raw = new DatabaseSync(join(folder, 'sandbox.db'), { readOnly: true });
  onTestFinished(() => raw.close());
  expect(raw.prepare('SELECT count(*) AS n FROM ledger').get()?.['n']).toBe(0);
});

it('starts afresh after a reset, for every API and every program', () => {
  const folder = temporaryDirectory();
  const [left, right] = [openLedger(folder), openLedger(folder)];
  tell(left, 'one', 'a');
  tell(right, 'two', 'b');
  right.change({ kind: 'reset', api: null });
  expect(tell(left, 'look', 'a')).toBe('');
  expect(tell(left, 'look', 'b')).toBe('');
});

it('keeps every change of a long ledger, in turns with another program, through a reset and a new start', () => {
  const folder = temporaryDirectory();
  const [left, right] = [openLedger(folder), openLedger(folder)];
  const many = Array.from({ length: 1203 }, (_, index) => String(index));
  for (const [index, text] of many.entries()) tell(index % 7 === 0 ? right : left, text);
  expect(tell(openLedger(folder), 'look')).toBe(many.join(','));
  expect(tell(right, 'look')).toBe(many.join(','));
  right.change({ kind: 'reset', api: null });
  tell(right, 'after');
  expect(tell(left, 'look')).toBe('after');
});

it('writes what changed, not the whole ledger', () => {
  const folder = temporaryDirectory();
  const ledger = openLedger(folder);
  for (let index = 0; index < 300; index += 1) tell(ledger, 'x'.repeat(1000));
  const raw = new DatabaseSync(join(folder, 'sandbox.db'), { readOnly: true });
  onTestFinished(() => raw.close());
  const longest = raw.prepare('SELECT max(length(changes)) AS n FROM ledger_change').get()?.['n'];
  expect(Number(longest)).toBeLessThan(1100);
});

it('can be closed without ever having been used', () => {
  expect(() => createSqliteSandboxLedger(temporaryDirectory(), { sandboxes, tools }).close()).not.toThrow();
});

describe('how a sandbox is set', () => {
  const rule = {
    api: 'first',
    does: { kind: 'fault', fault: { kind: 'html' } },
    meets: 'calls',
    left: 2,
  } as const;

  it('is kept for the next program, and seen by another that runs', () => {
    const folder = temporaryDirectory();
    const [left, right] = [openSmall(folder), openSmall(folder)];
    change(left, { kind: 'clock', change: { kind: 'set', to: '2026-01-31T12:00:00Z' } });
    change(left, { kind: 'clock', change: { kind: 'stop' } });
    change(left, { kind: 'settling', settling: { after: 5_000, outcome: 'failure' } });
    change(left, { kind: 'add-rule', rule });
    expect(stateOf(right)).toEqual(stateOf(left));
    left.close();
    expect(stateOf(openSmall(folder))).toMatchObject({
      now: expect.stringMatching(/^2026-01-31T12:00:0/) as string,
      controls: { settling: { after: 5_000 }, rules: [{ ...rule, id: '1' }], nextRule: 2 },
    });
  });

  it('lets two programs use up the same rule exactly as often as it says', () => {
    const folder = temporaryDirectory();
    const ledgers = [openSmall(folder), openSmall(folder)] as const;
    change(ledgers[0], { kind: 'add-rule', rule });
    const statuses = [0, 1, 0, 1].map(
      (which) => send(ledgers[which === 0 ? 0 : 1], '/text').response?.status,
    );
    expect(statuses).toEqual([502, 502, 200, 200]);
  });

  it('that cannot be read counts as not set', () => {
    const folder = temporaryDirectory();
    const ledger = openSmall(folder);
    change(ledger, { kind: 'add-rule', rule });
    ledger.close();
    const raw = new DatabaseSync(join(folder, 'sandbox.db'));
    raw.exec(`UPDATE control SET controls = '{"rules":"of another version"}'`);
    raw.close();
    expect(stateOf(openSmall(folder)).controls).toEqual(untouchedControls);
  });

  it.each([
    [{ kind: 'reset', api: 'nope' }, 'There is no API nope.'],
    [{ kind: 'settle', api: 'nope', id: null, outcome: 'success' }, 'There is no API nope.'],
    [{ kind: 'settle', api: 'first', id: 'r9', outcome: 'success' }, 'No refund r9 waits for its end.'],
    [{ kind: 'remove-rule', id: '9' }, 'The sandbox has no rule 9.'],
    [{ kind: 'add-rule', rule: { ...rule, api: 'nope' } }, 'There is no API nope.'],
    [
      { kind: 'add-rule', rule: { ...rule, does: { kind: 'pick', entry: 'nope' } } },
      'There is no scenario nope of first.',
    ],
    [
      { kind: 'add-rule', rule: { ...rule, api: null, does: { kind: 'pick', entry: 'late' } } },
      'There is no scenario late without an API.',
    ],
    [
      { kind: 'clock', change: { kind: 'advance', milliseconds: -315_360_000_000 * 10 } },
      'The clock of the sandbox cannot be moved before 1970 or after 9999.',
    ],
  ] as const)('is not changed by %j', (given, message) => {
    const ledger = openSmall(temporaryDirectory());
    send(ledger, '/refund', 'r1');
    const before = { ...stateOf(ledger), now: '' };
    expect(ledger.change(given)).toMatchObject({ ok: false, error: { message } });
    expect({ ...stateOf(ledger), now: '' }).toEqual(before);
  });
});

describe('settling', () => {
  it('happens when the clock is moved past its time, once, and stays after a restart', () => {
    const folder = temporaryDirectory();
    const ledger = openSmall(folder);
    change(ledger, { kind: 'settling', settling: { after: 60_000, outcome: 'success' } });
    send(ledger, '/refund', 'r1');
    change(ledger, { kind: 'clock', change: { kind: 'advance', milliseconds: 60_000 } });
    change(ledger, { kind: 'settling', settling: { after: 0, outcome: 'failure' } });
    ledger.close();
    expect(stateOf(openSmall(folder)).apis[0]).toMatchObject({
      pending: [],
      records: [{ id: 'r1', state: 'done' }],
    });
  });

  it('happens by itself as time goes by, seen by whoever looks', () => {
    const ledger = openSmall(temporaryDirectory());
    change(ledger, { kind: 'settling', settling: { after: 0, outcome: 'failure' } });
    send(ledger, '/refund', 'r1');
    expect(stateOf(ledger).apis[0]).toMatchObject({ records: [{ id: 'r1', state: 'failed' }] });
  });
});

describe('the state', () => {
  it('tells of each kind the newest, as many as were asked for, and how many there are', () => {
    const ledger = openSmall(temporaryDirectory());
    for (const id of ['r1', 'r2', 'r3']) send(ledger, '/refund', id);
    for (const id of ['s1', 's2', 's3']) send(ledger, '/login', id);
    const state = ledger.state({ api: 'first', records: 2 });
    expect(state).toMatchObject({
      value: {
        apis: [{ api: 'first', total: 6, records: [{ id: 'r2' }, { id: 'r3' }, { id: 's1' }, { id: 's2' }] }],
      },
    });
  });

  it.each([
    ['of another shape', `UPDATE ledger SET state = '{"payments":{}}'`],
    [
      'whose changes do not fit',
      `INSERT INTO ledger_change (api, changes) VALUES ('first', '[{"path":["payments","p1","refunded"],"value":"1.00"}]')`,
    ],
    ['without what it started from', 'DELETE FROM ledger'],
  ])('of an older workbench, %s, gives way to the demo transactions for good', (_, damage) => {
    const folder = temporaryDirectory();
    const ledger = openSmall(folder);
    for (const id of ['r0', 'r1']) send(ledger, '/refund', id);
    ledger.close();
    const raw = new DatabaseSync(join(folder, 'sandbox.db'));
    raw.exec(damage);
    raw.close();
    const again = openSmall(folder);
    expect(stateOf(again).apis[0]?.total).toBe(0);
    for (const id of ['r2', 'r3']) send(again, '/refund', id);
    expect(stateOf(again).apis[0]?.records).toMatchObject([{ id: 'r2' }, { id: 'r3' }]);
    again.close();
    expect(stateOf(openSmall(folder)).apis[0]?.records).toMatchObject([{ id: 'r2' }, { id: 'r3' }]);
  });
});

describe('the log', () => {
  it('keeps the newest 2,000 requests, page by page', () => {
    const ledger = openSmall(temporaryDirectory());
    for (let index = 0; index < 2_003; index += 1) send(ledger, '/text');
    const numbers: number[] = [];
    for (let before: number | null = null; ; before = numbers.at(-1) ?? null) {
      const page = ledger.log({ before, limit: 500 });
      if (!page.ok) throw new Error(page.error.message);
      if (page.value.length === 0) break;
      numbers.push(...page.value.map(({ number }) => number));
    }
    expect(numbers).toEqual(Array.from({ length: 2_000 }, (_, index) => 2_003 - index));
    change(ledger, { kind: 'clear-log' });
    send(ledger, '/text');
    expect(ledger.log({ before: null, limit: 500 })).toMatchObject({ value: [{ number: 2_004 }] });
  });

  it('is written by the clock of the sandbox, and cuts what is long', () => {
    const ledger = openSmall(temporaryDirectory());
    change(ledger, { kind: 'clock', change: { kind: 'stop' } });
    change(ledger, { kind: 'clock', change: { kind: 'set', to: '2026-01-31T12:00:00Z' } });
    send(ledger, `/${'x'.repeat(5_000)}`);
    expect(ledger.log({ before: null, limit: 1 })).toMatchObject({
      value: [
        { at: '2026-01-31T12:00:00.000Z', path: expect.stringMatching(/^\/first\/base\/x{288}$/) as string },
      ],
    });
  });
});

describe('a snapshot', () => {
  const seedWith = (refunds: string): string =>
    `{"format":"refund-workbench-sandbox","version":1,"apis":{"first":{"refunds":[]},"other":{"refunds":${refunds}}}}`;

  it('brings back ledgers and settings, in another folder, too', () => {
    const ledger = openSmall(temporaryDirectory());
    for (const id of ['r1', 'r2']) send(ledger, '/refund', id);
    change(ledger, { kind: 'clock', change: { kind: 'stop' } });
    const saved = ledger.snapshot();
    if (!saved.ok) throw new Error(saved.error.message);
    const other = openSmall(temporaryDirectory());
    send(other, '/refund', 'r9');
    change(other, { kind: 'load', text: saved.value });
    expect(stateOf(other)).toEqual(stateOf(ledger));
    expect(other.snapshot()).toEqual(saved);
  });

  it('with a mistake anywhere changes nothing, neither here nor in the file', () => {
    const folder = temporaryDirectory();
    const ledger = openSmall(folder);
    send(ledger, '/refund', 'r1');
    expect(ledger.change({ kind: 'load', text: seedWith('[{"id":"r2"}]') })).toMatchObject({
      ok: false,
      error: { code: 'bad-input', message: expect.stringContaining('apis.other.refunds.0.amount') as string },
    });
    expect(stateOf(ledger).apis[0]?.records).toMatchObject([{ id: 'r1' }]);
    expect(stateOf(openSmall(folder)).apis[0]?.records).toMatchObject([{ id: 'r1' }]);
  });

  it('is seen by a program that knew the ledger before', () => {
    const folder = temporaryDirectory();
    const [left, right] = [openSmall(folder), openSmall(folder)];
    send(left, '/refund', 'r1');
    change(right, { kind: 'load', text: seedWith('[]') });
    send(left, '/refund', 'r2');
    expect(stateOf(right).apis[0]?.records).toMatchObject([{ id: 'r2' }]);
  });

  it('without settings leaves them as they are', () => {
    const ledger = openSmall(temporaryDirectory());
    change(ledger, { kind: 'settling', settling: { after: 1, outcome: 'failure' } });
    change(ledger, { kind: 'load', text: seedWith('[]') });
    expect(stateOf(ledger).controls.settling).toEqual({ after: 1, outcome: 'failure' });
  });
});

it('of another name is another sandbox in the same folder', () => {
  const folder = temporaryDirectory();
  const [left, right] = [openSmall(folder), openSmall(folder, 'sandbox-two')];
  send(left, '/refund', 'r1');
  change(left, { kind: 'settling', settling: { after: 1, outcome: 'failure' } });
  expect(stateOf(right)).toMatchObject({ controls: untouchedControls, apis: [{ total: 0 }, { total: 0 }] });
});

/** With two of the small API, `first` and `other`. */
function openSmall(folder: string, name?: string): SandboxLedger {
  const small = new Map([
    ['first', testSandbox],
    ['other', testSandbox],
  ]);
  const ledger = createSqliteSandboxLedger(folder, {
    sandboxes: small,
    tools,
    ...(name === undefined ? {} : { name }),
  });
  onTestFinished(() => ledger.close());
  return ledger;
}

function send(ledger: SandboxLedger, path: string, body = ''): SandboxAnswer {
  return ledger.handle('first', { method: 'POST', path, query: '', headers: [], body });
}

function change(ledger: SandboxLedger, given: SandboxChange): void {
  const changed = ledger.change(given);
  if (!changed.ok) throw new Error(changed.error.message);
}

function stateOf(ledger: SandboxLedger): SandboxState {
  const state = ledger.state({ api: null, records: 100 });
  if (!state.ok) throw new Error(state.error.message);
  return state.value;
}
