import { ListBox, ListBoxItem } from 'react-aria-components';

import { openExchange } from '../../actions/open-exchange.ts';
import { useJournal, useStores } from '../../stores/stores-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { exchangeTitle } from '../history-list/exchange-title.ts';
import { ExchangeRow } from '../history-list/exchange-row.tsx';
import { useNow } from '../use-now.ts';
import classes from './unresolved-dialog.module.css';

/** Every exchange with a refund that may have happened; choosing one opens it, with its ways on. */
export function UnresolvedDialog({ onClose }: { readonly onClose: () => void }) {
  const stores = useStores();
  const unresolved = useJournal((state) => state.unresolved);
  const now = useNow(10_000);
  const open = (id: string): void => {
    onClose();
    void openExchange(stores, id);
  };
  return (
    <Dialog title="Without a known outcome" onClose={onClose}>
      <p className={classes['intro']}>
        These refunds may have happened. Open one to ask for its status, or to write down what became of it.
      </p>
      <ListBox
        aria-label="Refund requests without a known outcome"
        className={classes['list'] ?? ''}
        // A dialog opens for this one list.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onAction={(key) => open(String(key))}
        renderEmptyState={() => <p className={classes['intro']}>Everything that was sent has an outcome.</p>}
      >
        {unresolved.map((entry) => (
          <ListBoxItem
            key={entry.id}
            id={entry.id}
            textValue={`${exchangeTitle(entry)}, ${entry.environmentName}, ${entry.headline}`}
            className={classes['item'] ?? ''}
          >
            <ExchangeRow entry={entry} now={now} />
            <span className={classes['headline']}>{`${entry.environmentName} · ${entry.headline}`}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </Dialog>
  );
}
