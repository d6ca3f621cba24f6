import { changeOrTell, itemWords, removeSelected } from '../../actions/change-collection.ts';
import { openSavedRequest } from '../../actions/open-saved-request.ts';
import type { Stores } from '../../stores/stores.ts';
import type { MenuEntry } from '../../ui/menu-button.tsx';
import type { TreeNode } from './tree-node.ts';

type Groups = readonly (readonly MenuEntry[])[];

/** Everything that can be done with a row of the tree; with several, where it is one of those that are selected. */
export function itemMenu(stores: Stores, node: TreeNode, selected: readonly TreeNode[]): Groups {
  const several = selected.length > 1 && selected.some(({ id }) => id === node.id);
  if (several) return selectionMenu(stores, selected);
  switch (node.kind) {
    case 'collection':
      return [[openPage(stores, node), run(stores, node)], news(stores, node), takeAlong(stores, node)];
    case 'folder':
      return [[run(stores, node)], news(stores, node), places(stores, node), [remove(stores, [node])]];
    case 'request':
      return [[openRequest(stores, node), run(stores, node)], places(stores, node), [remove(stores, [node])]];
  }
}

function selectionMenu(stores: Stores, selected: readonly TreeNode[]): Groups {
  const [first] = selected;
  const isOne = selected.every(({ collection, path }) => collection === first?.collection && path !== '');
  if (first === undefined || !isOne) return [[remove(stores, selected)]];
  const paths = selected.map(({ path }) => path);
  const { collection } = first;
  return [
    [
      {
        id: 'run',
        label: `Run ${selected.length} selected…`,
        icon: 'play',
        run: () =>
          stores.layout.getState().showPage({ kind: 'new-run', collection, paths, onlyFailedOf: null }),
      },
      {
        id: 'move',
        label: `Move ${selected.length} selected…`,
        icon: 'arrow-right',
        run: () => stores.layout.getState().open({ kind: 'move-items', id: collection, paths }),
      },
    ],
    [remove(stores, selected)],
  ];
}

function openPage({ layout }: Stores, { collection }: TreeNode): MenuEntry {
  return {
    id: 'open',
    label: 'Name, notes, variables',
    icon: 'settings',
    run: () => layout.getState().showPage({ kind: 'collection', id: collection }),
  };
}

function openRequest(stores: Stores, { collection, path }: TreeNode): MenuEntry {
  return {
    id: 'open',
    label: 'Open',
    icon: 'go-to-file',
    run: () => void openSavedRequest(stores, { collection, path }),
  };
}

function run({ layout }: Stores, { collection, path }: TreeNode): MenuEntry {
  const paths = path === '' ? [] : [path];
  return {
    id: 'run',
    label: 'Run…',
    icon: 'play',
    run: () => layout.getState().showPage({ kind: 'new-run', collection, paths, onlyFailedOf: null }),
  };
}

/** What can be made in a collection or folder. */
function news({ layout }: Stores, { collection, path }: TreeNode): readonly MenuEntry[] {
  const place = { id: collection, folder: path };
  const { open } = layout.getState();
  return [
    {
      id: 'new-request',
      label: 'New request…',
      icon: 'new-file',
      run: () => open({ kind: 'new-request', place }),
    },
    {
      id: 'new-folder',
      label: 'New folder…',
      icon: 'new-folder',
      run: () => open({ kind: 'new-folder', place }),
    },
  ];
}

/** Where and under which name it stands. */
function places(stores: Stores, { collection: id, path }: TreeNode): readonly MenuEntry[] {
  const { open } = stores.layout.getState();
  return [
    {
      id: 'rename',
      label: 'Rename…',
      icon: 'edit',
      run: () => open({ kind: 'rename-item', place: { id, path } }),
    },
    duplicate(stores, { id, path }),
    {
      id: 'move',
      label: 'Move…',
      icon: 'arrow-right',
      run: () => open({ kind: 'move-items', id, paths: [path] }),
    },
  ];
}

function duplicate(stores: Stores, { id, path }: { readonly id: string; readonly path: string }): MenuEntry {
  return {
    id: 'duplicate',
    label: 'Duplicate',
    icon: 'copy',
    run: () => {
      const what = itemWords(stores, id, path === '' ? [] : [path]);
      void changeOrTell(stores, 'collection.duplicate', { id, path }, `${what} duplicated.`);
    },
  };
}

function takeAlong(stores: Stores, node: TreeNode): readonly MenuEntry[] {
  const { collection: id } = node;
  return [
    duplicate(stores, { id, path: '' }),
    {
      id: 'export',
      label: 'Export…',
      icon: 'export',
      run: () => stores.layout.getState().open({ kind: 'export-collection', id }),
    },
    remove(stores, [node]),
  ];
}

function remove(stores: Stores, nodes: readonly TreeNode[]): MenuEntry {
  return {
    id: 'remove',
    label: nodes.length > 1 ? `Delete ${nodes.length} selected` : 'Delete',
    icon: 'trash',
    run: () => void removeSelected(stores, nodes),
  };
}
