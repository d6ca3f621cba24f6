import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components';

import classes from './checkbox.module.css';
import { Icon } from './icon.tsx';

type Props = Omit<CheckboxProps, 'className' | 'children' | 'style'> & {
  /** What stands behind the box; without it, it is named by what it stands in. */
  readonly children?: string;
};

/** On, off or in between. */
export function Checkbox({ children, ...props }: Props) {
  return (
    <AriaCheckbox {...props} className={classes['checkbox'] ?? ''}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={classes['box']} aria-hidden="true">
            {isIndeterminate ? <Icon name="dash" /> : isSelected && <Icon name="check" />}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
