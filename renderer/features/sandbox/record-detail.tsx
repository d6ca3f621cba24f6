import type { SandboxRecord } from '../../../shared/model/sandbox.ts';
import { copyText } from '../../actions/copy-text.ts';
import { openTemplate } from '../../actions/open-template.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import classes from './record-detail.module.css';
import { useRefundTemplate } from './use-refund-template.ts';

type Props = { readonly api: string; readonly record: SandboxRecord };

/** One record of a ledger in full. */
export function RecordDetail({ api, record }: Props) {
  const stores = useStores();
  const { kind, id, title, state, facts } = record;
  const refund = useRefundTemplate(api, kind);
  return (
    <section className={classes['detail']} aria-label={`${kind} ${id}`} tabIndex={0}>
      <header className={classes['head']}>
        <div className={classes['title']}>
          <h2>
            <code>{id}</code>
          </h2>
          <p>{[kind, title, state].join(' · ')}</p>
        </div>
        <Button icon="copy" onPress={() => void copyText(stores, id, 'Copied the id')}>
          Copy the id
        </Button>
        {refund !== null && (
          <Button
            icon="go-to-file"
            onPress={() => openTemplate(stores, api, refund.template, { [refund.variable]: id })}
          >
            Refund this…
          </Button>
        )}
      </header>
      {facts.length > 0 && (
        <dl className={classes['facts']}>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
