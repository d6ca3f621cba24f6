import { Separator } from 'react-resizable-panels';

import classes from './splitter.module.css';

/** A hairline between two panels; dragged, or moved with the arrow keys. */
export function Splitter({ label }: { readonly label: string }) {
  return <Separator aria-label={label} className={classes['splitter'] ?? ''} />;
}
