import { fileURLToPath } from 'node:url';

import { app } from 'electron';

import { dataDirectory, ensureDirectory } from './adapters/data-directory.ts';
import { openWorkbench, usualSandboxPort } from './open-workbench.ts';
import { registerAppScheme, servePage } from './shell/app-protocol.ts';
import { bindIpc } from './shell/bind-ipc.ts';
import { createWindow } from './shell/create-window.ts';
import { guardWebContents } from './shell/guard-web-contents.ts';
import { liveAndEnd } from './shell/live-and-end.ts';
import { readOpeningWords } from './shell/read-opening-words.ts';
import { setApplicationMenu } from './shell/set-application-menu.ts';
import { showFatalProblem } from './shell/show-fatal-problem.ts';
import { takeInstance } from './shell/take-instance.ts';
import { takeOpenedFiles } from './shell/take-opened-files.ts';
import { reportingHandlers } from './shell/watch-faults.ts';

const pageDirectory = fileURLToPath(new URL('../renderer', import.meta.url));
const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));
const words = readOpeningWords(process.argv, app.isPackaged, process.cwd());
const files = takeOpenedFiles(words.files);
const data = ensureDirectory(dataDirectory(process.env));

if (data.ok && !takeInstance(data.value, words)) app.quit();
else startWindow();

/** Before the app is ready: the sandbox for every renderer, and the scheme of the page. */
function startWindow(): void {
  app.enableSandbox();
  registerAppScheme();
  // Never awaited here: Electron tells "ready" only after this module has been evaluated, so waiting would wait for ever.
  void app.whenReady().then(boot).catch(showFatalProblem);
  app.on('web-contents-created', (_event, contents) => guardWebContents(contents));
  app.on('window-all-closed', () => app.quit());
}

async function boot(): Promise<void> {
  const opened = openWorkbench({
    environment: process.env,
    workspace: words.workspace,
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
