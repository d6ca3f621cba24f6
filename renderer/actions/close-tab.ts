import type { Stores } from '../stores/stores-context.tsx';

/** Closes a tab and forgets what happened in it; the history keeps every exchange. */
export function closeTab({ tabs, exchanges }: Stores, id: string): void {
  tabs.getState().close(id);
  exchanges.getState().forget(id);
}
