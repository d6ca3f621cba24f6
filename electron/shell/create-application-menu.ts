import { app, Menu } from 'electron';

import type { MenuCommand } from '../../shared/model/menu.ts';
import { type MenuActions, type MenuFacts, menuTemplate } from './menu-template.ts';

export type ApplicationMenu = {
  /** Shows these commands of the page. */
  readonly setCommands: (commands: readonly MenuCommand[]) => void;
  /** Shows the commands as impossible: there is no page. */
  readonly disableCommands: () => void;
  /** Gives the menu what it does without the page; before, it is not shown. */
  readonly furnish: (given: Pick<MenuFacts, 'recent'>, actions: Omit<MenuActions, 'runCommand'>) => void;
  /** Hears which command was chosen. Gives what ends it. */
  readonly listen: (listener: (id: string) => void) => () => void;
};

/** The application menu: made anew when its commands are others, else changed in place, for it may be open. */
export function createApplicationMenu(): ApplicationMenu {
  const listeners = new Set<(id: string) => void>();
  const runCommand = (id: string): void => listeners.forEach((listener) => listener(id));
  let furniture: Parameters<ApplicationMenu['furnish']> | null = null;
  let commands: readonly MenuCommand[] = [];
  const show = (): void => {
    if (furniture === null) return;
    const [{ recent }, actions] = furniture;
    const facts = {
      commands,
      recent,
      isMac: process.platform === 'darwin',
      isPackaged: app.isPackaged,
    };
    const template = menuTemplate(facts, { ...actions, runCommand });
    Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
  };
  const setCommands = (given: readonly MenuCommand[]): void => {
    const isSame = outlineOf(given) === outlineOf(commands);
    commands = given;
    if (isSame) enableItems(given);
    else show();
  };
  return {
    setCommands,
    disableCommands: () => setCommands(commands.map((command) => ({ ...command, isPossible: false }))),
    furnish: (...given) => {
      furniture = given;
      show();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Everything of the commands that makes the menu another one. */
function outlineOf(commands: readonly MenuCommand[]): string {
  return JSON.stringify(commands.map((command) => ({ ...command, isPossible: true })));
}

function enableItems(commands: readonly MenuCommand[]): void {
  const menu = Menu.getApplicationMenu();
  for (const { id, isPossible } of commands) {
    const item = menu?.getMenuItemById(id);
    if (item !== null && item !== undefined) item.enabled = isPossible;
  }
}
