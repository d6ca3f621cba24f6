import { app } from 'electron';

import { restartArguments } from './restart-arguments.ts';

export type Restart = {
  /** Quits, with all questions that quitting asks, and starts again on another workspace. */
  readonly on: (workspace: string) => void;
  /** For whoever lets a person take quitting back: the next time it is quitting only. */
  readonly forget: () => void;
};

/** Starts again where that was asked for, but only once nothing can hold the end up any more. */
export function createRestart(): Restart {
  let next: string | null = null;
  app.on('will-quit', () => {
    if (next !== null) relaunch(next);
    next = null;
  });
  return {
    on: (workspace) => {
      next = workspace;
      app.quit();
    },
    forget: () => {
      next = null;
    },
  };
}

function relaunch(workspace: string): void {
  const sources = app.isPackaged ? null : app.getAppPath();
  const args = [...restartArguments({ argv: process.argv, sources, workspace })];
  // The program of an AppImage lies in a file system that goes with it; the image itself stays.
  const image = process.env['APPIMAGE'];
  app.relaunch(image === undefined ? { args } : { args, execPath: image });
}
