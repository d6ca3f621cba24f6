import { app, BrowserWindow } from 'electron';

import type { WindowStore } from '../../shared/ports/window-store.ts';
import type { Workbench } from '../core/create-workbench.ts';
import { chooseWorkspace, tellWorkspaceGone } from './choose-workspace.ts';
import type { ApplicationMenu } from './create-application-menu.ts';
import type { Restart } from './create-restart.ts';
import { createWindow } from './create-window.ts';
import { followTheme } from './follow-theme.ts';
import { isThere, recentWorkspaces, withWorkspace } from './recent-workspaces.ts';
import { showAbout } from './show-about.ts';
import { showFolder } from './show-folder.ts';

export type DesktopParts = {
  readonly workbench: Workbench;
  readonly store: WindowStore;
  readonly menu: ApplicationMenu;
  readonly restart: Restart;
  /** Path of the script that gives the page its bridge. */
  readonly preload: string;
};

/** Puts menu, colours and window around the core, and opens the window again where macOS asks for it. */
export async function openDesktop(parts: DesktopParts): Promise<void> {
  const { workbench, store, menu, preload } = parts;
  const ground = await followTheme(workbench);
  await furnishMenu(parts);
  const open = (): Promise<void> =>
    createWindow({ preload, store, backgroundColor: ground(), onClosed: menu.disableCommands });
  // Told on macOS only, where the program goes on without a window.
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void open();
  });
  await open();
}

async function furnishMenu({ workbench, store, menu, restart }: DesktopParts): Promise<void> {
  const { workspace, dataDirectory, version } = await workbench.handlers['workbench.describe'](null);
  const folders = withWorkspace(store.loadWorkspaces(), workspace.path);
  store.saveWorkspaces(folders);
  const openRecent = (folder: string): void =>
    isThere(folder, dataDirectory) ? restart.on(folder) : void tellWorkspaceGone(folder);
  const openWorkspace = async (): Promise<void> => {
    const folder = await chooseWorkspace(workspace.path);
    if (folder !== null) restart.on(folder);
  };
  menu.furnish(
    { recent: recentWorkspaces(folders, { open: workspace.path, dataDirectory }) },
    {
      openWorkspace: () => void openWorkspace(),
      openRecent,
      showDataFolder: () => void showFolder(dataDirectory),
      showAbout: () => void showAbout(version),
    },
  );
}
