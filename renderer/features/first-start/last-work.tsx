import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

import { openExchange } from '../../actions/open-exchange.ts';
import { useCollections, useHistory, useStores } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ExchangeRow } from '../history-list/exchange-row.tsx';
import { useNow } from '../use-now.ts';
import classes from './last-work.module.css';

/** So many of each are shown. */
const shown = 5;

/** What was sent last, and the collections: the way back to one's work. Nothing before there is any. */
export function LastWork() {
  const stores = useStores();
  const sent = useHistory((state) => state.entries);
  const collections = useCollections(({ overview }) => overview.collections);
  const now = useNow(10_000);
  if (sent.length === 0 && collections.length === 0) return null;
  return (
    <div className={classes['work']}>
      {sent.length > 0 && (
        <Column title="Sent last">
          {sent.slice(0, shown).map((entry) => (
            <li key={entry.id}>
              <Button className={classes['row'] ?? ''} onPress={() => void openExchange(stores, entry.id)}>
                <ExchangeRow entry={entry} now={now} />
              </Button>
            </li>
          ))}
        </Column>
      )}
      {collections.length > 0 && (
        <Column title="Your collections">
          {collections.slice(0, shown).map(({ id, name }) => (
            <li key={id}>
              <Button
                className={classes['row'] ?? ''}
                onPress={() => stores.layout.getState().showPage({ kind: 'collection', id })}
              >
                <Icon name="library" />
                <span className={classes['name']}>{name}</span>
              </Button>
            </li>
          ))}
        </Column>
      )}
    </div>
  );
}

function Column({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className={classes['column']}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}
