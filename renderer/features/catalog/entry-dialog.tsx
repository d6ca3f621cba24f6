import { findApi } from '../../../shared/apis/registry.ts';
import { resendSentences } from '../../../shared/engine/resend-sentences.ts';
import { openTemplate } from '../../actions/open-template.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { capitalise } from '../words.ts';
import classes from './entry-dialog.module.css';

type Props = { readonly apiId: string; readonly entryId: string; readonly onClose: () => void };

/** One documented answer, whole. */
export function EntryDialog({ apiId, entryId, onClose }: Props) {
  const stores = useStores();
  const api = findApi(apiId);
  const entry = api?.catalog.find(({ id }) => id === entryId);
  if (api === null || entry === undefined) return null;
  const facts: readonly (readonly [string, string])[] = [
    ['API', api.title],
    ['HTTP', entry.status.length === 0 ? 'not documented' : entry.status.join(', ')],
    ['Code', entry.code ?? 'none'],
    ['Message', entry.message ?? 'not documented'],
    ['Meaning', entry.meaning],
    ['What to do', entry.remedy],
    ['Send again?', resendSentences[entry.resend]],
    ['From', `${entry.source.title} (${entry.source.confidence})`],
  ];
  return (
    <Dialog title={capitalise(entry.title)} onClose={onClose}>
      <StatusBadge verdict={entry.verdict} text={entry.verdict} />
      <dl className={classes['facts']}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Button
        onPress={() => {
          onClose();
          openTemplate(stores, api.id, 'refund');
        }}
      >
        Open the refund request
      </Button>
    </Dialog>
  );
}
