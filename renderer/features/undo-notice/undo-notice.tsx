import { useEffect, useState } from 'react';

import { undoLast } from '../../actions/remove-environment.ts';
import type { Undo } from '../../stores/create-layout-store.ts';
import { useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import classes from './undo-notice.module.css';

/** Milliseconds that something can be taken back; they stand still under the pointer and the focus. */
const patience = 12_000;

/** What was just done, with the way back. */
export function UndoNotice() {
  const undo = useLayout((state) => state.undo);
  return (
    <div role="status" aria-live="polite">
      {undo !== null && <Offer key={undo.text} undo={undo} />}
    </div>
  );
}

function Offer({ undo }: { readonly undo: Undo }) {
  const stores = useStores();
  const forget = useLayout((state) => state.offerUndo);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => forget(null), patience);
    return () => clearTimeout(timer);
  }, [isHeld, forget]);
  return (
    <div
      className={classes['notice']}
      data-pane="undo"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={classes['text']}>{undo.text}</span>
      <Button icon="discard" onPress={() => void undoLast(stores)}>
        Undo
      </Button>
      <IconButton icon="close" label="Dismiss" onPress={() => forget(null)} />
    </div>
  );
}
