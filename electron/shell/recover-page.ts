import { app, type BrowserWindow, clipboard, dialog, type RenderProcessGoneDetails } from 'electron';

import { isCrashLoop } from './is-crash-loop.ts';

type Recovery = {
  /** Whether the window goes on purpose. */
  readonly isEnding: () => boolean;
  /** Keeps what is known of a crash. */
  readonly noteCrash: (details: string) => void;
};

/**
 * Loads the page again when its process is gone, and asks when it hangs. The core goes on meanwhile: a request under way
 * gets its answer, and the drafts are on the disk. Covers every window from now on.
 */
export function recoverPages(recovery: Recovery): void {
  app.on('browser-window-created', (_event, window) => {
    recoverFromCrash(window, recovery);
    askWhenUnresponsive(window);
  });
}

function recoverFromCrash(window: BrowserWindow, { isEnding, noteCrash }: Recovery): void {
  const { webContents } = window;
  let times: readonly number[] = [];
  let isBoxOpen = false;
  const reload = (): void => {
    if (!window.isDestroyed()) webContents.reload();
  };
  const show = async (box: () => Promise<void>): Promise<void> => {
    if (isBoxOpen) return;
    isBoxOpen = true;
    await box();
    isBoxOpen = false;
  };
  webContents.on('render-process-gone', (_event, gone) => {
    if (isEnding() || gone.reason === 'clean-exit') return;
    times = [...times, Date.now()];
    const details = describeCrash(gone, times);
    noteCrash(details);
    if (isCrashLoop(times)) {
      times = [];
      void askInLoop(window, details, reload);
      return;
    }
    // Not from inside the event: the process that is to be replaced is still being taken down.
    setImmediate(reload);
    void show(() => tellCrash(window));
  });
}

/** What somebody can be sent: no body, no address, no secret is known to a process that is gone. */
function describeCrash({ reason, exitCode }: RenderProcessGoneDetails, times: readonly number[]): string {
  const { platform, arch, versions } = process;
  return [
    `Refund Workbench ${app.getVersion()}: the process of the page is gone (${reason}, exit code ${exitCode}).`,
    `${platform} ${arch}, Electron ${versions['electron'] ?? ''}, Chromium ${versions['chrome'] ?? ''}`,
    ...times.map((time) => new Date(time).toISOString()),
  ].join('\n');
}

const whatIsKept =
  'What you typed is as it was a second before at the latest. A request that was under way goes on in the background; its answer will be in the history.';

async function tellCrash(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Refund Workbench',
    message: 'The page of the workbench crashed and was loaded again.',
    detail: whatIsKept,
    buttons: ['OK'],
    noLink: true,
  });
}

async function askInLoop(window: BrowserWindow, details: string, reload: () => void): Promise<void> {
  const buttons = ['Load it again', 'Copy details', 'Quit'];
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Refund Workbench',
    message: 'The page crashed three times within a minute, so it is not loaded again by itself.',
    detail: `${whatIsKept}\n\nThe details say what is needed to report it; they hold no request and no secret.`,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (buttons[response] === 'Load it again') return reload();
  if (buttons[response] === 'Quit') return app.quit();
  await clipboard.writeText(details);
  return askInLoop(window, details, reload);
}

function askWhenUnresponsive(window: BrowserWindow): void {
  let asking: AbortController | null = null;
  window.on('unresponsive', () => {
    if (asking !== null) return;
    asking = new AbortController();
    void ask(window, asking.signal).finally(() => {
      asking = null;
    });
  });
  // The box goes by itself where the page answers again.
  window.on('responsive', () => asking?.abort());
}

async function ask(window: BrowserWindow, signal: AbortSignal): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Refund Workbench',
    message: 'The page of the workbench does not answer.',
    detail: `It may be busy with something large. ${whatIsKept}`,
    buttons: ['Wait', 'Load it again'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  // Ends its process, which is then replaced like one that crashed.
  if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
}
