import { useState } from 'react';

import { useJournal, useLayout } from '../../stores/stores-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './unresolved-banner.module.css';

/** Says at the start what the last time left open. What comes up later stands in its card and in the status bar. */
export function UnresolvedBanner() {
  const count = useJournal(({ unresolved }) => unresolved.length);
  const open = useLayout((state) => state.open);
  const [isShown, setIsShown] = useState(count > 0);
  if (!isShown || count === 0) return null;
  return (
    <section className={classes['banner']} aria-label="Open outcomes" data-pane="unresolved">
      <Icon name="question" />
      <p>
        <strong>{unresolvedWords(count)}</strong> The workbench ended, or the connection broke, before an
        answer proved anything.
      </p>
      <Button kind="quiet" onPress={() => open({ kind: 'unresolved' })}>
        Show them
      </Button>
      <IconButton icon="close" label="Dismiss" onPress={() => setIsShown(false)} />
    </section>
  );
}

/** One request may ask for a whole batch, so requests are counted. */
function unresolvedWords(count: number): string {
  return count === 1
    ? '1 refund request has no known outcome.'
    : `${count} refund requests have no known outcome.`;
}
