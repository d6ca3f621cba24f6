import { fileURLToPath } from 'node:url';

import { app } from 'electron';

import { dataDirectory, ensureDirectory } from './adapters/data-directory.ts';
import { openWindow } from './open-window.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import { guardWebContents } from './shell/guard-web-contents.ts';
import { readOpeningWords } from './shell/read-opening-words.ts';
import { runWithoutWindow } from './shell/run-without-window.ts';
import { showFatalProblem } from './shell/show-fatal-problem.ts';
import { takeCliWords } from './shell/take-cli-words.ts';
import { takeInstance } from './shell/take-instance.ts';
import { takeOpenedFiles } from './shell/take-opened-files.ts';

const pageDirectory = fileURLToPath(new URL('../renderer', import.meta.url));
const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));

const cliWords = takeCliWords(process.argv, app.isPackaged);
if (cliWords === null) startWindow();
else runWithoutWindow(() => runCommand(cliWords));

/** Loaded only now: a window needs nothing of the command line. */
async function runCommand(words: readonly string[]): Promise<number> {
  const { runCli } = await import('./cli/run-cli.ts');
  return runCli(words, pageDirectory);
}

/** In the program that has the data folder already, where there is one. */
function startWindow(): void {
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
    .then(() => openWindow({ workspace: words.workspace, files, pageDirectory, preload }))
    .catch(showFatalProblem);
  app.on('web-contents-created', (_event, contents) => guardWebContents(contents));
}
