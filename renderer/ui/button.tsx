import { Button as AriaButton, type ButtonProps } from 'react-aria-components';

import classes from './button.module.css';
import { Icon } from './icon.tsx';

type Props = Omit<ButtonProps, 'className' | 'children'> & {
  /** `risk` is for what moves money and cannot be undone. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'risk';
  readonly icon?: string;
  readonly children: string;
};

/** A button with a label, and an icon where it helps. */
export function Button({ kind = 'plain', icon, children, ...props }: Props) {
  return (
    <AriaButton {...props} className={`${classes['button']} ${classes[kind]}`}>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  );
}

type IconButtonProps = Omit<ButtonProps, 'className' | 'children'> & {
  readonly icon: string;
  /** Its name for everybody who does not see the icon. */
  readonly label: string;
};

/** A button that shows an icon only. */
export function IconButton({ icon, label, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} aria-label={label} className={classes['iconButton'] ?? ''}>
      <Icon name={icon} />
    </AriaButton>
  );
}
