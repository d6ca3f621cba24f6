import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createPackage } from '@electron/asar';

// Before its fuses every Electron holds this text, then the version of the list, its length, and "0" or "1" for each.
const fuses = ['dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', '\u0001', '\u0009', '101100011'].join('');

/**
 * What electron-builder takes for an unpacked Electron for Linux: a program with fuses as they leave the factory,
 * languages, a version. Nothing of it can be run.
 */
export async function writeUnpackedElectron(folder: string, version: string): Promise<void> {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  mkdirSync(join(folder, 'default-app'));
  writeFileSync(join(folder, 'electron'), `a program ${fuses} and its rest`, 'latin1');
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  for (const language of ['de', 'en-US', 'hi']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  await createPackage(join(folder, 'default-app'), join(folder, 'resources', 'default_app.asar'));
}
