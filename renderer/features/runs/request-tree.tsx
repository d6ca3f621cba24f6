import { useMemo, useState } from 'react';
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

import { changeChosen, chosenShare, requestPathsOf } from '../../../shared/engine/choose-requests.ts';
import type { StoredNode } from '../../../shared/model/collection.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './request-tree.module.css';

type Props = {
  readonly items: readonly StoredNode[];
  /** Paths of requests. */
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

/** Height of a row in CSS pixels; a virtualised tree has to know it. */
const sizes = { rowSize: 26 };

/** Folders and requests of a collection, each to be run or not; a folder stands for all that is in it. */
export function RequestTree({ items, chosen, onChange }: Props) {
  const nodes = useMemo(() => nodesByPath(items), [items]);
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(() => new Set(nodes.keys()));
  const selected = useMemo(
    () => new Set([...nodes].flatMap(([path, node]) => (chosenShare(chosen, node) === 'all' ? [path] : []))),
    [nodes, chosen],
  );
  const change = (keys: 'all' | ReadonlySet<Key>): void => {
    if (keys === 'all') return onChange(new Set(requestPathsOf(items)));
    const next = new Set([...keys].map(String));
    const nodesOf = (paths: ReadonlySet<string>): readonly StoredNode[] =>
      [...paths].flatMap((path) => nodes.get(path) ?? []);
    onChange(changeChosen(chosen, nodesOf(next.difference(selected)), nodesOf(selected.difference(next))));
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={sizes}>
      <Tree
        aria-label="Requests to run"
        className={classes['tree'] ?? ''}
        items={items}
        selectionMode="multiple"
        selectionBehavior="toggle"
        escapeKeyBehavior="none"
        selectedKeys={selected}
        onSelectionChange={change}
        expandedKeys={expanded}
        onExpandedChange={setExpanded}
        dependencies={[chosen]}
      >
        {function renderNode(node) {
          const name = node.kind === 'folder' ? node.name : node.request.name;
          return (
            <TreeItem id={node.path} textValue={name} className={classes['row'] ?? ''}>
              <TreeItemContent>
                <Checkbox slot="selection" isIndeterminate={chosenShare(chosen, node) === 'some'} />
                {node.kind === 'folder' ? (
                  <Button slot="chevron" className={classes['chevron'] ?? ''}>
                    <Icon name="chevron-right" />
                  </Button>
                ) : (
                  <span className={classes['method']}>{node.request.draft.method}</span>
                )}
                <span className={classes['name']} title={node.path}>
                  {name}
                </span>
              </TreeItemContent>
              {node.kind === 'folder' && (
                <Collection items={node.items} dependencies={[chosen]}>
                  {renderNode}
                </Collection>
              )}
            </TreeItem>
          );
        }}
      </Tree>
    </Virtualizer>
  );
}

function nodesByPath(items: readonly StoredNode[]): ReadonlyMap<string, StoredNode> {
  return new Map(
    items.flatMap((node) => [
      [node.path, node] as const,
      ...(node.kind === 'folder' ? nodesByPath(node.items) : []),
    ]),
  );
}
