import type { ReactNode } from 'react';

import classes from './dialog-form.module.css';

type Props = {
  /** What Enter does in a field; left out where nothing may be done by accident. */
  readonly onSubmit?: () => void;
  readonly actions: ReactNode;
  readonly children: ReactNode;
};

/** What a dialog says and asks, over its buttons. */
export function DialogForm({ onSubmit, actions, children }: Props) {
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      {children}
      <footer className={classes['actions']}>{actions}</footer>
    </form>
  );
}
