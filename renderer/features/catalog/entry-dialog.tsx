import { findApi } from '../../../shared/apis/registry.ts';
import { verdictWords } from '../../../shared/engine/evidence/evidence-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { capitalise } from '../words.ts';
import { EntryActions } from './entry-actions.tsx';
import classes from './entry-dialog.module.css';
import { EntryFacts } from './entry-facts.tsx';

type Props = { readonly apiId: string; readonly entryId: string; readonly onClose: () => void };

/** One documented answer, whole. */
export function EntryDialog({ apiId, entryId, onClose }: Props) {
  const api = findApi(apiId);
  const entry = api?.catalog.find(({ id }) => id === entryId);
  if (api === null || entry === undefined) return null;
  return (
    <Dialog title={capitalise(entry.title)} onClose={onClose}>
      <p className={classes['api']}>
        <StatusBadge verdict={entry.verdict} text={verdictWords[entry.verdict]} /> {api.title}
      </p>
      <EntryFacts entry={entry} />
      <div className={classes['actions']}>
        <EntryActions api={api} entry={entry} />
      </div>
    </Dialog>
  );
}
