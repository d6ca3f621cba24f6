import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';

import { Icon } from './icon.tsx';
import classes from './menu-button.module.css';

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly run: () => void;
};

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
        <Menu
          className={classes['menu'] ?? ''}
          aria-label={label}
          onAction={(key) =>
            groups
              .flat()
              .find(({ id }) => id === key)
              ?.run()
          }
        >
          {groups.map((entries) => (
            <MenuSection key={entries[0]?.id} aria-label={label} className={classes['group'] ?? ''}>
              {entries.map(({ id, label: text, icon }) => (
                <MenuItem key={id} id={id} textValue={text} className={classes['item'] ?? ''}>
                  <Icon name={icon} />
                  <span>{text}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
