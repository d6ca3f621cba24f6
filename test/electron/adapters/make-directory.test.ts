import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { makeDirectory } from '../../../electron/adapters/make-directory.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('makes a folder with everything above it, each with the mode', () => {
  const base = temporaryDirectory();
  makeDirectory(join(base, 'a', 'b', 'c'), 0o700);
  for (const path of ['a', 'a/b', 'a/b/c']) expect(statSync(join(base, path)).mode & 0o777).toBe(0o700);
});

it('leaves a folder that is there as it is', () => {
  const base = temporaryDirectory();
  makeDirectory(join(base, 'a'), 0o700);
  makeDirectory(join(base, 'a'), 0o755);
  expect(statSync(join(base, 'a')).mode & 0o777).toBe(0o700);
});

it('refuses a path that is a file, or lies below one', () => {
  const file = join(temporaryDirectory(), 'file');
  writeFileSync(file, 'kept');
  expect(() => makeDirectory(file)).toThrow('EEXIST');
  expect(() => makeDirectory(join(file, 'a', 'b'))).toThrow('ENOTDIR');
});

it.runIf(existsSync('/proc/self'))('comes to an end where the system makes no folders', () => {
  expect(() => makeDirectory('/proc/refund-workbench')).toThrow('ENOENT');
  expect(() => makeDirectory('/proc/refund-workbench/a/b')).toThrow('ENOENT');
});
