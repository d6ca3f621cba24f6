import { app } from 'electron';

import { createHandedFiles, type HandedFiles } from './handed-files.ts';

/** Takes files that the program is started with, and those that macOS opens with it, also before the app is ready. */
export function takeOpenedFiles(named: readonly string[]): HandedFiles {
  const files = createHandedFiles();
  void files.add(named);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void files.add([path]);
  });
  return files;
}
