import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react';
import {
  Button,
  Collection,
  type Key,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';

import { removeSelected } from '../../actions/change-collection.ts';
import { openSavedRequest } from '../../actions/open-saved-request.ts';
import { selectActiveTab } from '../../stores/create-tab-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { useCollections, useStores, useTabs } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { openRowMenu } from '../open-row-menu.ts';
import { CollectionRow } from './collection-row.tsx';
import classes from './collection-tree.module.css';
import { branchKeys, filterNodes, nodesByKey, type TreeNode, treeNodes } from './tree-node.ts';
import { useCollectionDrag } from './use-collection-drag.ts';

/** Height of a row and of the line that shows where something would be dropped, in CSS pixels. */
const sizes = { rowSize: 26, dropIndicatorThickness: 2 };

/** Collections, folders and requests; a click or Enter opens. `filter` is as typed. */
export function CollectionTree({ filter }: { readonly filter: string }) {
  const stores = useStores();
  const { overview, expanded, setExpanded } = useCollections((state) => state);
  const { nodes, shown, all } = useNodes(overview.collections, filter);
  const isFiltered = filter.trim() !== '';
  const [selected, setSelected] = useSelection();
  const dragAndDropHooks = useCollectionDrag(all);
  const chosen = [...selected].flatMap((key) => all.get(String(key)) ?? []);
  const act = (key: Key | undefined): void => {
    const node = all.get(String(key));
    if (node?.kind === 'request') openSavedRequest(stores, node);
    else if (node !== undefined && !isFiltered) {
      setExpanded(new Set(expanded).symmetricDifference(new Set([node.id])));
    }
  };
  const press = (event: KeyboardEvent): void => {
    const node = event.target instanceof HTMLElement ? all.get(event.target.dataset['key'] ?? '') : undefined;
    if (node === undefined || (event.key !== 'Delete' && event.key !== 'F2')) return;
    event.preventDefault();
    if (event.key === 'F2') askForName(stores, node);
    else void removeSelected(stores, chosen.includes(node) ? chosen : [node]);
  };
  if (nodes.length > 0 && shown.length === 0) {
    return <p className={classes['none']}>Nothing here has these words in its name.</p>;
  }
  return (
    <div
      className={classes['frame']}
      onContextMenu={openRowMenu}
      onClickCapture={(event) => act(clickedRow(event))}
      // The click before has opened it already.
      onDoubleClickCapture={(event) => event.stopPropagation()}
      onKeyDownCapture={press}
    >
      <Virtualizer layout={ListLayout} layoutOptions={sizes}>
        <Tree
          aria-label="Collections"
          className={classes['tree'] ?? ''}
          items={shown}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={(keys) => setSelected(keys === 'all' ? new Set(all.keys()) : keys)}
          expandedKeys={isFiltered ? branchKeys(shown) : expanded}
          onExpandedChange={(keys) => !isFiltered && setExpanded(new Set([...keys].map(String)))}
          onAction={act}
          {...(dragAndDropHooks === undefined ? {} : { dragAndDropHooks })}
        >
          {(node) => <Row node={node} selected={chosen} />}
        </Tree>
      </Virtualizer>
    </div>
  );
}

function askForName({ layout }: Stores, { kind, collection: id, path }: TreeNode): void {
  if (kind === 'collection') layout.getState().showPage({ kind, id });
  else layout.getState().open({ kind: 'rename-item', place: { id, path } });
}

function Row({ node, selected }: { readonly node: TreeNode; readonly selected: readonly TreeNode[] }) {
  return (
    <TreeItem id={node.id} textValue={node.name} className={`${classes['row']} ${classes[node.kind]}`}>
      <TreeItemContent>
        {node.kind !== 'request' && (
          <Button slot="chevron" className={classes['chevron'] ?? ''}>
            <Icon name="chevron-right" />
          </Button>
        )}
        <CollectionRow node={node} selected={selected} />
        {/* Starts a drag by keyboard; the pointer drags the row. */}
        <Button slot="drag" className={classes['drag'] ?? ''} aria-label={`Drag ${node.name}`}>
          <Icon name="gripper" />
        </Button>
      </TreeItemContent>
      <Collection items={node.children} dependencies={[selected]}>
        {(child) => <Row node={child} selected={selected} />}
      </Collection>
    </TreeItem>
  );
}

/** Every node, those that are shown, and every node by its key. */
function useNodes(collections: Parameters<typeof treeNodes>[0], filter: string) {
  const nodes = useMemo(() => treeNodes(collections), [collections]);
  const all = useMemo(() => nodesByKey(nodes), [nodes]);
  const shown = useMemo(
    () => filterNodes(nodes, filter.toLowerCase().split(/\s+/).filter(Boolean)),
    [nodes, filter],
  );
  return { nodes, shown, all };
}

/** What is selected: what the user chose last, or the request of the tab that was shown last. */
function useSelection() {
  const saved = useTabs(selectActiveTab)?.saved ?? null;
  const active = saved === null ? null : `${saved.collection}/${saved.path}`;
  const followed = useMemo(() => new Set<Key>(active === null ? [] : [active]), [active]);
  const [chosen, setChosen] = useState({ over: followed, keys: followed });
  const selected: ReadonlySet<Key> = chosen.over === followed ? chosen.keys : followed;
  return [selected, (keys: Set<Key>) => setChosen({ over: followed, keys })] as const;
}

/** The key of a row that was clicked without choosing more than it; what stands in a row has clicks of its own. */
function clickedRow({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): string | undefined {
  if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey) return undefined;
  if (target.closest('button') !== null) return undefined;
  return target.closest<HTMLElement>('[role="row"]')?.dataset['key'];
}
