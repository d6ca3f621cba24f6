import { extname, join } from 'node:path';

import { app, dialog, type DownloadItem } from 'electron';

/** What the files are that the page makes, by the end of their names. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['bin', 'Bytes'],
  ['bru', 'Bruno request'],
  ['csv', 'CSV table'],
  ['har', 'HTTP archive'],
  ['html', 'Web page'],
  ['http', 'HTTP requests'],
  ['json', 'JSON'],
  ['md', 'Markdown'],
  ['sh', 'Shell script'],
  ['txt', 'Text'],
  ['xml', 'XML'],
  ['yaml', 'YAML'],
]);

/** Lets a person choose where a file goes that the page made, and says where it could not be written. */
export function saveDownload(item: DownloadItem): void {
  const name = item.getFilename();
  item.setSaveDialogOptions({
    title: `Save ${name}`,
    defaultPath: join(app.getPath('downloads'), name),
    filters: [...filtersFor(name)],
  });
  item.once('done', (_event, state) => {
    if (state === 'interrupted') void tellFailure(name, item.getSavePath());
  });
}

/** Files like this one, and all others. */
export function filtersFor(name: string): readonly Electron.FileFilter[] {
  const extension = extname(name).slice(1).toLowerCase();
  const all = { name: 'All files', extensions: ['*'] };
  if (extension === '') return [all];
  return [{ name: kinds.get(extension) ?? extension.toUpperCase(), extensions: [extension] }, all];
}

async function tellFailure(name: string, path: string): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    title: 'Not saved',
    message: `${name} was not saved.`,
    detail: `It could not be written to ${path}. The disk may be full, or the folder read-only. Save it again, to another place.`,
    buttons: ['Close'],
  });
}
