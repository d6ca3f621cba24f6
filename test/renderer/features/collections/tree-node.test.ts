import { expect, it } from 'vitest';

import {
  branchKeys,
  filterNodes,
  nodesByKey,
  type TreeNode,
} from '../../../../renderer/features/collections/tree-node.ts';

function node(name: string, children: readonly TreeNode[] | null = null): TreeNode {
  return {
    id: name,
    kind: children === null ? 'request' : 'folder',
    collection: 'shop',
    path: name,
    name,
    method: '',
    detail: '',
    readOnly: null,
    children: children ?? [],
  };
}

const nodes = [
  node('Shop', [
    node('Refund in full'),
    node('Partial', [node('Refund 0.10'), node('Status')]),
    node('Empty', []),
  ]),
];

function names(some: readonly TreeNode[]): readonly string[] {
  return some.flatMap(({ name, children }) => [name, ...names(children)]);
}

it('keeps what has a word in its name, and the folders it stands in', () => {
  expect(names(filterNodes(nodes, ['status']))).toEqual(['Shop', 'Partial', 'Status']);
});

it('keeps everything in a folder whose name has the word', () => {
  expect(names(filterNodes(nodes, ['partial']))).toEqual(['Shop', 'Partial', 'Refund 0.10', 'Status']);
});

it('finds words that stand in the name of a folder and of what it holds', () => {
  expect(names(filterNodes(nodes, ['0.10', 'partial']))).toEqual(['Shop', 'Partial', 'Refund 0.10']);
  expect(filterNodes(nodes, ['full', 'partial'])).toEqual([]);
});

it('is the whole tree without a word', () => {
  expect(filterNodes(nodes, [])).toBe(nodes);
});

it('knows every row by its key, and those that hold others', () => {
  expect([...nodesByKey(nodes).keys()]).toEqual(names(nodes));
  expect(branchKeys(nodes)).toEqual(['Shop', 'Partial', 'Empty']);
});
