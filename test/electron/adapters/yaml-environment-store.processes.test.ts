import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createYamlEnvironmentStore } from '../../../electron/adapters/yaml-environment-store.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import { startProgram } from '../../support/run-cli.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const shared: Environment = {
  id: 'shared',
  name: 'Shared',
  environmentClass: 'test',
  notes: '0',
  variables: [],
  secrets: [],
};

const support = join(import.meta.dirname, '..', '..', 'support');
const saver = join(support, 'save-environments.ts');
const holdLock = join(support, 'hold-lock.ts');

function makeWorkspace(): { readonly workspace: string; readonly data: string; readonly folder: string } {
  const workspace = temporaryDirectory();
  const folder = join(workspace, 'environments');
  mkdirSync(folder);
  return { workspace, data: temporaryDirectory(), folder };
}

describe('several processes', () => {
  it('save one environment in turns: none is lost, and every stale copy is refused', async () => {
    const { workspace, data, folder } = makeWorkspace();
    const store = createYamlEnvironmentStore(workspace, data);
    store.save(shared, null);
    const runs = await Promise.all([1, 2, 3].map(() => startProgram([saver, workspace, data, '20']).ended));
    expect(runs.map(({ stderr, code }) => [stderr, code])).toEqual([
      ['', 0],
      ['', 0],
      ['', 0],
    ]);
    expect(store.list().environments[0]?.notes).toBe('60');
    expect(readdirSync(folder)).toEqual(['.shared.yaml.previous', 'shared.yaml']);
  });

  it('wait for one that is saving, are told in a sentence where it goes on, and not held up once it died', async () => {
    const { workspace, data, folder } = makeWorkspace();
    const holder = startProgram([holdLock, join(data, 'environments.lock')]);
    expect(await holder.firstLine()).toBe('held');
    const store = createYamlEnvironmentStore(workspace, data);
    expect(store.save(shared, null)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('another program is using it') as string },
    });
    expect(readdirSync(folder)).toEqual([]);
    holder.child.kill('SIGKILL');
    await holder.ended;
    expect(store.save(shared, null).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(['shared.yaml']);
  });
});

function runTool(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' });
}

/** A file system of its own, where this user may mount one. */
function mountSmall(folder: string, options: string): boolean {
  try {
    runTool('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
    onTestFinished(() => runTool('umount', [folder]));
    return true;
  } catch {
    return false;
  }
}

describe('a disk', () => {
  it('that is full keeps the old file, and the sentence says so', ({ skip }) => {
    const { workspace, data, folder } = makeWorkspace();
    if (!mountSmall(folder, 'size=16k')) skip('only root may mount a small disk');
    const store = createYamlEnvironmentStore(workspace, data);
    expect(store.save(shared, null).ok).toBe(true);
    const before = readFileSync(join(folder, 'shared.yaml'), 'utf8');
    const { revision = '' } = store.list().files['shared'] ?? {};
    expect(store.save({ ...shared, notes: 'x'.repeat(50_000) }, revision)).toMatchObject({
      ok: false,
      error: {
        code: 'storage',
        message: expect.stringMatching(
          /^The environment cannot be saved \(.+\): the disk is full\.$/,
        ) as string,
        remedy: 'Free some space, then try again.',
      },
    });
    expect(readFileSync(join(folder, 'shared.yaml'), 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['shared.yaml']);
  });

  it('that is read-only says so, for saving and for removing', ({ skip }) => {
    const { workspace, data, folder } = makeWorkspace();
    if (!mountSmall(folder, 'size=64k')) skip('only root may mount a small disk');
    const store = createYamlEnvironmentStore(workspace, data);
    store.save(shared, null);
    runTool('mount', ['-o', 'remount,ro', folder]);
    const { revision = '' } = store.list().files['shared'] ?? {};
    for (const result of [store.save({ ...shared, notes: '1' }, revision), store.remove('shared')]) {
      expect(result).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('the disk is read-only') as string },
      });
    }
    expect(store.list().environments).toEqual([shared]);
  });
});
