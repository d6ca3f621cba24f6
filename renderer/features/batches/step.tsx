import type { ReactNode } from 'react';

import { Icon } from '../../ui/icon.tsx';
import classes from './step.module.css';

type Props = {
  readonly number: number;
  readonly title: string;
  /** Whether there is nothing left to do in it. */
  readonly isDone: boolean;
  readonly children: ReactNode;
};

/** One of the steps to a batch; all of them stay in sight. */
export function Step({ number, title, isDone, children }: Props) {
  return (
    <section className={classes['step']} aria-label={title}>
      <h2>
        <span className={`${classes['number']} ${isDone ? classes['done'] : ''}`} aria-hidden="true">
          {isDone ? <Icon name="check" /> : number}
        </span>
        {title}
      </h2>
      <div className={classes['content']}>{children}</div>
    </section>
  );
}
