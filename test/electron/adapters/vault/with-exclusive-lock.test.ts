import { join } from 'node:path';
import { expect, it } from 'vitest';

import { openTestVault, passphrase, refusalOf, secretOf, valueOf } from '../../../support/open-test-vault.ts';
import { project, type RunningCli, startProgram } from '../../../support/run-cli.ts';

function startVaultProgram(...args: readonly string[]): RunningCli {
  return startProgram([join(project, 'test', 'support', 'vault-program.ts'), ...args]);
}

it('two programs that write at once lose nothing of each other', async () => {
  const { store, folder } = openTestVault();
  valueOf(await store.vault.create({ kind: 'passphrase', passphrase }));
  const programs = ['left', 'right'].map((prefix) => startVaultProgram('write', folder, passphrase, prefix));
  for (let number = 0; number < 40; number += 1) {
    valueOf(store.set('staging', `own.${number}`, `invented ${number}`));
    // Each turn lets the others be seen, too.
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const { ended } of programs) expect(await ended).toMatchObject({ code: 0, stderr: '' });
  expect(store.list('staging')).toHaveLength(120);
  for (const prefix of ['left', 'right', 'own']) {
    expect(secretOf(store, 'staging', `${prefix}.39`)).toBe('invented 39');
  }
});

it('waits for a program that is writing, not for ever, and not at all for one that died', async () => {
  const { store, folder, read } = openTestVault();
  valueOf(await store.vault.create({ kind: 'keyring' }));
  const before = read();
  const holder = startVaultProgram('hold', folder);
  expect(await holder.firstLine()).toBe('held');
  expect(refusalOf(store.set('staging', 'payu.accessToken', 'x'))).toContain('another program is using it');
  expect(read()).toBe(before);
  holder.child.kill('SIGKILL');
  await holder.ended;
  const started = performance.now();
  valueOf(store.set('staging', 'payu.accessToken', 'invented'));
  expect(performance.now() - started).toBeLessThan(2000);
  expect(secretOf(store, 'staging', 'payu.accessToken')).toBe('invented');
});
