import type { ReactNode } from 'react';

import type { BodyView } from '../../stores/body-view.ts';
import { useLayout } from '../../stores/stores-context.tsx';
import { Segments } from '../../ui/segments.tsx';
import classes from './body-pane.module.css';

type Props = {
  /** In the order they are offered. */
  readonly views: readonly BodyView[];
  /** What there is to say of the view; `null` says nothing. */
  readonly note: string | null;
  readonly children: ReactNode;
};

const titles: Record<BodyView, string> = { text: 'Text', form: 'Form', table: 'Table' };

/** A body, and under it the choice of how it is shown. */
export function BodyViews({ views, note, children }: Props) {
  const { bodyView, showBodyAs } = useLayout((state) => state);
  return (
    <div className={classes['views']}>
      <div className={classes['view']}>{children}</div>
      <footer className={classes['foot']}>
        <span role="status">{note}</span>
        <Segments
          label="Show the body as"
          options={views.map((value) => ({ value, title: titles[value] }))}
          value={views.includes(bodyView) ? bodyView : 'text'}
          onChange={showBodyAs}
        />
      </footer>
    </div>
  );
}
