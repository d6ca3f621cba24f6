import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';

import { findElectron, findElectronFolder } from '../../../electron/launch/find-electron.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A project with an electron package whose runtime is there, can be fetched, or cannot. */
function projectWith(runtime: 'installed' | 'fetchable' | 'missing'): string {
  const project = temporaryDirectory();
  const folder = join(project, 'node_modules', 'electron');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  const executable = JSON.stringify(join(folder, 'dist', 'electron'));
  const list = JSON.stringify(join(folder, 'path.txt'));
  const fetch = `const fs = require('node:fs'); fs.writeFileSync(${executable}, ''); fs.writeFileSync(${list}, 'electron');`;
  writeFileSync(join(folder, 'install.js'), runtime === 'missing' ? 'process.exit(1);' : fetch);
  if (runtime !== 'installed') return project;
  writeFileSync(join(folder, 'path.txt'), 'electron\n');
  writeFileSync(join(folder, 'dist', 'electron'), '');
  chmodSync(join(folder, 'dist', 'electron'), 0o755);
  return project;
}

function withScreen(display: string): void {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  vi.stubEnv('DISPLAY', display);
  vi.stubEnv('WAYLAND_DISPLAY', '');
}

const executableOf = (project: string): string =>
  join(project, 'node_modules', 'electron', 'dist', 'electron');

it('takes the runtime that is installed', async () => {
  withScreen(':0');
  const project = projectWith('installed');
  const found = await findElectron(project);
  expect(found).toMatchObject({ executable: executableOf(project) });
});

it.runIf(process.getuid?.() === 0)(
  'asks for no process sandbox as root, where Chromium refuses it',
  async () => {
    withScreen(':0');
    expect(await findElectron(projectWith('installed'))).toMatchObject({ options: ['--no-sandbox'] });
  },
);

it('fetches a runtime that is missing, and says so', async () => {
  withScreen(':0');
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const project = projectWith('fetchable');
  expect(await findElectron(project)).toMatchObject({ executable: executableOf(project) });
  expect(write.mock.calls.map(([text]) => text)).toEqual(['Fetching the Electron runtime, once …\n']);
});

it('says in a sentence that the runtime cannot be had', async () => {
  withScreen(':0');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await findElectron(projectWith('missing'))).toEqual({
    reason: 'The Electron runtime is not here and could not be fetched.',
  });
});

it('does not take a runtime that is only half there', async () => {
  withScreen(':0');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const project = projectWith('missing');
  writeFileSync(join(project, 'node_modules', 'electron', 'path.txt'), 'electron');
  expect(await findElectron(project)).toHaveProperty('reason');
});

it.runIf(process.platform === 'linux')('needs a screen, and fetches nothing without one', async () => {
  withScreen('');
  expect(await findElectron(projectWith('fetchable'))).toEqual({
    reason: 'The Electron window needs a screen, and there is none here.',
  });
});

it('takes the runtime of ELECTRON_OVERRIDE_DIST_PATH before all else', async () => {
  withScreen('');
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/opt/electron');
  expect(await findElectron(projectWith('missing'))).toMatchObject({
    executable: join('/opt/electron', 'electron'),
  });
});

it('gives the folder that a package is made of, which needs no screen', async () => {
  withScreen('');
  const project = projectWith('installed');
  const folder = join(project, 'node_modules', 'electron', 'dist');
  expect(await findElectronFolder(project)).toEqual({ folder });
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/opt/electron');
  expect(await findElectronFolder(project)).toEqual({ folder: '/opt/electron' });
});

it('says in a sentence that there is nothing to make a package of', async () => {
  withScreen('');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await findElectronFolder(projectWith('missing'))).toEqual({
    reason: 'The Electron runtime is not here and could not be fetched.',
  });
});
