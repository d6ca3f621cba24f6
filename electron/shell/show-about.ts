import { arch, release, type } from 'node:os';
import { DatabaseSync } from 'node:sqlite';

import { clipboard, dialog } from 'electron';

import { aboutText } from './about-text.ts';

/** Shows the versions of everything in one box, the same on every system, and puts them on the clipboard if asked. */
export async function showAbout(version: string): Promise<void> {
  const { name, lines } = aboutText({
    version,
    versions: process.versions,
    sqlite: sqliteVersion(),
    isBoringSsl: Reflect.get(process.features, 'openssl_is_boringssl') === true,
    system: `${type()} ${release()} ${arch()}`,
  });
  const { response } = await dialog.showMessageBox({
    type: 'info',
    title: 'About Refund Workbench',
    message: name,
    detail: lines,
    buttons: ['Close', 'Copy'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) await clipboard.writeText(`${name}\n${lines}\n`);
}

/** `process.versions` names it in some builds only. */
function sqliteVersion(): string {
  const database = new DatabaseSync(':memory:');
  try {
    return String(database.prepare('select sqlite_version() as version').get()?.['version']);
  } finally {
    database.close();
  }
}
