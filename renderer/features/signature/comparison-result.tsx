import type { HashComparison } from '../../../shared/model/hash-comparison.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';
import verdicts from '../../ui/verdict.module.css';
import classes from './signature.module.css';

const colours: Record<HashComparison['verdict'], Verdict> = {
  equal: 'accepted',
  'other-notation': 'pending',
  near: 'pending',
  explained: 'refused',
  'no-hash': 'refused',
  unexplained: 'unknown',
};

/** What a given hash is, why it differs, and what to change. */
export function ComparisonResult({ comparison }: { readonly comparison: HashComparison }) {
  const { verdict, headline, remarks, differences, advice } = comparison;
  return (
    <div className={`${classes['result']} ${verdicts[colours[verdict]]}`}>
      <strong>{headline}</strong>
      {differences.map(({ what, change, base }) => (
        <div key={what} className={classes['difference']}>
          <p>{what}</p>
          <code>{base}</code>
          <p>{change}</p>
        </div>
      ))}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {advice !== null && <p>{advice}</p>}
    </div>
  );
}
