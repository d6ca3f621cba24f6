import { apis } from '../../../shared/apis/registry.ts';
import { sendFirstRefund } from '../../actions/send-first-refund.ts';
import { useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Keys } from '../../ui/keys.tsx';
import classes from './first-start.module.css';
import { LastWork } from './last-work.tsx';
import { sampleAnswer } from './sample-answer.ts';

/** What stands where no request is open: one way in for each of the three people who come, and what was done last. */
export function FirstStart() {
  const stores = useStores();
  const { open, showPage } = useLayout((state) => state);
  return (
    <section id="start" className={classes['page']} aria-label="Start" data-pane="start" tabIndex={-1}>
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
            text={`Send a signed refund to ${apis[0]?.vendor ?? 'an API'}, then send it again and see why it is refused, next to the documented errors.`}
            action="Send my first refund"
            onAction={() => void sendFirstRefund(stores)}
          />
          <Card
            icon="history"
            tone="support"
            title="Understand a refusal"
            text="Paste the answer from a ticket. See what it means, whether the money moved, and whether it is safe to resend."
            action="Explain an answer"
            onAction={() => open({ kind: 'explain', pasted: sampleAnswer() })}
          />
          <Card
            icon="beaker"
            tone="tester"
            title="Find every failure"
            text={`Search the documented answers of all ${apis.length} APIs by code or by words, and have the sandbox give any of them.`}
            action="Search the catalogs"
            onAction={() => showPage({ kind: 'catalog', query: '' })}
          />
        </div>
        <div className={classes['links']}>
          <Button kind="quiet" icon="desktop-download" onPress={() => open({ kind: 'import' })}>
            Import Postman, cURL, HAR
          </Button>
          <Button kind="quiet" icon="settings" onPress={() => open({ kind: 'environment', id: null })}>
            Set up a test environment
          </Button>
          <span className={classes['help']}>
            <Button kind="quiet" icon="keyboard" onPress={() => open({ kind: 'shortcuts' })}>
              Shortcuts
            </Button>
            <Keys names={['?']} />
          </span>
        </div>
        <LastWork />
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
