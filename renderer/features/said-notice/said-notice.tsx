import { useEffect } from 'react';

import { useLayout } from '../../stores/stores-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import classes from './said-notice.module.css';

/** Milliseconds that it stays. */
const patience = 4000;

/** What was just done, for a moment. */
export function SaidNotice() {
  const said = useLayout((state) => state.said);
  const say = useLayout((state) => state.say);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => say(null), patience);
    return () => clearTimeout(timer);
  }, [said, say]);
  return (
    <div role="status" aria-live="polite">
      {said !== null && (
        <p className={classes['notice']}>
          <Icon name="check" />
          {said}
        </p>
      )}
    </div>
  );
}
