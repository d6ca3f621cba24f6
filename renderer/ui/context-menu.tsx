import { useRef } from 'react';
import { Popover } from 'react-aria-components';

import classes from './menu-button.module.css';
import { MenuEntries, type MenuEntry } from './menu-entries.tsx';

type Props = {
  /** Name of the menu. */
  readonly label: string;
  readonly groups: readonly (readonly MenuEntry[])[];
  /** What the menu belongs to, and stands at. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
};

/** The menu of something that is no button; it closes once an entry was chosen. */
export function ContextMenu({ label, groups, anchor, onClose }: Props) {
  const trigger = useRef(anchor);
  return (
    <Popover
      isOpen
      aria-label={label}
      triggerRef={trigger}
      trigger="MenuTrigger"
      placement="bottom start"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={classes['popover'] ?? ''}
    >
      <MenuEntries
        label={label}
        takesFocus
        groups={groups.map((group) =>
          group.map((entry) => ({
            ...entry,
            run: () => {
              onClose();
              entry.run();
            },
          })),
        )}
      />
    </Popover>
  );
}
