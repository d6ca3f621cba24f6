import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';

import { openExchange, sendExchangeAgain } from '../../actions/open-exchange.ts';
import { useHistory, useStores } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { Section } from '../side-bar/section.tsx';
import { ExchangeRow } from './exchange-row.tsx';
import { exchangeTitle } from './exchange-title.ts';
import classes from './history-list.module.css';
import { useNow } from '../use-now.ts';

const rowHeight = 48;

/** Everything that was sent, newest first; Enter opens, the arrow sends again. */
export function HistoryList() {
  const stores = useStores();
  const { entries, complete, problem, more, refresh } = useHistory((state) => state);
  const now = Math.max(useNow(10_000), Date.parse(entries[0]?.startedAt ?? '') || 0);
  return (
    <Section
      title="History"
      fill
      action={<IconButton icon="refresh" label="Reload the history" onPress={() => void refresh()} />}
    >
      {problem !== null && <ProblemList problems={[problem]} kind="problem" />}
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight }}>
        <GridList
          aria-label="History"
          className={`${classes['list']} ${classes['scrolling']}`}
          onAction={(key) => void openExchange(stores, String(key))}
          renderEmptyState={() => (
            <p className={classes['empty']}>
              Nothing sent yet. Choose a template and press Send; every exchange is kept here.
            </p>
          )}
        >
          {entries.map((entry) => (
            <GridListItem
              key={entry.id}
              id={entry.id}
              textValue={`${exchangeTitle(entry)}, ${entry.headline}`}
              className={`${classes['item']} ${classes['tall']}`}
            >
              <div className={classes['lines']}>
                <ExchangeRow entry={entry} now={now} />
                <span className={classes['headline']}>
                  {entry.environmentName} · {entry.headline}
                </span>
              </div>
              <IconButton
                icon="debug-rerun"
                label={`Send again: ${exchangeTitle(entry)}`}
                onPress={() => void sendExchangeAgain(stores, entry.id)}
              />
            </GridListItem>
          ))}
        </GridList>
      </Virtualizer>
      {!complete && entries.length > 0 && (
        <div className={classes['more']}>
          <Button kind="quiet" onPress={() => void more()}>
            Show older
          </Button>
        </div>
      )}
    </Section>
  );
}
