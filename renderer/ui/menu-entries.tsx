import { Menu, MenuItem, MenuSection } from 'react-aria-components';

import { Icon } from './icon.tsx';
import classes from './menu-button.module.css';

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** The keys that do the same, as they are printed. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly run: () => void;
};

type Props = {
  /** Name of the menu. */
  readonly label: string;
  /** Entries that belong together, with lines between the groups. */
  readonly groups: readonly (readonly MenuEntry[])[];
  /** Whether its first entry takes the focus by itself; the menu of a button is told by the button. */
  readonly takesFocus?: boolean;
};

/** The entries of a menu. */
export function MenuEntries({ label, groups, takesFocus = false }: Props) {
  const entries = groups.flat();
  return (
    <Menu
      className={classes['menu'] ?? ''}
      aria-label={label}
      {...(takesFocus ? { autoFocus: 'first' as const } : {})}
      disabledKeys={entries.filter(({ isDisabled }) => isDisabled === true).map(({ id }) => id)}
      onAction={(key) => entries.find(({ id }) => id === key)?.run()}
    >
      {groups.map((group) => (
        <MenuSection key={group[0]?.id} aria-label={label} className={classes['group'] ?? ''}>
          {group.map(({ id, label: text, icon, keys }) => (
            <MenuItem key={id} id={id} textValue={text} className={classes['item'] ?? ''}>
              <Icon name={icon} />
              <span>{text}</span>
              {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}
