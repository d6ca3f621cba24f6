import classes from './icon.module.css';

/**
 * A codicon, for decoration: what it stands for is always said in words beside it or in the control's name. A style sheet
 * sets its size by `--icon-size`.
 */
export function Icon({ name }: { readonly name: string }) {
  return <span className={`codicon codicon-${name} ${classes['icon']}`} aria-hidden="true" />;
}
