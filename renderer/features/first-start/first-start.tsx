import { apis } from '../../../shared/apis/registry.ts';
import { openTemplate } from '../../actions/open-template.ts';
import { sendDraft } from '../../actions/send-draft.ts';
import { useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './first-start.module.css';

/** What stands where no request is open: one way in for each of the three people who come. */
export function FirstStart() {
  const stores = useStores();
  const open = useLayout((state) => state.open);
  const [first] = apis;
  const sendFirst = (): void => {
    const tabId = first === undefined ? null : openTemplate(stores, first.id, 'refund');
    if (tabId !== null) void sendDraft(stores, tabId);
  };
  return (
    <section className={classes['page']} aria-label="Start">
      <div className={classes['inner']}>
        <h1>Refunds, without surprises</h1>
        <p className={classes['lead']}>
          Everything below runs on the local sandbox. No account, no credentials, no money.
        </p>
        <div className={classes['cards']}>
          <Card
            icon="package"
            tone="engineer"
            title="Explore an API"
            text={`Send a signed refund to ${first?.vendor ?? 'an API'}, then send it again and see why it is refused, next to the documented errors.`}
            action="Send my first refund"
            onAction={sendFirst}
          />
          <Card
            icon="history"
            tone="support"
            title="Understand a refusal"
            text="Paste the answer from a ticket. See what it means, whether the money moved, and whether it is safe to resend."
            action="Explain an answer"
            onAction={() => open({ kind: 'explain' })}
          />
          <Card
            icon="beaker"
            tone="tester"
            title="Find every failure"
            text="Search the documented answers of all five APIs by code or by words: what each means, what to do, where it is documented."
            action="Search the catalogs"
            onAction={() => open({ kind: 'palette' })}
          />
        </div>
        <div className={classes['links']}>
          <Button kind="quiet" icon="settings" onPress={() => open({ kind: 'environment', id: null })}>
            Set up a test environment
          </Button>
          <Button kind="quiet" icon="keyboard" onPress={() => open({ kind: 'shortcuts' })}>
            Shortcuts
          </Button>
        </div>
      </div>
    </section>
  );
}

type CardProps = {
  readonly icon: string;
  readonly tone: 'engineer' | 'support' | 'tester';
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
};

function Card({ icon, tone, title, text, action, onAction }: CardProps) {
  return (
    <article className={classes['card']}>
      <span className={`${classes['icon']} ${classes[tone]}`}>
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      <Button kind="primary" onPress={onAction}>
        {action}
      </Button>
    </article>
  );
}
