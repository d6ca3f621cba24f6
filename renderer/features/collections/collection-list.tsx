import { useState } from 'react';

import { useCollections, useLayout } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { FilterBox } from '../../ui/filter-box.tsx';
import { Keys } from '../../ui/keys.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { keyLabel } from '../shortcuts/key-label.ts';
import { Section } from '../side-bar/section.tsx';
import classes from './collection-list.module.css';
import { CollectionTree } from './collection-tree.tsx';

/** The collections of the workspace with their folders and requests. */
export function CollectionList() {
  const { collections, problems } = useCollections((state) => state.overview);
  const open = useLayout((state) => state.open);
  const [filter, setFilter] = useState('');
  const isEmpty = collections.length === 0;
  return (
    <Section
      title="Collections"
      fill
      action={
        <span>
          <IconButton icon="desktop-download" label="Import" onPress={() => open({ kind: 'import' })} />
          <IconButton icon="add" label="New collection" onPress={() => open({ kind: 'new-collection' })} />
        </span>
      }
    >
      {isEmpty && problems.length === 0 && <NoCollection />}
      {!isEmpty && (
        <div className={classes['filter']}>
          <FilterBox
            label="Filter the collections"
            placeholder="Filter by name"
            value={filter}
            onChange={setFilter}
          />
        </div>
      )}
      {!isEmpty && <CollectionTree filter={filter} />}
      {problems.length > 0 && (
        <div
          className={classes['problems']}
          role="region"
          aria-label="Files that cannot be read"
          tabIndex={0}
        >
          <ProblemList problems={problems} kind="problem" />
        </div>
      )}
    </Section>
  );
}

function NoCollection() {
  const open = useLayout((state) => state.open);
  return (
    <div className={classes['empty']}>
      <p>
        A collection keeps requests for later: to run again, one or all, with checks. Each is one readable
        file in this workspace, so git can share it.
      </p>
      <Button kind="primary" icon="add" onPress={() => open({ kind: 'new-collection' })}>
        New collection
      </Button>
      <Button icon="desktop-download" onPress={() => open({ kind: 'import' })}>
        Import a file…
      </Button>
      <p>
        Or open any request and press <Keys names={[keyLabel('save')]} />: it asks where to keep it.
      </p>
    </div>
  );
}
