import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  changeChosen,
  choosePaths,
  chosenShare,
  pathsOfChosen,
  requestPathsOf,
} from '../../../shared/engine/choose-requests.ts';
import type { StoredNode } from '../../../shared/model/collection.ts';

const request = (path: string): StoredNode => ({
  kind: 'request',
  path,
  revision: '',
  readOnly: null,
  request: {
    name: path,
    notes: '',
    draft: {
      api: 'a',
      template: null,
      operation: 'o',
      method: 'GET',
      url: '',
      headers: [],
      body: { kind: 'none' },
    },
    checks: [],
    captures: [],
  } as unknown as Extract<StoredNode, { kind: 'request' }>['request'],
});
const folder = (path: string, items: readonly StoredNode[]): StoredNode => ({
  kind: 'folder',
  path,
  name: path,
  notes: '',
  items,
});

const items = [
  request('login'),
  folder('refunds', [request('refunds/full'), folder('refunds/odd', [request('refunds/odd/twice')])]),
  folder('empty', []),
];

describe('chosen requests', () => {
  it('are all of them where no path is named', () => {
    expect([...choosePaths(items, [])]).toEqual(['login', 'refunds/full', 'refunds/odd/twice']);
  });

  it('are those of a folder, however deep', () => {
    expect([...choosePaths(items, ['refunds'])]).toEqual(['refunds/full', 'refunds/odd/twice']);
  });

  it('are named by the fewest paths', () => {
    expect(pathsOfChosen(items, new Set(['refunds/full', 'refunds/odd/twice']))).toEqual(['refunds']);
    expect(pathsOfChosen(items, new Set(['login', 'refunds/odd/twice']))).toEqual(['login', 'refunds/odd']);
    expect(pathsOfChosen(items, new Set(['login', 'refunds/full', 'refunds/odd/twice']))).toEqual([]);
  });

  it('come and go with their folder, and a folder says how much of it is chosen', () => {
    const refunds = items[1] ?? request('');
    const one = new Set(['refunds/full']);
    expect(chosenShare(one, refunds)).toBe('some');
    const all = changeChosen(one, [refunds], []);
    expect(chosenShare(all, refunds)).toBe('all');
    expect([...changeChosen(all, [], [refunds])]).toEqual([]);
  });

  it('are always the same after a way through the fewest paths', () => {
    fc.assert(
      fc.property(tree(), fc.infiniteStream(fc.boolean()), (nodes, flips) => {
        const chosen = new Set(requestPathsOf(nodes).filter(() => flips.next().value));
        fc.pre(chosen.size > 0);
        expect(choosePaths(nodes, pathsOfChosen(nodes, chosen))).toEqual(chosen);
      }),
    );
  });
});

function tree(): fc.Arbitrary<readonly StoredNode[]> {
  const shape = fc.letrec<{ node: readonly unknown[] | null; list: readonly unknown[] }>((tie) => ({
    node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant(null), tie('list')),
    list: fc.array(tie('node'), { maxLength: 4 }),
  }));
  return shape.list.map((list) => named(list, ''));
}

function named(list: readonly unknown[], above: string): readonly StoredNode[] {
  return list.map((node, index) => {
    const path = `${above}${index}`;
    return Array.isArray(node) ? folder(path, named(node, `${path}/`)) : request(path);
  });
}
