import { ListBox, ListBoxItem } from 'react-aria-components';

import type { StoredNode } from '../../../shared/model/collection.ts';
import { useCollections, useStores } from '../../stores/stores-context.tsx';
import { Section } from '../side-bar/section.tsx';
import classes from './collection-names.module.css';

/** The collections by name, under the templates; choosing one shows it in its own list. Nothing where there are none. */
export function CollectionNames() {
  const { collections, layout } = useStores();
  const all = useCollections(({ overview }) => overview.collections);
  const show = (id: string): void => {
    const { expanded, setExpanded } = collections.getState();
    setExpanded(new Set([...expanded, id]));
    layout.getState().showView('collections');
  };
  if (all.length === 0) return null;
  return (
    <Section title="Collections">
      <ListBox
        aria-label="Collections"
        className={classes['list'] ?? ''}
        onAction={(key) => show(String(key))}
      >
        {all.map(({ id, name, items }) => (
          <ListBoxItem key={id} id={id} textValue={name} className={classes['item'] ?? ''}>
            <span className={classes['name']}>{name}</span>
            <span className={classes['count']}>{countRequests(items)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </Section>
  );
}

function countRequests(items: readonly StoredNode[]): number {
  return items.reduce((sum, node) => sum + (node.kind === 'request' ? 1 : countRequests(node.items)), 0);
}
