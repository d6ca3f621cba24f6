import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';

import { storageProblem } from '../../../electron/adapters/storage-problem.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

/** What an action throws. */
function errorOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
}

function sentenceOf(error: unknown): string {
  return storageProblem('It failed', '/some/path', error).message;
}

it('names the path and the reason of a real failure of the file system', () => {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'file'), 'x');
  const cases = [
    [() => readFileSync(join(folder, 'missing')), 'it does not exist'],
    [() => readFileSync(folder), 'a folder stands where a file is needed'],
    [() => readFileSync(join(folder, 'file', 'below')), 'a part of the path is a file, not a folder'],
    [() => mkdirSync(join(folder, 'file')), 'a file stands where a folder is needed'],
  ] as const;
  for (const [action, reason] of cases) {
    expect(sentenceOf(errorOf(action))).toBe(`It failed (/some/path): ${reason}.`);
  }
});

it('names the reason of a real failure of the database', () => {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'text.db'), 'this is no database, however long it may be'.repeat(50));
  const damaged = new DatabaseSync(join(folder, 'text.db'));
  expect(sentenceOf(errorOf(() => damaged.exec('PRAGMA user_version')))).toContain('the file is damaged');
  expect(sentenceOf(errorOf(() => new DatabaseSync(join(folder, 'no', 'folder.db'))))).toContain(
    'it cannot be opened or created',
  );
  const writer = new DatabaseSync(join(folder, 'good.db'));
  writer.exec('CREATE TABLE t (a)');
  const reader = new DatabaseSync(join(folder, 'good.db'), { readOnly: true });
  expect(sentenceOf(errorOf(() => reader.exec('INSERT INTO t VALUES (1)')))).toContain('it is read-only');
  const other = new DatabaseSync(join(folder, 'good.db'), { timeout: 0 });
  writer.exec('BEGIN IMMEDIATE');
  expect(sentenceOf(errorOf(() => other.exec('BEGIN IMMEDIATE')))).toContain('another program is using it');
  for (const database of [damaged, writer, reader, other]) database.close();
});

it.each([
  ['EACCES', 'there is no permission'],
  ['EPERM', 'there is no permission'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EMFILE', 'too many files are open'],
])('%s is said in words with a remedy', (code, reason) => {
  const problem = storageProblem('It failed', '/some/path', Object.assign(new Error('x'), { code }));
  expect(problem.message).toBe(`It failed (/some/path): ${reason}.`);
  expect(problem.remedy).toMatch(/^[A-Z].*\.$/);
});

it('shows an unknown reason as it is', () => {
  expect(sentenceOf(new Error('something new'))).toBe('It failed (/some/path): something new.');
});
