import { ListBox, ListBoxItem } from 'react-aria-components';

import { openExchange } from '../../actions/open-exchange.ts';
import { useHistory, useStores } from '../../stores/stores-context.tsx';
import { Section } from '../side-bar/section.tsx';
import { ExchangeRow } from './exchange-row.tsx';
import { exchangeTitle } from './exchange-title.ts';
import classes from './history-list.module.css';
import { useNow } from '../use-now.ts';

const shown = 8;

/** The newest exchanges, under the templates: those that have the filter, in lower case, in what is said of them. */
export function RecentList({ filter }: { readonly filter: string }) {
  const stores = useStores();
  const entries = useHistory((state) => state.entries);
  const newest = entries
    .filter((entry) => `${exchangeTitle(entry)} ${entry.headline}`.toLowerCase().includes(filter))
    .slice(0, shown);
  const now = Math.max(useNow(10_000), Date.parse(newest[0]?.startedAt ?? '') || 0);
  if (filter !== '' && newest.length === 0) return null;
  return (
    <Section title="Recent">
      <ListBox
        aria-label="Recent exchanges"
        className={classes['list'] ?? ''}
        onAction={(key) => void openExchange(stores, String(key))}
        renderEmptyState={() => <p className={classes['empty']}>Nothing sent yet</p>}
      >
        {newest.map((entry) => (
          <ListBoxItem
            key={entry.id}
            id={entry.id}
            textValue={`${exchangeTitle(entry)}, ${entry.headline}`}
            className={classes['item'] ?? ''}
          >
            <ExchangeRow entry={entry} now={now} />
          </ListBoxItem>
        ))}
      </ListBox>
    </Section>
  );
}
