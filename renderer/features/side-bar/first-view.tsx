import { useState } from 'react';

import { FilterBox } from '../../ui/filter-box.tsx';
import { CollectionNames } from '../collections/collection-names.tsx';
import { RecentList } from '../history-list/recent-list.tsx';
import { ApiTree } from './api-tree.tsx';
import classes from './side-bar.module.css';

/** The templates, what was saved, and what was sent last: the first view of the side bar, under one filter. */
export function FirstView() {
  const [filter, setFilter] = useState('');
  const words = filter.toLowerCase().trim();
  return (
    <>
      <div className={classes['filter']}>
        <FilterBox
          label="Filter the side bar"
          placeholder="Filter by name"
          value={filter}
          onChange={setFilter}
        />
      </div>
      <ApiTree filter={words} />
      <CollectionNames filter={words} />
      <RecentList filter={words} />
    </>
  );
}
