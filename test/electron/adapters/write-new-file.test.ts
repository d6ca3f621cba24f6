import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { writeNewFile } from '../../../electron/adapters/write-new-file.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('writes a whole file that only its user may read, and nothing beside it', () => {
  const folder = temporaryDirectory();
  const path = join(folder, 'evidence.html');
  writeNewFile(path, 'Grüße', { replace: false });
  expect(readFileSync(path, 'utf8')).toBe('Grüße');
  expect(readdirSync(folder)).toEqual(['evidence.html']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('leaves a file that is there as it is, unless it may be replaced', () => {
  const folder = temporaryDirectory();
  const path = join(folder, 'evidence.html');
  writeFileSync(path, 'of somebody else');
  expect(() => writeNewFile(path, 'new', { replace: false })).toThrow(/EEXIST/);
  expect(readFileSync(path, 'utf8')).toBe('of somebody else');
  expect(readdirSync(folder)).toEqual(['evidence.html']);
  writeNewFile(path, 'new', { replace: true });
  expect(readFileSync(path, 'utf8')).toBe('new');
});
