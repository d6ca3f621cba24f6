import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { expect, it } from 'vitest';

import { currentUser } from '../../../electron/adapters/current-user.ts';

it('is the name that the operating system has, whatever the environment says', () => {
  expect(currentUser()).toBe(userInfo().username);
});

it.skipIf(process.getuid?.() !== 0)('is unknown where the operating system has no name', () => {
  const module = new URL('../../../electron/adapters/current-user.ts', import.meta.url).href;
  const program = `const { currentUser } = await import('${module}');
    process.setuid(54321);
    process.stdout.write(currentUser());`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('unknown');
});
