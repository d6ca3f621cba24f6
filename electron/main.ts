import { fileURLToPath } from 'node:url';

import { app } from 'electron';

import { dataDirectory, ensureDirectory } from './adapters/data-directory.ts';
import { openWorkbench, usualSandboxPort } from './open-workbench.ts';
import { registerAppScheme, servePage } from './shell/app-protocol.ts';
import { bindIpc } from './shell/bind-ipc.ts';
import { createWindow } from './shell/create-window.ts';
import { guardWebContents } from './shell/guard-web-contents.ts';
import type { HandedFiles } from './shell/handed-files.ts';
import { liveAndEnd } from './shell/live-and-end.ts';
import { readOpeningWords } from './shell/read-opening-words.ts';
import { runWithoutWindow } from './shell/run-without-window.ts';
import { setApplicationMenu } from './shell/set-application-menu.ts';
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
  app.on('window-all-closed', () => app.quit());
}

async function boot(workspace: string | null, files: HandedFiles): Promise<void> {
  const opened = openWorkbench({
    environment: process.env,
    workspace,
    sandboxPort: usualSandboxPort,
    anyOtherPort: true,
    desktop: { ...files, setMenu: () => undefined, openLink: async () => undefined },
  });
  if (!opened.ok) {
    showFatalProblem(new Error(`${opened.error.message} ${opened.error.remedy}`));
    return;
  }
  const workbench = opened.value;
  liveAndEnd(workbench, files);
  servePage(pageDirectory);
  bindIpc({ ...workbench, handlers: reportingHandlers(workbench.handlers, workbench.faults.report) });
  setApplicationMenu();
  await createWindow(preload);
}
