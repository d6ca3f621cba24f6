import { useEffect } from 'react';

import { useHistory, useLayout, useSearch, useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { Section } from '../side-bar/section.tsx';
import { EntryList } from './entry-list.tsx';
import { FilterButton } from './filter-button.tsx';
import { FoundCount } from './found-count.tsx';
import classes from './history-list.module.css';
import { NothingFound } from './nothing-found.tsx';
import { SearchBox } from './search-box.tsx';

/** Everything that was sent: one box to find it, newest first. */
export function HistoryList() {
  const { search } = useStores();
  const open = useLayout((state) => state.open);
  const count = useHistory((state) => state.count);
  const { answered, entries, problem } = useSearch((state) => state);
  useEffect(() => void search.getState().refresh(), [search]);
  return (
    <Section
      title="History"
      fill
      action={
        <span className={classes['actions']}>
          <IconButton icon="archive" label="Keep…" onPress={() => open({ kind: 'retention' })} />
          <IconButton
            icon="refresh"
            label="Reload the history"
            onPress={() => void search.getState().refresh()}
          />
        </span>
      }
    >
      <div className={classes['find']}>
        <SearchBox />
        <FilterButton />
      </div>
      {problem !== null && (
        <div className={classes['problem']} role="alert">
          <ProblemList problems={[problem]} kind="problem" />
        </div>
      )}
      {entries.length > 0 && <FoundCount />}
      {entries.length > 0 ? (
        <EntryList />
      ) : (
        answered !== null && <NothingFound query={answered} count={count} />
      )}
    </Section>
  );
}
