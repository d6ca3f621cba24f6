import { assert, clone, jsonValue, property, record, tuple } from 'fast-check';
import { expect, it } from 'vitest';

import { applyChanges, changesBetween } from '../../../electron/adapters/state-changes.ts';

/** As a file gives it back: JSON has no negative zero. */
const state = jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

it('always turns one state into the other', () => {
  assert(
    property(tuple(state, state), ([before, after]) => {
      const changes: unknown = JSON.parse(JSON.stringify(changesBetween(before, after)));
      expect(applyChanges(structuredClone(before), changes as never)).toEqual(after);
    }),
  );
});

it('finds nothing in a copy, and one change where one part differs', () => {
  assert(
    property(clone(record({ kept: state, list: state }), 2), ([one, other]) => {
      expect(changesBetween(one, other)).toEqual([]);
      expect(changesBetween(one, { ...other, added: '1.00' })).toEqual([{ path: ['added'], value: '1.00' }]);
    }),
  );
});

it('appends to a list without writing what is in it', () => {
  const list = Array.from({ length: 1000 }, (_, index) => ({ id: String(index) }));
  expect(changesBetween({ list }, { list: [...list, { id: 'new' }] })).toEqual([
    { path: ['list', 1000], value: { id: 'new' } },
  ]);
});

it('removes what is gone', () => {
  expect(changesBetween({ a: '1', b: '2' }, { b: '2' })).toEqual([{ path: ['a'] }]);
  expect(applyChanges({ a: '1', b: '2' }, [{ path: ['a'] }])).toEqual({ b: '2' });
});

it('keeps a key by which others would reach the prototype of every object', () => {
  const after = { refunds: JSON.parse('{"__proto__":{"amount":"1.00"}}') as unknown };
  const changes: unknown = JSON.parse(JSON.stringify(changesBetween({ refunds: {} }, after)));
  expect(JSON.stringify(applyChanges({ refunds: {} }, changes as never))).toBe(JSON.stringify(after));
  expect(Object.hasOwn(Object.prototype, 'amount')).toBe(false);
});
