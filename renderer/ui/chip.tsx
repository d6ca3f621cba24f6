import { ToggleButton } from 'react-aria-components';

import classes from './chip.module.css';

type Props = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: string;
};

/** One of several things that are on or off. */
export function Chip(props: Props) {
  return <ToggleButton {...props} className={classes['chip'] ?? ''} />;
}
