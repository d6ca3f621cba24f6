import type { Problem } from '../../../shared/model/problem.ts';
import type { Tab } from '../../../shared/model/tab.ts';
import { sendDraft } from '../../actions/send-draft.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import classes from './stopped-card.module.css';

/** Why nothing was sent, and what to mend. */
export function StoppedCard({ tab, problems }: { readonly tab: Tab; readonly problems: readonly Problem[] }) {
  const stores = useStores();
  const { environmentClass } = useEnvironments(selectActiveEnvironment);
  const mayInsist = environmentClass === 'test' && problems.every(({ code }) => code === 'bad-field');
  return (
    <div className={classes['card']} role="alert">
      <h3>Not sent</h3>
      <ProblemList problems={problems} kind="problem" />
      {problems.some(({ code }) => code === 'vault') && (
        <Button onPress={() => stores.layout.getState().open({ kind: 'vault' })}>Open the vault</Button>
      )}
      {mayInsist && (
        <Button onPress={() => void sendDraft(stores, tab.id, { allowInvalid: true })}>
          Send to test anyway
        </Button>
      )}
    </div>
  );
}
