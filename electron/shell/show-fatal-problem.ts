import { app, dialog } from 'electron';

/** Says in one box why the window cannot open, then ends. */
export function showFatalProblem(error: Error): void {
  process.stderr.write(`${error.message}\n`);
  dialog.showErrorBox('Refund Workbench cannot start', error.message);
  app.exit(2);
}
