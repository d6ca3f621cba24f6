import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
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

const saver = join(import.meta.dirname, '..', '..', 'support', 'save-environments.ts');

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

  it('are not held up by the lock of one that died', () => {
    const { workspace, data, folder } = makeWorkspace();
    const dead = execFileSync(process.execPath, ['-p', 'process.pid']).toString().trim();
    writeFileSync(join(folder, '.shared.yaml.lock'), dead);
    expect(createYamlEnvironmentStore(workspace, data).save(shared, null).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(['shared.yaml']);
  });

  it('are not held up by an empty lock that is a minute old', () => {
    const { workspace, data, folder } = makeWorkspace();
    const lock = join(folder, '.shared.yaml.lock');
    writeFileSync(lock, '');
    const longAgo = Date.now() / 1000 - 120;
    utimesSync(lock, longAgo, longAgo);
    expect(createYamlEnvironmentStore(workspace, data).save(shared, null).ok).toBe(true);
  });

  it('are told in a sentence where one keeps the lock', () => {
    const { workspace, data, folder } = makeWorkspace();
    writeFileSync(join(folder, '.shared.yaml.lock'), String(process.pid));
    expect(createYamlEnvironmentStore(workspace, data).save(shared, null)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('another program is saving it') as string },
    });
    expect(readdirSync(folder)).toEqual(['.shared.yaml.lock']);
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
