import type { Tab } from '../../../shared/model/tab.ts';
import { useTabs } from '../../stores/stores-context.tsx';
import classes from './request-notes-pane.module.css';

/** What people write about a request; it is saved with it. */
export function RequestNotesPane({ tab }: { readonly tab: Tab }) {
  const change = useTabs((state) => state.change);
  return (
    <label className={classes['pane']}>
      Notes on this request
      <textarea
        value={tab.notes}
        placeholder="What it is for, what it needs, what to expect"
        onChange={({ target }) => change(tab.id, { notes: target.value })}
      />
    </label>
  );
}
