import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { app, BrowserWindow, dialog } from 'electron';

import { type HandOver, parseHandOver } from '../../shared/contract/parse-hand-over.ts';

/**
 * Makes this program the one that has the data folder open, and keeps what Chromium writes inside of it: its lock is of
 * that folder, so that programs on different data run side by side. To be called before the app is ready.
 *
 * @returns whether it is; where not, the program that is has got what this one was to open
 */
export function takeInstance(dataFolder: string, words: HandOver): boolean {
  const folder = join(dataFolder, 'window');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  if (app.requestSingleInstanceLock({ ...words })) return true;
  process.stdout.write(
    'Refund Workbench has this data folder open already; what was to be opened is handed to it.\n',
  );
  return false;
}

type SecondStart = {
  /** The folder that this window shows. */
  readonly workspace: string;
  readonly addFiles: (paths: readonly string[]) => void;
  /** Ends this program, after its usual questions, and opens another folder. */
  readonly openWorkspace: (folder: string) => void;
};

/** Comes to the front when the program is started once more, and takes what it was to open. */
export function hearSecondStart({ workspace, addFiles, openWorkspace }: SecondStart): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    bringToFront();
    const handed = parseHandOver(data);
    if (handed === null) return;
    addFiles(handed.files);
    if (handed.workspace !== null && handed.workspace !== workspace) {
      void askForWorkspace(workspace, handed.workspace, openWorkspace);
    }
  });
}

function bringToFront(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

async function askForWorkspace(
  current: string,
  asked: string,
  openWorkspace: SecondStart['openWorkspace'],
): Promise<void> {
  const [window] = BrowserWindow.getAllWindows();
  const options = {
    type: 'question' as const,
    title: 'Refund Workbench',
    message: 'Open the other workspace?',
    detail: `The workbench was started once more for ${asked}. This window shows ${current}.\n\nOpening the other one closes this one; drafts stay as they are.`,
    buttons: ['Stay here', 'Open the other'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  if (response === 1) openWorkspace(asked);
}
