import { findApi } from '../../../shared/apis/registry.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { selectActiveEnvironment } from '../../stores/create-environment-store.ts';
import { selectArmedUntil } from '../../stores/create-production-store.ts';
import { useEnvironments, useProduction } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './read-only-mark.module.css';

/** Says beside a call that changes something that production takes no such call until it is armed. */
export function ReadOnlyMark({ draft }: { readonly draft: RequestDraft }) {
  const { id, environmentClass } = useEnvironments(selectActiveEnvironment);
  const until = useProduction(selectArmedUntil(id));
  const operation = findApi(draft.api)?.operations.find((candidate) => candidate.id === draft.operation);
  if (environmentClass !== 'production' || until !== null || operation?.movesMoney === false) return null;
  return (
    <span className={classes['mark']} title="Production is read-only until it is armed.">
      <Icon name="lock" />
      Read-only
    </span>
  );
}
