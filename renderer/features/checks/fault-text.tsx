import type { CheckFault } from '../../../shared/engine/check-faults.ts';
import classes from './checks-pane.module.css';

/** What cannot work in a row, under its fields. */
export function FaultText({ id, faults }: { readonly id: string; readonly faults: readonly CheckFault[] }) {
  if (faults.length === 0) return null;
  return (
    <p id={id} className={classes['fault']}>
      {faults.map(({ message }) => message).join(' ')}
    </p>
  );
}
