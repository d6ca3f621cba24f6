import type { ReactNode } from 'react';
import { MenuTrigger, Popover } from 'react-aria-components';

import classes from './menu-button.module.css';
import { MenuEntries, type MenuEntry } from './menu-entries.tsx';

export type { MenuEntry };

type Props = {
  /** Name of the menu. */
  readonly label: string;
  /** Entries that belong together, with lines between the groups. */
  readonly groups: readonly (readonly MenuEntry[])[];
  /** The button that opens it. */
  readonly children: ReactNode;
};

/** A button and the menu it opens. */
export function MenuButton({ label, groups, children }: Props) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={classes['popover'] ?? ''} placement="bottom end">
        <MenuEntries label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}
