import { useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import classes from './collection-tree.module.css';
import { itemMenu } from './item-menu.ts';
import type { TreeNode } from './tree-node.ts';

type Props = { readonly node: TreeNode; readonly selected: readonly TreeNode[] };

/** What a row of the tree says, and its menu. */
export function CollectionRow({ node, selected }: Props) {
  const stores = useStores();
  const { kind, name, method, detail, readOnly, children } = node;
  return (
    <>
      {kind === 'request' ? (
        <span className={classes['method']}>{method}</span>
      ) : (
        <Icon name={kind === 'folder' ? 'folder' : 'library'} />
      )}
      <span className={classes['title']} title={detail === '' ? name : `${name}\n${detail}`}>
        {name}
      </span>
      {readOnly !== null && (
        <span role="img" aria-label="Read only" title={readOnly.message} className={classes['lock']}>
          <Icon name="lock" />
        </span>
      )}
      {kind === 'collection' && <span className={classes['count']}>{countRequests(children)}</span>}
      <MenuButton label={name} groups={itemMenu(stores, node, selected)}>
        <IconButton icon="ellipsis" label={`More: ${name}`} />
      </MenuButton>
    </>
  );
}

function countRequests(nodes: readonly TreeNode[]): number {
  return nodes.reduce(
    (sum, { kind, children }) => sum + (kind === 'request' ? 1 : countRequests(children)),
    0,
  );
}
