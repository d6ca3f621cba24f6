import { expect, it } from 'vitest';

import {
  findMovedRequest,
  findStoredNode,
  findStoredRequest,
  storedRequests,
} from '../../../shared/engine/find-stored-request.ts';
import type { Collection, StoredNode, StoredRequest } from '../../../shared/model/collection.ts';

function request(path: string, revision = path): StoredRequest {
  const draft = {
    api: 'demo',
    template: null,
    operation: 'refund',
    method: 'POST',
    url: '{{demo.baseUrl}}',
    headers: [],
    body: { kind: 'none' },
  } as const;
  return {
    kind: 'request',
    path,
    revision,
    readOnly: null,
    request: { name: path, notes: '', draft, checks: [], captures: [] },
  };
}

function folder(path: string, items: readonly StoredNode[]): StoredNode {
  return { kind: 'folder', path, name: path, notes: '', items };
}

function collection(id: string, items: readonly StoredNode[]): Collection {
  return { id, name: id, notes: '', variables: [], revision: id, readOnly: null, items };
}

const shop = collection('shop', [
  request('first'),
  folder('refunds', [request('refunds/in-full', 'r1'), folder('refunds/deep', [request('refunds/deep/one')])]),
  request('refunds-and-more'),
]);

it('gives the requests of all folders in the order of a run', () => {
  expect(storedRequests(shop.items).map(({ path }) => path)).toEqual([
    'first',
    'refunds/in-full',
    'refunds/deep/one',
    'refunds-and-more',
  ]);
});

it('finds what stands at a path, and no folder where a request is asked for', () => {
  expect(findStoredNode(shop.items, 'refunds/deep')).toMatchObject({ kind: 'folder' });
  expect(findStoredRequest([shop], { collection: 'shop', path: 'refunds/deep/one' })?.path).toBe(
    'refunds/deep/one',
  );
  expect(findStoredRequest([shop], { collection: 'shop', path: 'refunds' })).toBeNull();
  expect(findStoredRequest([shop], { collection: 'other', path: 'first' })).toBeNull();
});

it('finds a request again whose folder was renamed, or that went to another collection', () => {
  const renamed = collection('shop', [folder('money-back', [request('money-back/in-full', 'r1')])]);
  const saved = { path: 'refunds/in-full', revision: 'r1' };
  expect(findMovedRequest([renamed], [shop], saved)).toEqual({
    collection: 'shop',
    path: 'money-back/in-full',
  });
  const emptied = collection('shop', []);
  const other = collection('other', [request('in-full', 'r1')]);
  expect(findMovedRequest([other, emptied], [shop], saved)).toEqual({ collection: 'other', path: 'in-full' });
});

it('takes no copy that was there before for the request that was removed', () => {
  const copy = folder('copy', [request('copy/in-full', 'r1')]);
  const before = collection('shop', [...shop.items, copy]);
  const saved = { path: 'refunds/in-full', revision: 'r1' };
  expect(findMovedRequest([collection('shop', [copy])], [before], saved)).toBeNull();
});

it('prefers the file of the same name where two of the same bytes came up', () => {
  const now = collection('shop', [request('a/other', 'r1'), request('b/in-full', 'r1')]);
  expect(findMovedRequest([now], [shop], { path: 'refunds/in-full', revision: 'r1' })?.path).toBe('b/in-full');
});
