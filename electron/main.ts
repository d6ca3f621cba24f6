import { fileURLToPath } from 'node:url';

import { app } from 'electron';

import { openWorkbench, usualSandboxPort } from './open-workbench.ts';
import { registerAppScheme, servePage } from './shell/app-protocol.ts';
import { bindIpc } from './shell/bind-ipc.ts';
import { createDesktop } from './shell/create-desktop.ts';
import { createWindow } from './shell/create-window.ts';
import { guardWebContents } from './shell/guard-web-contents.ts';
import { setApplicationMenu } from './shell/set-application-menu.ts';
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
app.on('window-all-closed', () => app.quit());

async function boot(): Promise<void> {
  const opened = openWorkbench({
    environment: process.env,
    workspace: takeWorkspaceArgument(process.argv).workspace,
    sandboxPort: usualSandboxPort,
    anyOtherPort: true,
    desktop: createDesktop(),
  });
  if (!opened.ok) {
    showFatalProblem(new Error(`${opened.error.message} ${opened.error.remedy}`));
    return;
  }
  app.on('will-quit', () => void opened.value.close());
  servePage(pageDirectory);
  bindIpc(opened.value);
  setApplicationMenu();
  await createWindow(preload);
}
