import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';

import { Button as TextButton } from './button.tsx';
import classes from './filter-popover.module.css';
import { Icon } from './icon.tsx';

type Props = {
  /** What is filtered: `Filter the history`. */
  readonly label: string;
  /** How many filters are in use. */
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
};

/** A button that says how many filters are in use, and the filters it opens. */
export function FilterPopover({ label, count, onClear, children }: Props) {
  return (
    <DialogTrigger>
      <Button
        className={`${classes['button']} ${count > 0 ? classes['used'] : ''}`}
        aria-label={count === 0 ? 'Filter' : `Filter, ${count} in use`}
      >
        <Icon name={count === 0 ? 'filter' : 'filter-filled'} />
        {count > 0 && <span>{count}</span>}
      </Button>
      <Popover className={classes['popover'] ?? ''} placement="bottom start">
        <Dialog className={classes['dialog'] ?? ''} aria-label={label}>
          {children}
          <footer className={classes['foot']}>
            <TextButton kind="quiet" isDisabled={count === 0} onPress={onClear}>
              Take all filters out
            </TextButton>
          </footer>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Filters of one kind under their name. */
export function FilterGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes['group']}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
