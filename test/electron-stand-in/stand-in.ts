import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { watchBrowser } from './browser-events.ts';
import { chromium } from './chromium.ts';
import { parseCommandLine } from './command-line.ts';
// Evaluated before anything starts: Playwright asks for it through the debugger, at any moment.
import { app } from './electron.ts';
import { lifecycle } from './lifecycle.ts';

const electronModule = new URL('./electron.ts', import.meta.url).href;

if (process.env['REFUND_WORKBENCH_TEST'] !== '1') {
  process.stderr.write(
    'This is a stand-in for Electron, for tests only: it wants REFUND_WORKBENCH_TEST=1.\n',
  );
  process.exit(2);
}

const words = process.argv.slice(2);
const commandLine = parseCommandLine(words);
Object.defineProperty(process, 'argv', { value: [join(import.meta.dirname, 'electron'), ...words] });
Object.defineProperty(process.versions, 'electron', { value: 'stand-in' });
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: electronModule, shortCircuit: true } : next(specifier, context),
});
// As Electron does; an app that listens to a signal takes it over.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) app.quit();
  });
}

// Electron shows a box and goes on where the app does not listen; a test wants to know, and nothing left behind.
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') > 1) return;
  process.stderr.write(`${error.stack ?? String(error)}\n`);
  void lifecycle.end(1);
});

chromium.start(commandLine);
await watchBrowser();
await import(pathToFileURL(entryOf(commandLine.appDirectory)).href);
// As in Electron, only after the entry has been evaluated: an entry that waits for "ready" at its top level hangs.
lifecycle.becomeReady();

function entryOf(appDirectory: string): string {
  const { main } = JSON.parse(readFileSync(join(appDirectory, 'package.json'), 'utf8')) as { main: string };
  return join(appDirectory, main);
}
