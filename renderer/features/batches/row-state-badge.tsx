import type { BatchRowState } from '../../../shared/model/batch.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './batch-page.module.css';
import { rowStateWords } from './state-words.ts';

/** The state of a row, in words and in the colour of its verdict. */
export function RowStateBadge({ state }: { readonly state: BatchRowState }) {
  const { title, verdict } = rowStateWords[state];
  if (verdict === null) return <span className={classes['plain']}>{title}</span>;
  return <StatusBadge verdict={verdict} text={title} />;
}
