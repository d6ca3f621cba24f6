import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { tabsToClose } from '../../../renderer/actions/close-tabs.ts';
import { createTabStore, type TabStore } from '../../../renderer/stores/create-tab-store.ts';
import type { WorkbenchClient } from '../../../shared/contract/client.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { sendInput } from '../../support/open-test-workbench.ts';

const { draft } = sendInput('payu', 'refund');

function tab(id: string, pinned = false): Tab {
  return {
    id,
    title: id,
    draft,
    exchangeId: null,
    notes: `notes of ${id}`,
    checks: [],
    captures: [],
    pinned,
    saved: null,
  };
}

/** A store with these tabs, the first shown; what it saves goes nowhere. */
function storeOf(tabs: readonly Tab[]): TabStore {
  const client = { call: async () => ({ ok: true, value: null }) } as unknown as WorkbenchClient;
  return createTabStore(client, { tabs, active: tabs[0]?.id ?? null }, () => undefined);
}

const ids = (store: TabStore): readonly string[] => store.getState().tabs.map(({ id }) => id);

it('a closed tab comes back whole and where it stood, the last one first', () => {
  const store = storeOf([tab('a'), tab('b'), tab('c')]);
  store.getState().close(['b']);
  store.getState().close(['a']);
  expect(store.getState().reopen()).toBe(true);
  expect(ids(store)).toEqual(['a', 'c']);
  expect(store.getState().reopen()).toBe(true);
  expect(ids(store)).toEqual(['a', 'b', 'c']);
  expect(store.getState().tabs[1]).toEqual(tab('b'));
  expect(store.getState().active).toBe('b');
  expect(store.getState().reopen()).toBe(false);
});

it('tabs that were closed together come back together', () => {
  const store = storeOf([tab('a'), tab('b'), tab('c'), tab('d')]);
  store.getState().close(['a', 'c', 'd']);
  expect(ids(store)).toEqual(['b']);
  store.getState().reopen(['a', 'c', 'd']);
  expect(ids(store)).toEqual(['a', 'b', 'c', 'd']);
});

it('the neighbour of the closed tab is shown, the right one first; another tab stays as it is', () => {
  const store = storeOf([tab('a'), tab('b'), tab('c')]);
  store.getState().activate('b');
  store.getState().close(['b']);
  expect(store.getState().active).toBe('c');
  store.getState().close(['c']);
  expect(store.getState().active).toBe('a');
  const other = storeOf([tab('a'), tab('b')]);
  other.getState().close(['b']);
  expect(other.getState().active).toBe('a');
});

it('a pinned tab goes to the left and stays when others are closed at once', () => {
  const store = storeOf([tab('a'), tab('b'), tab('c')]);
  store.getState().pin('c', true);
  expect(ids(store)).toEqual(['c', 'a', 'b']);
  const { tabs } = store.getState();
  expect(tabsToClose(tabs, 'a', 'others')).toEqual(['b']);
  expect(tabsToClose(tabs, 'a', 'right')).toEqual(['b']);
  expect(tabsToClose(tabs, 'c', 'right')).toEqual(['a', 'b']);
  expect(tabsToClose(tabs, 'b', 'all')).toEqual(['a', 'b']);
  store.getState().pin('c', false);
  expect(ids(store)).toEqual(['c', 'a', 'b']);
});

it('tabs of an older file that stand in another order are shown with the pinned ones first', () => {
  expect(ids(storeOf([tab('a'), tab('b', true)]))).toEqual(['b', 'a']);
});

it('whatever is done, no tab is lost or doubled, the pinned ones stand left, and what is shown is open', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const step = fc.oneof(
    fc.record({ kind: fc.constant('close' as const), ids: fc.uniqueArray(name) }),
    fc.record({ kind: fc.constant('reopen' as const) }),
    fc.record({ kind: fc.constant('pin' as const), id: name, pinned: fc.boolean() }),
    fc.record({ kind: fc.constant('move' as const), id: name, index: fc.integer({ min: -2, max: 7 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const store = storeOf(['a', 'b', 'c', 'd', 'e'].map((id) => tab(id)));
      for (const one of steps) {
        const state = store.getState();
        if (one.kind === 'close') state.close(one.ids);
        else if (one.kind === 'reopen') state.reopen();
        else if (one.kind === 'pin') state.pin(one.id, one.pinned);
        else state.move(one.id, one.index);
        const { tabs, active, closed } = store.getState();
        const all = [...tabs, ...closed.map((entry) => entry.tab)].map(({ id }) => id);
        expect(all.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(tabs.map(({ pinned }) => pinned)).toEqual(
          tabs.map(({ pinned }) => pinned).toSorted((left, right) => Number(right) - Number(left)),
        );
        expect(tabs.some(({ id }) => id === active)).toBe(tabs.length > 0);
      }
    }),
  );
});
