import type { Stores } from '../stores/stores.ts';

/** Opens the tab again that was closed last, with everything in it. */
export function reopenTab({ tabs, layout }: Stores): void {
  if (!tabs.getState().reopen()) return;
  layout.getState().offerUndo(null);
  layout.getState().showPage(null);
}
