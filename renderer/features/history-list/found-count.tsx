import { useHistory, useSearch } from '../../stores/stores-context.tsx';
import { formatCount } from '../words.ts';
import classes from './history-list.module.css';

/** How much of it is in the list; what was not looked at is not counted. */
export function FoundCount() {
  const total = useHistory((state) => state.count);
  const shown = useSearch((state) => state.entries.length);
  const complete = useSearch((state) => state.complete);
  const isAll = useSearch((state) => state.answered === '');
  return (
    <p className={classes['count']} role="status">
      {words(shown, complete, isAll ? total : null)}
    </p>
  );
}

function words(shown: number, complete: boolean, total: number | null): string {
  if (!complete && total !== null) return `${formatCount(shown)} of ${formatCount(total)}, more below`;
  if (!complete) return `${formatCount(shown)} shown, more below`;
  if (total === null) return `${formatCount(shown)} found`;
  return shown === 1 ? '1 exchange' : `${formatCount(shown)} exchanges`;
}
