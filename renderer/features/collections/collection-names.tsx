import { useState } from 'react';
import { Button, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';

import { storedRequests } from '../../../shared/engine/find-stored-request.ts';
import type { Collection } from '../../../shared/model/collection.ts';
import { openSavedRequest } from '../../actions/open-saved-request.ts';
import { selectActiveTab } from '../../stores/create-tab-store.ts';
import { useCollections, useStores, useTabs } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import treeClasses from '../side-bar/api-tree.module.css';
import { Section } from '../side-bar/section.tsx';
import classes from './collection-names.module.css';

/** So many requests of a collection stand here; all of them stand in its own view. */
const shown = 30;

type Props = {
  /** In lower case; only what has it in its name is shown. Empty for everything. */
  readonly filter: string;
};

/** The collections with their requests, under the templates. What can be done with them stands in their own view. */
export function CollectionNames({ filter }: Props) {
  const stores = useStores();
  const all = useCollections(({ overview }) => overview.collections);
  const saved = useTabs(selectActiveTab)?.saved;
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(new Set());
  const fitting = all.filter((collection) => fits(collection, filter));
  const act = (key: string): void => {
    const { collection, path } = placeOf(key);
    if (path === '') setExpanded((before) => new Set(before).symmetricDifference(new Set([key])));
    else if (path === rest) stores.layout.getState().showView('collections');
    else openSavedRequest(stores, { collection, path });
  };
  if (filter !== '' && fitting.length === 0) return null;
  return (
    <Section title="Collections">
      {all.length === 0 ? (
        <p className={classes['empty']}>Nothing saved yet</p>
      ) : (
        <Tree
          aria-label="Collections"
          className={treeClasses['tree'] ?? ''}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={saved === null || saved === undefined ? [] : [`${saved.collection}/${saved.path}`]}
          expandedKeys={filter === '' ? expanded : new Set(fitting.map(({ id }) => id))}
          onExpandedChange={setExpanded}
          onAction={(key) => act(String(key))}
          onSelectionChange={(keys) => {
            for (const key of keys === 'all' ? [] : keys) act(String(key));
          }}
        >
          {fitting.map((collection) => (
            <CollectionItem key={collection.id} collection={collection} filter={filter} />
          ))}
        </Tree>
      )}
    </Section>
  );
}

/** Stands for the requests of a collection that are not shown. A request's path never looks like this. */
const rest = '\0';

function CollectionItem({
  collection,
  filter,
}: {
  readonly collection: Collection;
  readonly filter: string;
}) {
  const { id, name, items } = collection;
  const requests = storedRequests(items);
  const fitting = requests.filter(({ request }) => fitsName(request.name, filter) || fitsName(name, filter));
  return (
    <TreeItem id={id} textValue={name} className={`${treeClasses['row']} ${treeClasses['api']}`}>
      <TreeItemContent>
        <Button slot="chevron" className={treeClasses['chevron'] ?? ''}>
          <Icon name="chevron-right" />
        </Button>
        <span className={treeClasses['title']}>{name}</span>
        <span className={treeClasses['count']}>{requests.length}</span>
      </TreeItemContent>
      {fitting.slice(0, shown).map(({ path, request }) => (
        <RequestItem key={path} id={`${id}/${path}`} method={request.draft.method} name={request.name} />
      ))}
      {fitting.length > shown && (
        <RequestItem id={`${id}/${rest}`} method="" name={`${fitting.length - shown} more in Collections`} />
      )}
    </TreeItem>
  );
}

function RequestItem({
  id,
  method,
  name,
}: {
  readonly id: string;
  readonly method: string;
  readonly name: string;
}) {
  return (
    <TreeItem id={id} textValue={name} className={`${treeClasses['row']} ${treeClasses['template']}`}>
      <TreeItemContent>
        <span className={treeClasses['method']}>{method}</span>
        <span className={treeClasses['title']} title={name}>
          {name}
        </span>
      </TreeItemContent>
    </TreeItem>
  );
}

function placeOf(key: string): { readonly collection: string; readonly path: string } {
  const slash = key.indexOf('/');
  return slash === -1
    ? { collection: key, path: '' }
    : { collection: key.slice(0, slash), path: key.slice(slash + 1) };
}

function fits({ name, items }: Collection, filter: string): boolean {
  return (
    fitsName(name, filter) || storedRequests(items).some(({ request }) => fitsName(request.name, filter))
  );
}

function fitsName(name: string, filter: string): boolean {
  return name.toLowerCase().includes(filter);
}
