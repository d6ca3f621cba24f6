import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { createHandedFiles } from '../../../electron/shell/handed-files.ts';
import { longestPasted } from '../../../shared/engine/too-long-to-read.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

function write(name: string, text: string): string {
  const path = join(temporaryDirectory(), name);
  writeFileSync(path, text);
  return path;
}

const textOf = (content: string | null | undefined): string =>
  Buffer.from(content ?? '', 'base64').toString();

it('gives files once, in the order they were named in, byte for byte', async () => {
  const files = createHandedFiles();
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  const odd = join(temporaryDirectory(), 'odd.bin');
  writeFileSync(odd, bytes);
  void files.add([write('a.har', 'first'), odd]);
  await files.add([write('b.har', 'third')]);
  const taken = files.takeFiles();
  expect(taken.map(({ name, problem }) => [name, problem])).toEqual([
    ['a.har', null],
    ['odd.bin', null],
    ['b.har', null],
  ]);
  expect(textOf(taken[0]?.content)).toBe('first');
  expect(Buffer.from(taken[1]?.content ?? '', 'base64').equals(bytes)).toBe(true);
  expect(files.takeFiles()).toEqual([]);
});

it('tells who listens, also of what came before anybody did', async () => {
  const files = createHandedFiles();
  const heard: unknown[] = [];
  await files.add([write('a.har', 'a')]);
  const stop = files.listen((event) => heard.push(event));
  await files.add([write('b.har', 'b')]);
  await files.add([]);
  stop();
  await files.add([write('c.har', 'c')]);
  expect(heard).toEqual([{ kind: 'files-handed', count: 2 }]);
});

it('says in a sentence what cannot be read', async () => {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'folder'));
  const large = write('large.har', '');
  truncateSync(large, longestPasted + 1);
  const files = createHandedFiles();
  await files.add([join(folder, 'folder'), large, join(folder, 'gone.har')]);
  expect(files.takeFiles()).toEqual([
    {
      name: 'folder',
      content: null,
      problem: 'folder is a folder; the workbench opens one with --workspace, and the files in it singly.',
    },
    { name: 'large.har', content: null, problem: 'large.har has 65 MB; files of up to 64 MB are read.' },
    {
      name: 'gone.har',
      content: null,
      problem: 'There is no file gone.har where it was handed over from; it may have been moved or deleted.',
    },
  ]);
});

it.skipIf(process.platform === 'win32')('does not wait for a pipe or read a device', async () => {
  const pipe = join(temporaryDirectory(), 'pipe.har');
  execFileSync('mkfifo', [pipe]);
  const files = createHandedFiles();
  await files.add([pipe, '/dev/zero']);
  expect(files.takeFiles().map(({ problem }) => problem)).toEqual([
    'pipe.har is no file that can be read.',
    'zero is no file that can be read.',
  ]);
});

it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'says what this user may not read',
  async () => {
    const secret = write('secret.har', 'x');
    chmodSync(secret, 0);
    const files = createHandedFiles();
    await files.add([secret]);
    expect(files.takeFiles()[0]?.problem).toBe('secret.har cannot be read: this user may not.');
  },
);

it('takes so many at once and says that there were more', async () => {
  const files = createHandedFiles();
  await files.add(Array.from({ length: 50 }, (_, index) => write(`${index}.har`, 'x')));
  const taken = files.takeFiles();
  expect(taken).toHaveLength(21);
  expect(taken.at(-1)?.problem).toContain('the others were not read');
});
