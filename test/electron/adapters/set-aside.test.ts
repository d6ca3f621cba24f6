import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { setAside } from '../../../electron/adapters/set-aside.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('gives every damaged file a name of its own and overwrites none', () => {
  const folder = temporaryDirectory();
  const path = join(folder, 'tabs.json');
  for (const text of ['first', 'second']) {
    writeFileSync(path, text);
    setAside(path);
  }
  expect(readdirSync(folder)).toEqual(['tabs.json.damaged-1', 'tabs.json.damaged-2']);
  expect(readFileSync(`${path}.damaged-1`, 'utf8')).toBe('first');
  expect(readFileSync(`${path}.damaged-2`, 'utf8')).toBe('second');
});
