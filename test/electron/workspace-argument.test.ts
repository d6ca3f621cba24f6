import { expect, it } from 'vitest';

import { takeWorkspaceArgument } from '../../electron/workspace-argument.ts';

it.each([
  [['--workspace', '/w', 'send', 'payu/refund']],
  [['send', '--workspace', '/w', 'payu/refund']],
  [['send', 'payu/refund', '--workspace', '/w']],
  [['send', 'payu/refund', '--workspace=/w']],
])('takes the folder out of %j, wherever it stands', (argv) => {
  expect(takeWorkspaceArgument(argv)).toEqual({
    workspace: '/w',
    folderMissing: false,
    rest: ['send', 'payu/refund'],
  });
});

it('keeps equals signs and blanks of a folder', () => {
  expect(takeWorkspaceArgument(['--workspace=/my work/a=b']).workspace).toBe('/my work/a=b');
  expect(takeWorkspaceArgument(['--workspace', '/my work/a=b']).workspace).toBe('/my work/a=b');
});

it('leaves everything as it is where the option is not there', () => {
  const argv = ['send', '--set', 'payu.refundId=--workspaces'];
  expect(takeWorkspaceArgument(argv)).toEqual({ workspace: null, folderMissing: false, rest: argv });
});

it.each([[['apis', '--workspace']], [['apis', '--workspace=']], [['--workspace', '--json', 'apis']]])(
  'says that the folder is missing in %j and swallows no other option',
  (argv) => {
    const { workspace, folderMissing, rest } = takeWorkspaceArgument(argv);
    expect([workspace, folderMissing]).toEqual([null, true]);
    expect(rest).toEqual(argv.filter((word) => !word.startsWith('--workspace')));
  },
);
