import { findApi } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import { openTemplate } from '../../actions/open-template.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { ExplanationText } from './explanation-text.tsx';
import classes from './verdict-card.module.css';

const lost =
  'The program ended before the answer was recorded. The refund may or may not have happened: find out before you send it again.';

/** The verdict first, in words; then what to do, and whether sending again is safe. */
export function VerdictCard({ exchange }: { readonly exchange: Exchange }) {
  const { explanation, warnings } = exchange;
  const api = findApi(exchange.draft.api);
  return (
    <div className={`${classes['card']} ${classes[explanation?.verdict ?? 'unknown']}`} role="status">
      {explanation === null ? (
        <p>{lost}</p>
      ) : (
        <ExplanationText explanation={explanation} entry={firstEntry(api, explanation)} />
      )}
      {api !== null && <FollowUpButton api={api} exchange={exchange} />}
      {warnings.length > 0 && (
        <div className={classes['warnings']}>
          <ProblemList problems={warnings} kind="warning" />
        </div>
      )}
    </div>
  );
}

function firstEntry(api: ApiDefinition | null, { entries }: Explanation): CatalogEntry | null {
  return api?.catalog.find(({ id }) => id === entries[0]) ?? null;
}

/** The status call for what was just sent, with its ids filled in. */
function FollowUpButton({ api, exchange }: { readonly api: ApiDefinition; readonly exchange: Exchange }) {
  const stores = useStores();
  const { main, explanation } = exchange;
  const followUp = main === null || explanation?.verdict === 'accepted' ? null : api.followUp(main.request);
  if (followUp === null) return null;
  return (
    <div className={classes['actions']}>
      <Button icon="search" onPress={() => openTemplate(stores, api.id, followUp.template, followUp.values)}>
        {followUp.label}
      </Button>
    </div>
  );
}
