import { expect, it } from 'vitest';

import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import { createMemoryKeyring, cheapVault } from '../../support/cheap-vault.ts';
import { passphrase } from '../../support/open-test-vault.ts';
import { openTestWorkbench } from '../../support/open-test-workbench.ts';
import { tracesOf } from '../../support/traces-of.ts';

const guard = { kind: 'passphrase', passphrase } as const;

it('tells of every change of the vault, once, and of nothing else', async () => {
  const { handlers, listen } = openTestWorkbench();
  const events: WorkbenchEvent[] = [];
  listen((event) => events.push(event));
  expect(await handlers['vault.describe'](null)).toEqual({ state: 'none' });
  await handlers['vault.create'](guard);
  await handlers['environment.list'](null);
  await handlers['vault.lock'](null);
  await handlers['vault.unlock']({ passphrase: 'a wrong passphrase' });
  await handlers['vault.unlock']({ passphrase });
  const states = events.map((event) => (event.name === 'vault.changed' ? event.vault.state : event.name));
  expect(states).toEqual(['unlocked', 'locked', 'unlocked']);
});

it('gives the recovery key where it is made, and nothing secret anywhere else', async () => {
  const keyring = createMemoryKeyring();
  const { handlers } = openTestWorkbench({}, { ...cheapVault, keyring });
  const secret = 'invented secret value';
  await handlers['secret.set']({ environmentId: 'sandbox', name: 'payu.clientSecret', value: secret });
  const created = await handlers['vault.create'](guard);
  if (!created.ok) throw new Error(created.error.message);
  const { recoveryKey } = created.value;
  const outputs = [
    created.value.vault,
    await handlers['vault.describe'](null),
    await handlers['environment.list'](null),
    await handlers['workbench.describe'](null),
    await handlers['vault.lock'](null),
    await handlers['vault.unlock']({ passphrase: `${passphrase}?` }),
    await handlers['vault.recover']({ recoveryKey: `${recoveryKey}0`, guard }),
    await handlers['vault.recover']({ recoveryKey, guard: { kind: 'keyring' } }),
  ];
  const renewed = await handlers['vault.renew-recovery-key'](null);
  expect(renewed.ok && renewed.value.recoveryKey).not.toBe(recoveryKey);
  const [key] = keyring.entries.values();
  const dataKey = Buffer.from(key ?? []).toString('base64');
  expect(tracesOf({ secret, passphrase, recoveryKey, dataKey }, JSON.stringify(outputs))).toEqual([]);
});

it('describes the vault as part of the workbench, and its key that comes from the keyring by itself', async () => {
  const { handlers } = openTestWorkbench({}, { ...cheapVault, keyring: createMemoryKeyring() });
  await handlers['vault.create']({ kind: 'keyring' });
  const { vault } = await handlers['workbench.describe'](null);
  expect(vault).toEqual({ state: 'unlocked', guard: 'keyring', problems: [] });
});

it('refuses a secret while the vault is locked, by name', async () => {
  const { handlers } = openTestWorkbench();
  await handlers['vault.create'](guard);
  await handlers['vault.lock'](null);
  const set = { environmentId: 'sandbox', name: 'payu.clientSecret', value: 'invented' };
  expect(await handlers['secret.set'](set)).toMatchObject({
    ok: false,
    error: { code: 'vault', message: 'The secret payu.clientSecret was not kept. The vault is locked.' },
  });
  expect((await handlers['environment.list'](null)).secrets['sandbox']).toEqual([]);
});
