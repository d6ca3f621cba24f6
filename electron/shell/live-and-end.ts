import { app } from 'electron';

import type { HandedFiles } from './handed-files.ts';
import { type Quittable, quitGracefully } from './quit-gracefully.ts';
import { recoverPages } from './recover-page.ts';
import { hearSecondStart } from './take-instance.ts';
import { watchFaults } from './watch-faults.ts';
import { wordsForWorkspace } from './words-for-workspace.ts';

/**
 * Keeps a program alive through crashes and faults, alone on its data, until it is asked to end. Needs a ready app. Gives
 * how to start again on another workspace, after the questions that quitting asks.
 */
export function liveAndEnd(
  workbench: Quittable & { readonly workspace: string },
  { add }: Pick<HandedFiles, 'add'>,
): (folder: string) => void {
  const { faults, workspace } = workbench;
  watchFaults(faults.report);
  const { quitAndStart, isEnding } = quitGracefully(workbench);
  recoverPages({ isEnding, noteCrash: faults.note });
  const openWorkspace = (folder: string): void =>
    quitAndStart(wordsForWorkspace(process.argv, app.isPackaged, folder));
  hearSecondStart({ workspace, addFiles: (paths) => void add(paths), openWorkspace });
  return openWorkspace;
}
