import { fileURLToPath } from 'node:url';

import { app } from 'electron';

import { dataDirectory } from './adapters/data-directory.ts';
import { createJsonWindowStore } from './adapters/json-window-store.ts';
import { openWorkbench, usualSandboxPort } from './open-workbench.ts';
import { registerAppScheme, servePage } from './shell/app-protocol.ts';
import { bindIpc } from './shell/bind-ipc.ts';
import { createApplicationMenu } from './shell/create-application-menu.ts';
import { createDesktop } from './shell/create-desktop.ts';
import { createRestart } from './shell/create-restart.ts';
import { guardWebContents } from './shell/guard-web-contents.ts';
import { openDesktop } from './shell/open-desktop.ts';
import { lastWorkspace } from './shell/recent-workspaces.ts';
import { showFatalProblem } from './shell/show-fatal-problem.ts';
import { takeWorkspaceArgument } from './workspace-argument.ts';

const pageDirectory = fileURLToPath(new URL('../renderer', import.meta.url));
const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));

// Before the app is ready: the sandbox for every renderer, and the scheme of the page.
app.enableSandbox();
registerAppScheme();

// Never awaited here: Electron tells "ready" only after this module has been evaluated, so waiting would wait for ever.
void app.whenReady().then(boot).catch(showFatalProblem);
app.on('web-contents-created', (_event, contents) => guardWebContents(contents));
app.on('window-all-closed', () => {
  // There a program goes on without a window until it is told to quit.
  if (process.platform !== 'darwin') app.quit();
});

async function boot(): Promise<void> {
  const store = createJsonWindowStore(dataDirectory(process.env));
  const menu = createApplicationMenu();
  const opened = openWorkbench({
    environment: process.env,
    workspace: takeWorkspaceArgument(process.argv).workspace ?? lastWorkspace(store.loadWorkspaces()),
    sandboxPort: usualSandboxPort,
    anyOtherPort: true,
    desktop: createDesktop(menu),
  });
  if (!opened.ok) {
    showFatalProblem(new Error(`${opened.error.message} ${opened.error.remedy}`));
    return;
  }
  app.on('will-quit', () => void opened.value.close());
  servePage(pageDirectory);
  bindIpc(opened.value);
  await openDesktop({ workbench: opened.value, store, menu, restart: createRestart(), preload });
}
