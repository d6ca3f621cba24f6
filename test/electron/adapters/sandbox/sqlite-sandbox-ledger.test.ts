import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { expect, it, onTestFinished } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import {
  createSqliteSandboxLedger,
  type SandboxLedger,
} from '../../../../electron/adapters/sandbox/sqlite-sandbox-ledger.ts';
import { systemClock } from '../../../../electron/adapters/system-clock.ts';
import { defineSandbox, type SandboxRequest } from '../../../../shared/definition/sandbox-definition.ts';
import { assumption } from '../../../../shared/model/source.ts';
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
