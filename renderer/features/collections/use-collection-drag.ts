import { type DropTarget, type Key, useDragAndDrop } from 'react-aria-components';

import type { CollectionMove } from '../../../shared/contract/collection-commands.ts';
import { moveSelected } from '../../actions/change-collection.ts';
import { useStores } from '../../stores/stores-context.tsx';
import type { TreeNode } from './tree-node.ts';

/** What is dragged inside the tree. Collections have none: their order is that of their names. */
const dragType = 'application/x-refund-workbench-item';

/** Lets folders and requests be dragged, also by keyboard, to another place, folder or collection. */
export function useCollectionDrag(nodes: ReadonlyMap<string, TreeNode>) {
  const stores = useStores();
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => dragItem(nodes.get(String(key)))),
    acceptedDragTypes: [dragType],
    getDropOperation: (target) => (mayDrop(nodes, target) ? 'move' : 'cancel'),
    onMove: ({ keys, target }) => {
      const to = dropPlace(nodes, target);
      if (to !== null) void moveSelected(stores, movable(nodes, keys), to);
    },
  });
  return dragAndDropHooks;
}

function dragItem(node: TreeNode | undefined): Record<string, string> {
  const name = node?.name ?? '';
  const isMovable = node !== undefined && node.kind !== 'collection';
  return { 'text/plain': name, ...(isMovable ? { [dragType]: node.id } : {}) };
}

function movable(nodes: ReadonlyMap<string, TreeNode>, keys: ReadonlySet<Key>): readonly TreeNode[] {
  return [...nodes.values()].filter(({ id, kind }) => kind !== 'collection' && keys.has(id));
}

function mayDrop(nodes: ReadonlyMap<string, TreeNode>, target: DropTarget): boolean {
  if (target.type === 'root') return false;
  const kind = nodes.get(String(target.key))?.kind;
  return target.dropPosition === 'on' ? kind !== 'request' : kind !== 'collection';
}

/** Where something dropped goes: behind all that a folder holds, or before or behind another item. */
function dropPlace(
  nodes: ReadonlyMap<string, TreeNode>,
  target: Extract<DropTarget, { type: 'item' }>,
): CollectionMove['to'] | null {
  const node = nodes.get(String(target.key));
  if (node === undefined) return null;
  const { collection: id, path } = node;
  if (target.dropPosition === 'on') return { id, folder: path, index: node.children.length };
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const siblings = nodes.get(folder === '' ? id : `${id}/${folder}`)?.children ?? [];
  const index = siblings.findIndex((sibling) => sibling.id === node.id);
  return { id, folder, index: target.dropPosition === 'before' ? index : index + 1 };
}
