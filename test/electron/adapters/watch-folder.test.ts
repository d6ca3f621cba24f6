import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { watchFolder } from '../../../electron/adapters/watch-folder.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

/** Watches the YAML files of a folder; gives what counts the calls. */
function watchYaml(folder: string, look = 60_000): () => number {
  const listener = vi.fn<() => void>();
  const pace = { gather: 10, look };
  onTestFinished(watchFolder(folder, (name) => name.endsWith('.yaml'), listener, pace));
  return () => listener.mock.calls.length;
}

describe('a watched folder', () => {
  it.each([
    ['made', (folder: string) => writeFileSync(join(folder, 'b.yaml'), 'new')],
    ['changed', (folder: string) => writeFileSync(join(folder, 'a.yaml'), 'another text')],
    ['removed', (folder: string) => rmSync(join(folder, 'a.yaml'))],
    [
      'replaced by another of the same length',
      (folder: string) => {
        writeFileSync(join(folder, '.a.tmp'), 'newer');
        renameSync(join(folder, '.a.tmp'), join(folder, 'a.yaml'));
      },
    ],
  ])('tells at once of a file that is %s', async (_what, change) => {
    const folder = temporaryDirectory();
    writeFileSync(join(folder, 'a.yaml'), 'older');
    const count = watchYaml(folder);
    change(folder);
    await vi.waitFor(() => expect(count()).toBe(1));
  });

  it('tells of many changes in a moment once, and of other files never', async () => {
    const folder = temporaryDirectory();
    const count = watchYaml(folder);
    writeFileSync(join(folder, 'notes.txt'), 'x');
    for (let number = 0; number < 20; number += 1) writeFileSync(join(folder, `${number}.yaml`), 'x');
    await vi.waitFor(() => expect(count()).toBe(1));
  });

  it('that is made later, or anew, is looked at all the same', async () => {
    const folder = join(temporaryDirectory(), 'environments');
    const count = watchYaml(folder, 20);
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.yaml'), 'x');
    await vi.waitFor(() => expect(count()).toBe(1));
    rmSync(folder, { recursive: true });
    await vi.waitFor(() => expect(count()).toBe(2));
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.yaml'), 'x');
    await vi.waitFor(() => expect(count()).toBe(3));
  });
});
