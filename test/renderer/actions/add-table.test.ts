import { describe, expect, it } from 'vitest';

import { addTable } from '../../../renderer/actions/add-table.ts';
import { createTableStore } from '../../../renderer/stores/create-table-store.ts';
import type { Stores } from '../../../renderer/stores/stores.ts';
import { openTestWorkbench } from '../../support/open-test-workbench.ts';

function storesOf(handlers: unknown): {
  readonly stores: Stores;
  readonly called: string[];
  readonly texts: string[];
} {
  const called: string[] = [];
  const texts: string[] = [];
  const call = (name: string, input: { readonly text?: string }): unknown => {
    called.push(name);
    if (input.text !== undefined) texts.push(input.text);
    return (handlers as Record<string, (given: unknown) => unknown>)[name]?.(input);
  };
  const tables = createTableStore({ call, on: () => () => undefined } as never);
  return { stores: { tables } as unknown as Stores, called, texts };
}

const upload = (file: File) => ({
  file,
  separator: null,
  onProgress: () => undefined,
  signal: new AbortController().signal,
});

describe('a data file', () => {
  it('reaches the core in parts, letters of several bytes whole', async () => {
    const workbench = openTestWorkbench();
    const { stores, texts } = storesOf(workbench.handlers);
    const lines = Array.from({ length: 60_000 }, (_, index) => `0${index},€ñ𝄞 ${index}.10`);
    const text = ['id,note', ...lines].join('\n');
    const added = await addTable(stores, upload(new File([text], 'long.csv')));
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.join('') === text).toBe(true);
    expect(added).toMatchObject({
      ok: true,
      value: { name: 'long.csv', rows: 60_000, columns: ['id', 'note'] },
    });
    if (!added.ok) return;
    const page = await stores.tables.getState().read(added.value.id, 59_999, 1);
    expect(page).toMatchObject({ ok: true, value: { rows: [{ cells: ['059999', '€ñ𝄞 59999.10'] }] } });
  });

  it('is refused where it is not UTF-8, and what was handed on is forgotten', async () => {
    const { stores, called } = storesOf({ 'table.release': () => ({ ok: true, value: null }) });
    const latin = new File([new Uint8Array([0x6e, 0x0a, 0xe9, 0x0a])], 'old.csv');
    const added = await addTable(stores, upload(latin));
    expect(added).toMatchObject({ ok: false, error: { code: 'bad-table' } });
    expect(called).toEqual(['table.release']);
  });

  it('keeps its byte-order mark until the core has told of it', async () => {
    const workbench = openTestWorkbench();
    const { stores, texts } = storesOf(workbench.handlers);
    const added = await addTable(stores, upload(new File(['\uFEFFid\n1\n'], 'marked.csv')));
    expect(texts).toEqual(['\uFEFFid\n1\n']);
    expect(added).toMatchObject({ ok: true, value: { columns: ['id'] } });
  });

  it('ends where it is cancelled', async () => {
    const { stores, called } = storesOf({ 'table.release': () => ({ ok: true, value: null }) });
    const added = await addTable(stores, {
      ...upload(new File(['id\n1'], 'a.csv')),
      signal: AbortSignal.abort(),
    });
    expect(added).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(called).toEqual(['table.release']);
  });
});
