import type { Exchange } from '../../../shared/model/exchange.ts';
import classes from './compare-pane.module.css';
import { ComparisonSides } from './comparison-sides.tsx';

/** The exchange of a tab beside the documented example that fits it best, or beside another exchange. */
export function ComparePane({ exchange }: { readonly exchange: Exchange }) {
  return (
    <div className={classes['pane']} role="region" aria-label="Compare" tabIndex={0}>
      <ComparisonSides exchange={exchange} first="samples" />
    </div>
  );
}
