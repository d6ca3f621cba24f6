import { expect, it } from 'vitest';

import { createCollectionStore } from '../../../renderer/stores/create-collection-store.ts';
import type { WorkbenchClient } from '../../../shared/contract/client.ts';
import type { CollectionOverview } from '../../../shared/contract/collection-commands.ts';

/** An overview that can be told from others. */
function overview(name: string): CollectionOverview {
  return {
    problems: [],
    collections: [{ id: name, name, notes: '', variables: [], revision: name, readOnly: null, items: [] }],
  };
}

/** A client whose answers the test gives, in the order it likes. */
function slowClient() {
  const asked: { readonly name: string; readonly answer: (value: unknown) => void }[] = [];
  const call = (name: string) =>
    new Promise<unknown>((resolve) => {
      asked.push({ name, answer: resolve });
    });
  const client = { call, on: () => () => undefined } as unknown as WorkbenchClient;
  return { client, asked };
}

const changed = (name: string) => ({
  ok: true,
  value: { overview: overview(name), id: name, path: '', undo: 'token' },
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('tells what a change did before its overview can be seen', async () => {
  const { client, asked } = slowClient();
  const store = createCollectionStore(client, overview('before'));
  const seen: string[] = [];
  store.subscribe((state) => seen.push(`shown ${state.overview.collections[0]?.name}`));
  const change = store.getState().change('collection.add-folder', { id: 'a', folder: '', name: 'b' }, () =>
    seen.push('settled'),
  );
  expect(store.getState().isChanging).toBe(true);
  asked[0]?.answer(changed('after'));
  await change;
  expect(seen.filter((text) => text !== 'shown before')).toEqual(['settled', 'shown after', 'shown after']);
  expect(store.getState().isChanging).toBe(false);
});

it('never shows what was read before or while something was changed, and reads it again', async () => {
  const { client, asked } = slowClient();
  const store = createCollectionStore(client, overview('before'));
  const seen = new Set<string | undefined>();
  store.subscribe((state) => seen.add(state.overview.collections[0]?.name));
  const early = store.getState().reload();
  const change = store.getState().change('collection.add-folder', { id: 'a', folder: '', name: 'b' });
  await store.getState().reload();
  expect(asked.map(({ name }) => name)).toEqual(['collection.list', 'collection.add-folder']);
  asked[0]?.answer(overview('stale'));
  await early;
  asked[1]?.answer(changed('after'));
  await change;
  asked[2]?.answer(overview('latest'));
  await settled();
  expect([...seen]).toEqual(['before', 'after', 'latest']);
});

it('keeps what it shows where a change is refused', async () => {
  const { client, asked } = slowClient();
  const store = createCollectionStore(client, overview('before'));
  const problem = { code: 'bad-collection', message: 'No.', remedy: 'Try.' };
  const change = store.getState().change('collection.remove', { id: 'before', paths: [] });
  asked[0]?.answer({ ok: false, error: problem });
  expect(await change).toEqual({ ok: false, error: problem });
  expect(store.getState()).toMatchObject({ isChanging: false, overview: overview('before') });
});
