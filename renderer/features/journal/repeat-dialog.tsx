import type { RepeatableStop } from '../../../shared/model/stop.ts';
import { findApi } from '../../../shared/apis/registry.ts';
import { sendDraft } from '../../actions/send-draft.ts';
import { selectTabExchange } from '../../stores/create-exchange-store.ts';
import { useExchanges, useStores, useTabs } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EarlierExchange } from './earlier-exchange.tsx';
import classes from './repeat-dialog.module.css';
import { SendFacts } from './send-facts.tsx';
import { WaitNote } from './wait-note.tsx';

type Props = {
  readonly tabId: string;
  readonly stops: readonly RepeatableStop[];
  readonly onClose: () => void;
};

/** Names what was sent and what would be sent. Enter keeps to Cancel: a second refund takes a press of its own. */
export function RepeatDialog({ tabId, stops, onClose }: Props) {
  const stores = useStores();
  const apiId = useTabs(({ tabs }) => tabs.find(({ id }) => id === tabId)?.draft.api ?? '');
  const { preview } = useExchanges(selectTabExchange(tabId));
  const isSameId = stops.every(({ kind }) => kind === 'unknown-outcome');
  const waits = stops.flatMap((stop) =>
    stop.kind === 'repeat' && stop.waitUntil !== null ? [stop.waitUntil] : [],
  );
  const send = (): void => {
    onClose();
    void sendDraft(stores, tabId, { repeatOf: stops.map(({ exchangeId }) => exchangeId) });
  };
  return (
    <Dialog title={isSameId ? 'Send the same id again?' : 'Send the same refund again?'} onClose={onClose}>
      <DialogForm
        actions={
          <>
            <Button
              // Enter pressed once too often must not move money.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              onPress={onClose}
            >
              Cancel
            </Button>
            <Button kind="risk" icon="play" onPress={send}>
              {isSameId ? 'Send the same id again' : 'Send a second refund'}
            </Button>
          </>
        }
      >
        <section className={classes['part']}>
          <h3>Sent before</h3>
          {stops.map(({ exchangeId }) => (
            <EarlierExchange key={exchangeId} id={exchangeId} />
          ))}
        </section>
        <section className={classes['part']}>
          <h3>To be sent now</h3>
          <SendFacts preview={preview} />
        </section>
        <p className={classes['rule']}>{findApi(apiId)?.repeatRule.text}</p>
        {waits.map((until) => (
          <WaitNote key={until} apiId={apiId} until={until} />
        ))}
      </DialogForm>
    </Dialog>
  );
}
