import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { lastWorkspace, recentWorkspaces, withWorkspace } from '../../../electron/shell/recent-workspaces.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('the open workspace comes first, once, and ten are remembered', () => {
  expect(withWorkspace(['/b', '/a'], '/a')).toEqual(['/a', '/b']);
  const many = Array.from({ length: 10 }, (_, index) => `/${index}`);
  expect(withWorkspace(many, '/new')).toEqual(['/new', ...many.slice(0, 9)]);
});

it('a missing folder is gone, but not the one that the data folder will have', () => {
  const dataDirectory = temporaryDirectory();
  const own = join(dataDirectory, 'workspace');
  const missing = join(`${dataDirectory}-other`, 'workspace');
  const folder = temporaryDirectory();
  expect(recentWorkspaces([folder, own, missing], { open: folder, dataDirectory })).toEqual([
    { folder, isOpen: true, isGone: false },
    { folder: own, isOpen: false, isGone: false },
    { folder: missing, isOpen: false, isGone: true },
  ]);
});

it('the last one is opened again while it is there', () => {
  const folder = temporaryDirectory();
  expect(lastWorkspace([])).toBeNull();
  expect(lastWorkspace([folder, '/other'])).toBe(folder);
  rmSync(folder, { recursive: true });
  expect(lastWorkspace([folder, '/other'])).toBeNull();
});
