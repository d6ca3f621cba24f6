import type { Verdict } from '../../../shared/model/verdict.ts';
import { sendDraft } from '../../actions/send-draft.ts';
import { selectTabExchange } from '../../stores/create-exchange-store.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { useEnvironments, useExchanges, useGuide, useStores } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './first-refund-guide.module.css';

/** After the first refund: what to look at, and the step that shows most. Only in the tab it was sent from. */
export function FirstRefundGuide({ tabId }: { readonly tabId: string }) {
  const { send } = useExchanges(selectTabExchange(tabId));
  const { firstRefund, setFirstRefund } = useGuide((state) => state);
  const { environmentClass } = useEnvironments(selectActiveEnvironment);
  const stores = useStores();
  if (firstRefund !== tabId || send.kind !== 'settled') return null;
  const verdict = send.exchange.explanation?.verdict ?? 'unknown';
  return (
    <section className={classes['guide']} aria-label="First refund" data-pane="guide">
      <Icon name="lightbulb" />
      <p role="status">{words[verdict]}</p>
      {isTaken(verdict) && environmentClass === 'sandbox' && (
        <Button onPress={() => void sendDraft(stores, tabId)} icon="refresh">
          Send it again
        </Button>
      )}
      <IconButton icon="close" label="End the first steps" onPress={() => setFirstRefund(null)} />
    </section>
  );
}

function isTaken(verdict: Verdict): boolean {
  return verdict === 'accepted' || verdict === 'pending';
}

const taken =
  'The sandbox took a signed refund; how it was signed stands on the right. Now send the very same again: it must not be paid twice.';

const words: Readonly<Record<Verdict, string>> = {
  accepted: taken,
  pending: taken,
  refused:
    'Refused, as it should be: the same refund is not paid twice. The marked row beside the answer is the documented error.',
  unknown: 'Nobody knows what became of it. The card below says how to find out.',
};
