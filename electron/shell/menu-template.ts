import { basename } from 'node:path';

import type { MenuItemConstructorOptions } from 'electron';

import type { MenuCommand } from '../../shared/model/menu.ts';
import { toAccelerator } from './accelerator.ts';

/** A workspace that was open before. */
export type RecentWorkspace = {
  readonly folder: string;
  readonly isOpen: boolean;
  /** Its folder is there no more. */
  readonly isGone: boolean;
};

export type MenuFacts = {
  readonly commands: readonly MenuCommand[];
  readonly recent: readonly RecentWorkspace[];
  readonly isMac: boolean;
  /** Installed, not started from its sources. */
  readonly isPackaged: boolean;
};

export type MenuActions = {
  readonly runCommand: (id: string) => void;
  readonly openWorkspace: () => void;
  readonly openRecent: (folder: string) => void;
  readonly showDataFolder: () => void;
  readonly showAbout: () => void;
};

type Item = MenuItemConstructorOptions;

const line: Item = { type: 'separator' };

/** The application menu: what the system expects, and every command of the page in the submenu of its group. */
export function menuTemplate(facts: MenuFacts, actions: MenuActions): readonly Item[] {
  const groups = Map.groupBy(facts.commands, ({ group }) => group);
  const commandsOf = (group: string): readonly Item[] =>
    (groups.get(group) ?? []).map((command) => commandItem(command, actions));
  const others = [...groups.keys()].filter((group) => group !== 'View' && group !== 'Help');
  return [
    ...(facts.isMac ? [appMenu(actions)] : []),
    fileMenu(facts, actions),
    { id: 'menu.edit', role: 'editMenu', label: 'Edit' },
    { id: 'menu.view', label: 'View', submenu: [...commandsOf('View'), ...viewItems(facts)] },
    ...others.map((group): Item => ({
      id: `menu.${group}`,
      label: literal(group),
      submenu: [...commandsOf(group)],
    })),
    windowMenu(facts),
    {
      id: 'menu.help',
      role: 'help',
      label: 'Help',
      submenu: [...commandsOf('Help'), ...(facts.isMac ? [] : [line, aboutItem(actions)])],
    },
  ];
}

/**
 * The page hears the keys itself: they are shown only. macOS knows no keys that are only shown, and presses the item for
 * those that the page left alone; the page then looks once more at what is possible.
 */
function commandItem({ id, title, keys, isPossible }: MenuCommand, { runCommand }: MenuActions): Item {
  const accelerator = keys === null ? null : toAccelerator(keys);
  return {
    id,
    label: literal(title),
    enabled: isPossible,
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    click: () => runCommand(id),
  };
}

function appMenu(actions: MenuActions): Item {
  return {
    id: 'menu.app',
    label: 'Refund Workbench',
    submenu: [
      aboutItem(actions),
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  };
}

function fileMenu({ recent, isMac }: MenuFacts, actions: MenuActions): Item {
  return {
    id: 'menu.file',
    label: 'File',
    submenu: [
      { id: 'file.open-workspace', label: 'Open workspace…', click: actions.openWorkspace },
      {
        id: 'file.recent-workspaces',
        label: 'Recent workspaces',
        submenu: recent.map((workspace, index) => recentItem(workspace, index, actions)),
      },
      line,
      { id: 'file.show-data-folder', label: 'Show data folder', click: actions.showDataFolder },
      ...(isMac ? [] : [line, { id: 'file.quit', role: 'quit' } as const]),
    ],
  };
}

function recentItem({ folder, isOpen, isGone }: RecentWorkspace, index: number, actions: MenuActions): Item {
  return {
    id: `file.recent-${index}`,
    label: literal(`${basename(folder)}  ${folder}${isGone ? '  (gone)' : ''}`),
    type: 'checkbox',
    checked: isOpen,
    enabled: !isOpen && !isGone,
    click: (item) => {
      // A press checks it, and the restart may still be taken back.
      item.checked = false;
      actions.openRecent(folder);
    },
  };
}

/** Zoom is a setting of the page, so the system's own has no place here. */
function viewItems({ isPackaged }: MenuFacts): readonly Item[] {
  return [
    line,
    { id: 'view.full-screen', role: 'togglefullscreen' },
    ...(isPackaged ? [] : [{ id: 'view.developer-tools', role: 'toggleDevTools' } as const]),
  ];
}

/** Its usual key closes a tab here, so closing the window has another. */
function windowMenu({ isMac }: MenuFacts): Item {
  return {
    id: 'menu.window',
    role: 'window',
    label: 'Window',
    submenu: [
      { id: 'window.minimize', role: 'minimize' },
      ...(isMac ? [{ role: 'zoom' } as const, line, { role: 'front' } as const] : []),
      line,
      { id: 'window.close', role: 'close', accelerator: 'CmdOrCtrl+Shift+W' },
    ],
  };
}

function aboutItem({ showAbout }: MenuActions): Item {
  return { id: 'help.about', label: 'About Refund Workbench', click: showAbout };
}

/** In a label `&` marks the letter to press; two of them stand for one. */
function literal(text: string): string {
  return text.replaceAll('&', '&&');
}
