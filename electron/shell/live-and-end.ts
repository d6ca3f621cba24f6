import { app } from 'electron';

import type { HandedFiles } from './handed-files.ts';
import { type Quittable, quitGracefully } from './quit-gracefully.ts';
import { recoverPages } from './recover-page.ts';
import { hearSecondStart } from './take-instance.ts';
import { watchFaults } from './watch-faults.ts';
import { wordsForWorkspace } from './words-for-workspace.ts';

/** Keeps a program alive through crashes and faults, alone on its data, until it is asked to end. Needs a ready app. */
export function liveAndEnd(
  workbench: Quittable & { readonly workspace: string },
  { add }: Pick<HandedFiles, 'add'>,
): void {
  const { faults, workspace } = workbench;
  watchFaults(faults.report);
  const { quitAndStart, isEnding } = quitGracefully(workbench);
  recoverPages({ isEnding, noteCrash: faults.note });
  hearSecondStart({
    workspace,
    addFiles: (paths) => void add(paths),
    openWorkspace: (folder) => quitAndStart(wordsForWorkspace(process.argv, app.isPackaged, folder)),
  });
}
