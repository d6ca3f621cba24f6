import { findApi } from '../../../shared/apis/registry.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { CatalogEntry } from '../../../shared/definition/catalog-entry.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { Explanation } from '../../../shared/model/explanation.ts';
import { DecideButton } from '../journal/decide-button.tsx';
import { FollowUpButton } from '../journal/follow-up-button.tsx';
import { StandingNote } from '../journal/standing-note.tsx';
import { useRefunds } from '../journal/use-refunds.ts';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { ExplanationText } from './explanation-text.tsx';
import classes from './verdict-card.module.css';
import verdicts from '../../ui/verdict.module.css';

const lost =
  'The program ended before the answer was recorded. The refund may or may not have happened: find out before you send it again.';

/** The verdict first, in words; then what to do, and whether sending again is safe. */
export function VerdictCard({ exchange }: { readonly exchange: Exchange }) {
  const { explanation } = exchange;
  // A repeat was foretold beside the editor, and the answer now says more of it.
  const warnings = exchange.warnings.filter(({ stop }) => stop === undefined);
  const api = findApi(exchange.draft.api);
  const refunds = useRefunds(exchange.id);
  return (
    <div className={`${classes['card']} ${verdicts[explanation?.verdict ?? 'unknown']}`}>
      {explanation === null ? (
        <p>{lost}</p>
      ) : (
        <ExplanationText explanation={explanation} entry={firstEntry(api, explanation)} />
      )}
      <StandingNote refunds={refunds} isSandbox={exchange.environment.environmentClass === 'sandbox'} />
      <div className={classes['actions']}>
        {explanation?.verdict !== 'accepted' && <FollowUpButton exchange={exchange} />}
        <DecideButton refunds={refunds} />
      </div>
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
