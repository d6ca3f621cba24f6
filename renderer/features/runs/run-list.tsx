import { useEffect, useMemo } from 'react';
import {
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  Collection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';

import { mergeRunList, type RunListEntry } from '../../../shared/engine/merge-run-list.ts';
import { useLayout, useRunList, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { Section } from '../side-bar/section.tsx';
import { describeEntry } from './describe-entry.ts';
import { RunListRow } from './run-list-row.tsx';
import classes from './run-list.module.css';

/** Heights in CSS pixels; a virtualised list has to know them. */
const sizes = { rowSize: 50, loaderSize: 26 };

/** Runs and batches, newest first. */
export function RunList() {
  const { runList } = useStores();
  const showPage = useLayout((state) => state.showPage);
  const { runs, batches, isRead, problem } = useRunList((state) => state);
  const entries = useMemo(() => mergeRunList(runs, batches), [runs, batches]);
  useEffect(() => void runList.getState().refresh(), [runList]);
  return (
    <Section title="Runs and batches" fill>
      <div className={classes['actions']}>
        <Button
          icon="run-all"
          onPress={() => showPage({ kind: 'new-run', collection: '', paths: [], onlyFailedOf: null })}
        >
          Run a collection…
        </Button>
        <Button icon="table" onPress={() => showPage({ kind: 'new-batch', api: null, template: null })}>
          Refund from a table…
        </Button>
      </div>
      {problem !== null && (
        <div role="alert">
          <ProblemList problems={[problem]} kind="problem" />
        </div>
      )}
      {entries.length > 0 && <Entries entries={entries} isComplete={runs.complete && batches.complete} />}
      {entries.length === 0 && isRead && problem === null && (
        <p className={classes['empty']}>
          Nothing was run yet. A run sends the requests of a collection, once or for each row of a data file,
          and holds the answers against their checks. A batch refunds the rows of a table.
        </p>
      )}
    </Section>
  );
}

type EntriesProps = { readonly entries: readonly RunListEntry[]; readonly isComplete: boolean };

function Entries({ entries, isComplete }: EntriesProps) {
  const { runList } = useStores();
  const { page, showPage } = useLayout((state) => state);
  const isLoadingMore = useRunList((state) => state.isLoadingMore);
  const shown = page?.kind === 'run' || page?.kind === 'batch' ? `${page.kind}:${page.id}` : null;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={sizes}>
      <GridList
        aria-label="Runs and batches"
        className={classes['list'] ?? ''}
        onAction={(key) => {
          const entry = entries.find((candidate) => candidate.key === key);
          if (entry?.kind === 'run') showPage({ kind: 'run', id: entry.run.id });
          if (entry?.kind === 'batch') showPage({ kind: 'batch', id: entry.batch.id });
        }}
      >
        <Collection items={entries} dependencies={[shown]}>
          {(entry) => {
            const { title, badge } = describeEntry(entry);
            return (
              <GridListItem
                id={entry.key}
                textValue={`${title}, ${badge.text}`}
                className={`${classes['row']} ${entry.key === shown ? classes['shown'] : ''}`}
              >
                <RunListRow entry={entry} />
              </GridListItem>
            );
          }}
        </Collection>
        {!isComplete && (
          <GridListLoadMoreItem
            isLoading={isLoadingMore}
            onLoadMore={() => void runList.getState().more()}
            className={classes['loading'] ?? ''}
          >
            Loading older ones …
          </GridListLoadMoreItem>
        )}
      </GridList>
    </Virtualizer>
  );
}
