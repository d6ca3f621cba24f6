import { describe, expect, it } from 'vitest';

import { createSandboxStore } from '../../../renderer/stores/create-sandbox-store.ts';
import { untouchedControls } from '../../../shared/model/sandbox.ts';

type Log = { before: number | null; limit: number };

/** A store over a sandbox whose log holds so many requests; `delays` are those of the answers about its state. */
function storeOver(options: { entries: number; delays?: number[] }) {
  const asked: string[] = [];
  let states = 0;
  const answers: Readonly<Record<string, (input: never) => unknown>> = {
    'sandbox.state': async () => {
      const now = `state ${++states}`;
      await new Promise((resolve) => setTimeout(resolve, options.delays?.shift() ?? 0));
      return { ok: true, value: { now, controls: untouchedControls, apis: [{ api: 'demo', records: [] }] } };
    },
    'sandbox.log': ({ before, limit }: Log) => {
      const newest = Math.min(options.entries, (before ?? Number.POSITIVE_INFINITY) - 1);
      const count = Math.min(limit, newest);
      return { ok: true, value: Array.from({ length: count }, (_, index) => ({ number: newest - index })) };
    },
    'sandbox.change': () => ({ ok: false, error: { code: 'x', message: 'No.', remedy: 'Look.' } }),
  };
  const call = async (name: string, input: never): Promise<unknown> => {
    asked.push(name);
    return answers[name]?.(input);
  };
  return { store: createSandboxStore({ call } as never), asked, options };
}

const numbers = (log: readonly { readonly number: number }[] | null): readonly number[] =>
  (log ?? []).map(({ number }) => number);

describe('the log of the sandbox', () => {
  it('is read only while somebody looks at it', async () => {
    const { store, asked } = storeOver({ entries: 3 });
    await store.getState().refresh();
    expect(asked).toEqual(['sandbox.state']);
    await store.getState().look({ isLookedAt: true });
    expect(numbers(store.getState().log)).toEqual([3, 2, 1]);
    expect(store.getState().isLogComplete).toBe(true);
  });

  it('takes new requests in front of what was read on, none twice and none left out', async () => {
    const { store, options } = storeOver({ entries: 450 });
    await store.getState().look({ isLookedAt: true });
    expect(store.getState().isLogComplete).toBe(false);
    await store.getState().moreLog();
    await store.getState().moreLog();
    expect(store.getState().isLogComplete).toBe(true);
    options.entries = 452;
    await store.getState().refresh();
    expect(numbers(store.getState().log)).toEqual(Array.from({ length: 452 }, (_, index) => 452 - index));
    expect(store.getState().isLogComplete).toBe(true);
  });

  it('begins anew where more came than it reads at once, so that it has no hole', async () => {
    const { store, options } = storeOver({ entries: 10 });
    await store.getState().look({ isLookedAt: true });
    options.entries = 1000;
    await store.getState().refresh();
    expect(numbers(store.getState().log).at(-1)).toBe(801);
    expect(store.getState().isLogComplete).toBe(false);
  });

  it('is empty once another program cleared it', async () => {
    const { store, options } = storeOver({ entries: 10 });
    await store.getState().look({ isLookedAt: true });
    options.entries = 0;
    await store.getState().refresh();
    expect(store.getState().log).toEqual([]);
  });
});

describe('the state of the sandbox', () => {
  it('is the one that was asked for last, whichever answer comes last', async () => {
    const { store } = storeOver({ entries: 0, delays: [30, 0] });
    await Promise.all([store.getState().refresh(), store.getState().refresh()]);
    expect(store.getState().state?.now).toBe('state 2');
  });

  it('keeps its records the same objects while they are the same', async () => {
    const { store } = storeOver({ entries: 0 });
    await store.getState().refresh();
    const before = store.getState().state?.apis;
    await store.getState().refresh();
    expect(store.getState().state?.apis).toBe(before);
  });

  it('gives why a change could not be made', async () => {
    const { store } = storeOver({ entries: 0 });
    expect(await store.getState().change({ kind: 'clear-log' })).toMatchObject({ message: 'No.' });
  });
});
