import { expect, it } from 'vitest';

import { restartArguments } from '../../../electron/shell/restart-arguments.ts';
import { takeWorkspaceArgument } from '../../../electron/workspace-argument.ts';

it('keeps the options, and names the sources where it was started from them', () => {
  const argv = ['/usr/bin/electron', '--no-sandbox', '.', '--workspace', '/old'];
  expect(restartArguments({ argv, sources: '/src', workspace: '/new' })).toEqual([
    '--no-sandbox',
    '/src',
    '--workspace=/new',
  ]);
});

it('hands no file over again', () => {
  const argv = ['/opt/refund-workbench', 'ticket.har', '--workspace=/old'];
  const words = restartArguments({ argv, sources: null, workspace: '/with blank & more' });
  expect(words).toEqual(['--workspace=/with blank & more']);
  expect(takeWorkspaceArgument(words).workspace).toBe('/with blank & more');
});
