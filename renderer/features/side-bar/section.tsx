import type { ReactNode } from 'react';

import classes from './section.module.css';

type Props = {
  readonly title: string;
  readonly action?: ReactNode;
  /** Takes all the height there is, and scrolls inside. */
  readonly fill?: boolean;
  readonly children: ReactNode;
};

/** A titled part of the side bar. */
export function Section({ title, action, fill = false, children }: Props) {
  return (
    <section className={`${classes['section']} ${fill ? classes['fill'] : ''}`} aria-label={title}>
      <header className={classes['head']}>
        <h2>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
