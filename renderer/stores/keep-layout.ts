import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { LayoutStore } from './create-layout-store.ts';

/** Changes are written to disk this long after the last one, in milliseconds. */
const saveDelay = 500;

/** Lets the core keep how the window is laid out. Where that fails nothing is said: it is no work of anybody's. */
export function keepLayout(layout: LayoutStore, client: WorkbenchClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    const { view, sideBarHidden, splits } = layout.getState();
    void client.call('layout.save', { view, sideBarHidden, splits });
  };
  layout.subscribe((state, before) => {
    const isSame =
      state.view === before.view &&
      state.sideBarHidden === before.sideBarHidden &&
      state.splits === before.splits;
    if (isSame) return;
    clearTimeout(timer);
    timer = setTimeout(save, saveDelay);
  });
}
