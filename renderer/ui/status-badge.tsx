import type { Verdict } from '../../shared/model/verdict.ts';
import classes from './status-badge.module.css';
import verdicts from './verdict.module.css';

/** A short text in the colour of a verdict. The verdict is said in words wherever the badge stands. */
export function StatusBadge({ verdict, text }: { readonly verdict: Verdict; readonly text: string }) {
  return <span className={`${classes['badge']} ${verdicts[verdict]}`}>{text}</span>;
}
