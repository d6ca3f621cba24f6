import { app, BrowserWindow, dialog, powerMonitor } from 'electron';

import type { Faults } from '../core/create-faults.ts';
import type { Workbench } from '../core/create-workbench.ts';
import { describeWork } from './describe-work.ts';
import { relaunchOptions } from './relaunch-options.ts';

/** What quitting needs of the workbench. */
export type Quittable = Pick<Workbench, 'underWay' | 'keepDrafts' | 'giveUp'> & {
  readonly close: () => Promise<void>;
  readonly faults: Faults;
};

export type Quitting = {
  /** Quits as from the menu, and then starts the program once more with these words. Forgotten where the user waits. */
  readonly quitAndStart: (words: readonly string[]) => void;
  /** Whether the windows go because the program does. */
  readonly isEnding: () => boolean;
};

/**
 * - `asking`: drafts are being kept, and a box may stand over the window.
 * - `ending`: what was under way is given up, and recorded.
 */
type Phase = 'open' | 'asking' | 'ending' | 'ended';

/** Exit code of a program that was told twice to end, as shells count it: 128 + SIGTERM. */
const endedAtOnce = 143;

/** Milliseconds that closing may take: longer than any wait for a database. */
const patience = 10_000;

/**
 * Lets the program go only when the drafts are kept and the journal says of everything what became of it; with
 * something under way only after a question. However it is asked to: by the menu, its last window, a signal, the system.
 */
export function quitGracefully(workbench: Quittable): Quitting {
  let phase: Phase = 'open';
  let next: readonly string[] | null = null;
  const end = async (): Promise<void> => {
    phase = 'asking';
    if (BrowserWindow.getAllWindows().length > 0) await workbench.keepDrafts();
    if (!(await mayQuit(workbench))) {
      phase = 'open';
      next = null;
      return;
    }
    phase = 'ending';
    for (const window of BrowserWindow.getAllWindows()) window.close();
    workbench.giveUp();
    await closedInTime(workbench);
    phase = 'ended';
    // A page that hangs does not close by itself.
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    if (next !== null) app.relaunch(relaunchOptions(next, imageOfApp()));
    app.quit();
  };
  app.on('before-quit', (event) => {
    if (phase === 'ended') return;
    event.preventDefault();
    if (phase !== 'open') return;
    void end().catch((error: unknown) => {
      phase = 'open';
      workbench.faults.report(error);
    });
  });
  askBeforeLastWindow(() => phase);
  quitOnSignals(() => phase);
  quitOnShutdown(workbench);
  return {
    quitAndStart: (words) => {
      next = words;
      app.quit();
    },
    isEnding: () => phase === 'ending' || phase === 'ended',
  };
}

/** A start from the sources may have been made by an AppImage of something else. */
function imageOfApp(): string | undefined {
  return app.isPackaged ? process.env['APPIMAGE'] : undefined;
}

/** The box stands in front of the window; "Wait" is what Enter and Escape choose. */
async function mayQuit({ underWay }: Quittable): Promise<boolean> {
  const message = describeWork(underWay());
  if (message === null) return true;
  const options = {
    type: 'warning' as const,
    title: 'Refund Workbench',
    message,
    detail:
      'If you quit now, what has left for a provider is given up: it may have happened or not, so its outcome will be unknown, and is kept so. What has not left is not sent.\n\nIf you wait, nothing is interrupted; quit again when it is done.',
    buttons: ['Wait', 'Quit now'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const [window] = BrowserWindow.getAllWindows();
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 1;
}

/** A store that cannot be closed keeps nobody here: what is in it was written before. */
async function closedInTime({ close, faults }: Quittable): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([close(), late]).catch(faults.report);
  clearTimeout(timer);
}

/** Asked while the window is still there. On macOS the program goes on without one. */
function askBeforeLastWindow(phase: () => Phase): void {
  if (process.platform === 'darwin') return;
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      const isLast = BrowserWindow.getAllWindows().every((other) => other === window);
      if (!isLast || phase() === 'ending' || phase() === 'ended') return;
      event.preventDefault();
      app.quit();
    });
  });
}

/** Set when the app is ready, so that they take the place of Electron's own, which know no second time. */
function quitOnSignals(phase: () => Phase): void {
  let isFirst = true;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const isAgain = !isFirst && phase() !== 'open';
      isFirst = false;
      if (isAgain) app.exit(endedAtOnce);
      else app.quit();
    });
  }
}

/** Asks the system to wait where something is under way; one that does not wait leaves an open entry in the journal. */
function quitOnShutdown({ underWay }: Quittable): void {
  const ask = (event: { preventDefault: () => void }): void => {
    if (describeWork(underWay()) !== null) event.preventDefault();
    app.quit();
  };
  // Electron's types leave the event out; its documentation has it.
  powerMonitor.on('shutdown', ask as () => void);
  if (process.platform !== 'win32') return;
  app.on('browser-window-created', (_event, window) => {
    window.on('query-session-end', ask);
  });
}
