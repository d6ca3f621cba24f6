import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { writeFileAtomic } from '../../../electron/adapters/atomic-file.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('writes a new file, and nothing beside it', () => {
  const folder = temporaryDirectory();
  writeFileAtomic(join(folder, 'tabs.json'), 'new');
  expect(readFileSync(join(folder, 'tabs.json'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['tabs.json']);
});

it('keeps the text before the last write beside the file', () => {
  const folder = temporaryDirectory();
  for (const text of ['first', 'second', 'third']) writeFileAtomic(join(folder, 'a.yaml'), text);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('third');
  expect(readFileSync(join(folder, '.a.yaml.previous'), 'utf8')).toBe('second');
  expect(readdirSync(folder)).toEqual(['.a.yaml.previous', 'a.yaml']);
});

it('makes the folders that are missing', () => {
  const path = join(temporaryDirectory(), 'a', 'b', 'c.txt');
  writeFileAtomic(path, 'deep');
  expect(readFileSync(path, 'utf8')).toBe('deep');
});

it('writes for this user only, unless told otherwise', () => {
  const folder = temporaryDirectory();
  writeFileAtomic(join(folder, 'private'), 'x');
  writeFileAtomic(join(folder, 'shared'), 'x', 0o644);
  expect(statSync(join(folder, 'private')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'shared')).mode & 0o044).toBe(0o044);
});

it('leaves no temporary file behind where the file cannot be replaced', () => {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'taken'));
  writeFileSync(join(folder, 'taken', 'inside'), 'kept');
  expect(() => writeFileAtomic(join(folder, 'taken'), 'x')).toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
  expect(readFileSync(join(folder, 'taken', 'inside'), 'utf8')).toBe('kept');
});

it('keeps the old text where the previous one cannot be kept', () => {
  const folder = temporaryDirectory();
  writeFileAtomic(join(folder, 'a.txt'), 'old');
  mkdirSync(join(folder, '.a.txt.previous'));
  expect(() => writeFileAtomic(join(folder, 'a.txt'), 'new')).toThrow();
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['.a.txt.previous', 'a.txt']);
});

it('replaces the file by another, so that a reader of the old one reads on undisturbed', () => {
  const folder = temporaryDirectory();
  const path = join(folder, 'a.txt');
  writeFileAtomic(path, 'old');
  const before = statSync(path).ino;
  writeFileAtomic(path, 'new');
  expect(statSync(path).ino).not.toBe(before);
});

it('replaces a file that is read-only itself', () => {
  const path = join(temporaryDirectory(), 'a.txt');
  writeFileAtomic(path, 'old');
  chmodSync(path, 0o444);
  writeFileAtomic(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
});
