import { useMemo, useState } from 'react';
import { Button as AriaButton, Tree, TreeItem, TreeItemContent, type Key } from 'react-aria-components';

import { parseBody } from '../../../shared/formats/body.ts';
import type { ParsedBody } from '../../../shared/model/parsed-body.ts';
import { checkValue } from '../../actions/check-value.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './parsed-tree.module.css';
import { jsonTreeNode, subjectOfRow, type TreeNode, xmlTreeNode } from './tree-node.ts';

/** Longer texts are parsed only when asked for. In UTF-16 units. */
const parseLimit = 2_000_000;
/** Children of one node that are shown at first, and with each further step. */
const step = 200;

/** The answer as a tree; every number and id is the text it came as. */
export function ParsedTree({ text, tabId }: { readonly text: string; readonly tabId: string }) {
  const [wanted, setWanted] = useState(text.length <= parseLimit);
  const body = useMemo<ParsedBody | null>(() => (wanted ? parseBody(text) : null), [text, wanted]);
  if (body === null) {
    return (
      <Button
        onPress={() => setWanted(true)}
      >{`Parse ${Math.round(text.length / 1e6)} million characters`}</Button>
    );
  }
  switch (body.kind) {
    case 'json':
      return <NodeTree root={jsonTreeNode('', body.root)} tabId={tabId} />;
    case 'xml':
      return <NodeTree root={xmlTreeNode(body.root)} tabId={tabId} />;
    default:
      return <pre className={classes['plain']}>{describe(body, text)}</pre>;
  }
}

function describe(body: ParsedBody, text: string): string {
  if (body.kind === 'empty') return 'The body is empty.';
  return text.slice(0, 5000);
}

function NodeTree({ root, tabId }: { readonly root: TreeNode; readonly tabId: string }) {
  const stores = useStores();
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(() => new Set(firstExpanded(root)));
  return (
    <Tree
      aria-label="Parsed answer"
      className={classes['tree'] ?? ''}
      expandedKeys={expanded}
      onExpandedChange={(keys) => setExpanded(keys)}
      onAction={(key) => setExpanded((before) => new Set(before).symmetricDifference(new Set([key])))}
    >
      <NodeItem
        node={root}
        path="$"
        place={root.segment}
        expanded={expanded}
        onCheck={(place, value) => checkValue(stores, tabId, subjectOfRow(place), value)}
      />
    </Tree>
  );
}

type ItemProps = {
  readonly node: TreeNode;
  readonly path: string;
  /** Its path in the language of checks. */
  readonly place: string;
  readonly expanded: ReadonlySet<Key>;
  readonly onCheck: (place: string, value: string) => void;
};

function NodeItem({ node, path, place, expanded, onCheck }: ItemProps) {
  const [shown, setShown] = useState(step);
  const children = node.children ?? [];
  const open = expanded.has(path);
  return (
    <TreeItem
      id={path}
      textValue={`${node.name} ${node.text}`}
      hasChildItems={children.length > 0}
      className={classes['row'] ?? ''}
    >
      <TreeItemContent>
        {children.length > 0 && (
          <AriaButton slot="chevron" className={classes['chevron'] ?? ''}>
            <Icon name={open ? 'chevron-down' : 'chevron-right'} />
          </AriaButton>
        )}
        {node.name !== '' && <span className={classes['name']}>{node.name}</span>}
        <span className={classes[node.kind]}>{node.text}</span>
        {node.value !== null && (
          <AriaButton
            className={classes['check'] ?? ''}
            aria-label={`Check that ${place} stays ${node.value}`}
            onPress={() => onCheck(place, node.value ?? '')}
          >
            <Icon name="checklist" />
          </AriaButton>
        )}
        {open && shown < children.length && (
          <AriaButton className={classes['more'] ?? ''} onPress={() => setShown(shown + step)}>
            {`show ${Math.min(step, children.length - shown)} more of ${children.length}`}
          </AriaButton>
        )}
      </TreeItemContent>
      {open &&
        children.slice(0, shown).map((child, index) => (
          <NodeItem
            // Names may repeat, so a node's place is its identity.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${path}.${index}`}
            node={child}
            path={`${path}.${index}`}
            place={`${place}${child.segment}`}
            expanded={expanded}
            onCheck={onCheck}
          />
        ))}
    </TreeItem>
  );
}

/** Everything is open at first, up to about a screen and a half. */
function firstExpanded(root: TreeNode): readonly string[] {
  const open: string[] = [];
  let rows = 1;
  const queue: { node: TreeNode; path: string }[] = [{ node: root, path: '$' }];
  for (let next = queue.shift(); next !== undefined && rows < 60; next = queue.shift()) {
    const { node, path } = next;
    if (node.children === null || node.children.length === 0) continue;
    open.push(path);
    rows += node.children.length;
    queue.push(...node.children.map((child, index) => ({ node: child, path: `${path}.${index}` })));
  }
  return open;
}
