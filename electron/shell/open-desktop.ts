import { app, BrowserWindow } from 'electron';

import type { WindowStore } from '../../shared/ports/window-store.ts';
import type { Workbench } from '../core/create-workbench.ts';
import { chooseWorkspace, tellWorkspaceGone } from './choose-workspace.ts';
import type { ApplicationMenu } from './create-application-menu.ts';
import { createWindow } from './create-window.ts';
import { followTheme } from './follow-theme.ts';
import { isThere, recentWorkspaces, withWorkspace } from './recent-workspaces.ts';
import { showAbout } from './show-about.ts';
import { showFolder } from './show-folder.ts';

export type DesktopParts = {
  readonly workbench: Workbench;
  readonly store: WindowStore;
  readonly menu: ApplicationMenu;
  /** Starts again on another workspace, after the questions that quitting asks. */
  readonly openWorkspace: (folder: string) => void;
  /** Path of the script that gives the page its bridge. */
  readonly preload: string;
};

/** Puts menu, colours and window around the core. On macOS the program goes on without its window, and opens it again. */
export async function openDesktop(parts: DesktopParts): Promise<void> {
  const { workbench, store, menu, preload } = parts;
  const ground = await followTheme(workbench);
  await furnishMenu(parts);
  const open = (): Promise<void> =>
    createWindow({ preload, store, backgroundColor: ground(), onClosed: menu.disableCommands });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void open();
  });
  await open();
}

async function furnishMenu({ workbench, store, menu, openWorkspace }: DesktopParts): Promise<void> {
  const { workspace, dataDirectory, version } = await workbench.handlers['workbench.describe'](null);
  const folders = withWorkspace(store.loadWorkspaces(), workspace.path);
  store.saveWorkspaces(folders);
  const openRecent = (folder: string): void =>
    isThere(folder, dataDirectory) ? openWorkspace(folder) : void tellWorkspaceGone(folder);
  const openOther = async (): Promise<void> => {
    const folder = await chooseWorkspace(workspace.path);
    if (folder !== null) openWorkspace(folder);
  };
  menu.furnish(
    { recent: recentWorkspaces(folders, { open: workspace.path, dataDirectory }) },
    {
      openWorkspace: () => void openOther(),
      openRecent,
      showDataFolder: () => void showFolder(dataDirectory),
      showAbout: () => void showAbout(version),
    },
  );
}
