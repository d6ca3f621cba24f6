import { expect, it } from 'vitest';

import { relaunchOptions } from '../../../electron/shell/relaunch-options.ts';

it('starts the same program, or the image that it came in', () => {
  expect(relaunchOptions(['--workspace=/a'], undefined)).toEqual({ args: ['--workspace=/a'] });
  expect(relaunchOptions(['--workspace=/a'], '/home/me/refund-workbench.AppImage')).toEqual({
    execPath: '/home/me/refund-workbench.AppImage',
    args: ['--appimage-extract-and-run', '--workspace=/a'],
  });
});
