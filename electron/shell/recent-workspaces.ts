import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';

import type { RecentWorkspace } from './menu-template.ts';

/** How many workspaces are remembered. */
const most = 10;

/** The folders to remember once one of them is open, the latest first. */
export function withWorkspace(folders: readonly string[], open: string): readonly string[] {
  return [open, ...folders.filter((folder) => folder !== open)].slice(0, most);
}

/** The remembered folders as the menu shows them. */
export function recentWorkspaces(
  folders: readonly string[],
  { open, dataDirectory }: { readonly open: string; readonly dataDirectory: string },
): readonly RecentWorkspace[] {
  return folders.map((folder) => ({
    folder,
    isOpen: folder === open,
    isGone: !isThere(folder, dataDirectory),
  }));
}

/** Whether a workspace can be opened. That of the data folder is made when something is saved in it. */
export function isThere(folder: string, dataDirectory: string): boolean {
  return folder.startsWith(join(dataDirectory, sep)) || existsSync(folder);
}

/** The workspace to open where none was asked for: that of the last time; `null` where it is gone or there was none. */
export function lastWorkspace(folders: readonly string[]): string | null {
  const [folder] = folders;
  return folder !== undefined && existsSync(folder) ? folder : null;
}
