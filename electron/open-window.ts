import { dataDirectory } from './adapters/data-directory.ts';
import { createJsonWindowStore } from './adapters/json-window-store.ts';
import { openWorkbench, usualSandboxPort } from './open-workbench.ts';
import { servePage } from './shell/app-protocol.ts';
import { bindIpc } from './shell/bind-ipc.ts';
import { createApplicationMenu } from './shell/create-application-menu.ts';
import { createDesktop } from './shell/create-desktop.ts';
import type { HandedFiles } from './shell/handed-files.ts';
import { liveAndEnd } from './shell/live-and-end.ts';
import { openDesktop } from './shell/open-desktop.ts';
import { lastWorkspace } from './shell/recent-workspaces.ts';
import { showFatalProblem } from './shell/show-fatal-problem.ts';
import { reportingHandlers } from './shell/watch-faults.ts';

/** What a window starts with. */
export type WindowStart = {
  /** As the command line says; `null` opens that of the last time. */
  readonly workspace: string | null;
  readonly files: HandedFiles;
  /** The built page. */
  readonly pageDirectory: string;
  /** Path of the script that gives the page its bridge. */
  readonly preload: string;
};

/** Opens the core and the window on it. Needs a ready app. */
export async function openWindow({ workspace, files, pageDirectory, preload }: WindowStart): Promise<void> {
  const store = createJsonWindowStore(dataDirectory(process.env));
  const menu = createApplicationMenu();
  const opened = openWorkbench({
    environment: process.env,
    workspace: workspace ?? lastWorkspace(store.loadWorkspaces()),
    sandboxPort: usualSandboxPort,
    anyOtherPort: true,
    desktop: createDesktop(menu, files),
  });
  if (!opened.ok) {
    showFatalProblem(new Error(`${opened.error.message} ${opened.error.remedy}`));
    return;
  }
  const workbench = opened.value;
  const openWorkspace = liveAndEnd(workbench, files);
  servePage(pageDirectory);
  bindIpc({ ...workbench, handlers: reportingHandlers(workbench.handlers, workbench.faults.report) });
  await openDesktop({ workbench, store, menu, openWorkspace, preload });
}
