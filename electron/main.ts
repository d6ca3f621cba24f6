import { fileURLToPath } from 'node:url';

import { app } from 'electron';

import { dataDirectory, ensureDirectory } from './adapters/data-directory.ts';
import { createJsonWindowStore } from './adapters/json-window-store.ts';
import { openWorkbench, usualSandboxPort } from './open-workbench.ts';
import { registerAppScheme, servePage } from './shell/app-protocol.ts';
import { bindIpc } from './shell/bind-ipc.ts';
import { createApplicationMenu } from './shell/create-application-menu.ts';
import { createDesktop } from './shell/create-desktop.ts';
import { guardWebContents } from './shell/guard-web-contents.ts';
import type { HandedFiles } from './shell/handed-files.ts';
import { liveAndEnd } from './shell/live-and-end.ts';
import { openDesktop } from './shell/open-desktop.ts';
import { readOpeningWords } from './shell/read-opening-words.ts';
import { lastWorkspace } from './shell/recent-workspaces.ts';
import { runWithoutWindow } from './shell/run-without-window.ts';
import { showFatalProblem } from './shell/show-fatal-problem.ts';
import { takeCliWords } from './shell/take-cli-words.ts';
import { takeInstance } from './shell/take-instance.ts';
import { takeOpenedFiles } from './shell/take-opened-files.ts';
import { reportingHandlers } from './shell/watch-faults.ts';

const pageDirectory = fileURLToPath(new URL('../renderer', import.meta.url));
const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));

const cliWords = takeCliWords(process.argv, app.isPackaged);
if (cliWords === null) openWindow();
else runWithoutWindow(() => runCommand(cliWords));

/** Loaded only now: a window needs nothing of the command line. */
async function runCommand(words: readonly string[]): Promise<number> {
  const { runCli } = await import('./cli/run-cli.ts');
  return runCli(words, pageDirectory);
}

/** In the program that has the data folder already, where there is one. */
function openWindow(): void {
  const words = readOpeningWords(process.argv, app.isPackaged, process.cwd());
  const files = takeOpenedFiles(words.files);
  const data = ensureDirectory(dataDirectory(process.env));
  if (data.ok && !takeInstance(data.value, words)) return app.quit();
  // Before the app is ready: the sandbox for every renderer, and the scheme of the page.
  app.enableSandbox();
  registerAppScheme();
  // Never awaited here: Electron tells "ready" only after this module has been evaluated, so waiting would wait for ever.
  void app
    .whenReady()
    .then(() => boot(words.workspace, files))
    .catch(showFatalProblem);
  app.on('web-contents-created', (_event, contents) => guardWebContents(contents));
}

async function boot(workspace: string | null, files: HandedFiles): Promise<void> {
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
