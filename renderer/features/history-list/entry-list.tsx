import { type UIEvent, useEffect, useMemo, useRef } from 'react';
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListLoadMoreItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';

import { openExchange } from '../../actions/open-exchange.ts';
import { useSearch, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { openRowMenu } from '../open-row-menu.ts';
import { useNow } from '../use-now.ts';
import { formatDay } from '../words.ts';
import classes from './entry-list.module.css';
import { EntryRow } from './entry-row.tsx';
import { exchangeTitle } from './exchange-title.ts';
import { groupByDay } from './group-by-day.ts';

/** Heights in CSS pixels; a virtualised list has to know them. */
const sizes = { rowSize: 50, headingSize: 26, loaderSize: 26 };
/** A list that is scrolled less than this shows its newest entries. In CSS pixels. */
const top = 8;

/** What was found, newest first, by day. Older pages come as they are scrolled to. */
export function EntryList() {
  const stores = useStores();
  const { search } = stores;
  const { answered, entries, complete, isLoadingMore, problem, newer, more } = useSearch((state) => state);
  const frame = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const groups = useMemo(() => groupByDay(entries), [entries]);
  const toTop = (): void => {
    frame.current?.querySelector('[role="grid"]')?.scrollTo({ top: 0 });
  };
  // Another query is another list.
  useEffect(toTop, [answered]);
  const scroll = ({ target }: UIEvent): void => {
    if (!(target instanceof Element) || target.role !== 'grid') return;
    const isReading = target.scrollTop > top;
    search.getState().setReading(isReading);
    if (!isReading && newer !== null) search.getState().showNewer();
  };
  return (
    <div ref={frame} className={classes['frame']} onScrollCapture={scroll} onContextMenu={openRowMenu}>
      {newer !== null && (
        <div className={classes['newer']}>
          <Button
            kind="primary"
            icon="arrow-up"
            onPress={() => {
              search.getState().showNewer();
              toTop();
            }}
          >
            {newerWords(newer.findIndex(({ id }) => id === entries[0]?.id))}
          </Button>
        </div>
      )}
      <Virtualizer layout={ListLayout} layoutOptions={sizes}>
        <GridList
          aria-label="History"
          className={classes['list'] ?? ''}
          onAction={(key) => void openExchange(stores, String(key))}
        >
          <Collection items={groups} dependencies={[now]}>
            {({ id, day, entries: sent }) => (
              <GridListSection id={id}>
                <GridListHeader className={classes['day'] ?? ''}>{formatDay(day, now)}</GridListHeader>
                <Collection items={sent}>
                  {(entry) => (
                    <GridListItem
                      id={entry.id}
                      textValue={`${exchangeTitle(entry)}, ${entry.headline}`}
                      className={classes['row'] ?? ''}
                    >
                      <EntryRow entry={entry} />
                    </GridListItem>
                  )}
                </Collection>
              </GridListSection>
            )}
          </Collection>
          {!complete && problem === null && (
            <GridListLoadMoreItem
              isLoading={isLoadingMore}
              onLoadMore={() => void more()}
              className={classes['loading'] ?? ''}
            >
              Loading older exchanges …
            </GridListLoadMoreItem>
          )}
        </GridList>
      </Virtualizer>
    </div>
  );
}

function newerWords(count: number): string {
  if (count < 1) return 'New ones above';
  return count === 1 ? '1 new one above' : `${count} new ones above`;
}
