import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { MenuCommand } from '../../shared/model/menu.ts';

export type MenuState = {
  /** The command that was chosen last; every choice is an object of its own. */
  readonly chosen: { readonly id: string } | null;
  readonly choose: (id: string) => void;
  /** Shows these commands in the application menu of the window. */
  readonly show: (commands: readonly MenuCommand[]) => void;
};

export type MenuStore = StoreApi<MenuState>;

/** The application menu of the desktop window. */
export function createMenuStore(client: WorkbenchClient): MenuStore {
  return createStore<MenuState>((set) => ({
    chosen: null,
    choose: (id) => set({ chosen: { id } }),
    show: (commands) => void client.call('window.set-menu', { commands }),
  }));
}
