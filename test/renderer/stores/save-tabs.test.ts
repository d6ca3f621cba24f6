import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';

import { saveTabs } from '../../../renderer/stores/save-tabs.ts';
import type { Tabs } from '../../../shared/model/tab.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

function typing() {
  const store = createStore<Tabs>(() => ({ tabs: [], active: null }));
  const saved: number[] = [];
  saveTabs(store, () => saved.push(performance.now()));
  return { saved, type: () => store.setState({ tabs: [] }), start: performance.now() };
}

it('saves once, a moment after the last letter', () => {
  const { saved, type, start } = typing();
  type();
  vi.advanceTimersByTime(100);
  type();
  vi.advanceTimersByTime(5000);
  expect(saved).toEqual([start + 400]);
});

it('loses nothing that was typed more than a second before, however long somebody types on', () => {
  const { saved, type, start } = typing();
  for (let letter = 0; letter < 100; letter += 1) {
    type();
    vi.advanceTimersByTime(90);
    const unsaved = performance.now() - Math.max(start, ...saved);
    expect(unsaved).toBeLessThan(1000);
  }
  expect(saved.length).toBeGreaterThan(9);
});

it('saves nothing where nothing changed', () => {
  const { saved } = typing();
  vi.advanceTimersByTime(5000);
  expect(saved).toEqual([]);
});
