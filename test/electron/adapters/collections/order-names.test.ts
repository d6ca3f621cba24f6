import { describe, expect, it } from 'vitest';

import { orderFor, orderNames, undoOrder } from '../../../../electron/adapters/collections/order-names.ts';

describe('orderNames', () => {
  it('puts the listed ones first, each once, and the others after by name', () => {
    expect(orderNames(['a', 'b', 'c', 'd'], ['c', 'gone', 'a', 'c'])).toEqual(['c', 'a', 'b', 'd']);
  });
});

describe('orderFor', () => {
  it('leaves a list that says the order already, also where it does not list all', () => {
    const before = ['b'];
    expect(orderFor(['b', 'a', 'c'], [], before, [])).toBe(before);
  });

  it('lists all where the order is another, and takes out those that went', () => {
    expect(orderFor(['b', 'c', 'a'], [], ['b'], [])).toEqual(['b', 'c', 'a']);
    expect(orderFor(['b'], [], ['b', 'a'], ['a'])).toEqual(['b']);
  });

  it('keeps the place of a file that cannot be read just now', () => {
    expect(orderFor(['c', 'a'], ['broken'], ['a', 'broken', 'c'], [])).toEqual(['c', 'a', 'broken']);
  });
});

describe('undoOrder', () => {
  it('brings back what went and takes out what came, around what somebody else did', () => {
    const change = { before: ['a', 'b', 'c'], after: ['a', 'c', 'new'] };
    expect(undoOrder(['c', 'a', 'new', 'theirs'], change)).toEqual(['c', 'a', 'b', 'theirs']);
  });
});
