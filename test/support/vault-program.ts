import { join } from 'node:path';

import { createSecretStore } from '../../electron/adapters/vault/create-secret-store.ts';
import { withExclusiveLock } from '../../electron/adapters/vault/with-exclusive-lock.ts';

/** A program of its own beside the test: writes many secrets into a vault, or takes its lock and never lets go. */
const [task, folder = '', passphrase = '', prefix = ''] = process.argv.slice(2);

if (task === 'hold') {
  withExclusiveLock(join(folder, 'vault.lock'), () => {
    process.stdout.write('held\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
} else {
  const store = createSecretStore({ folder, environment: {} });
  const unlocked = await store.vault.unlock(passphrase);
  if (!unlocked.ok) throw new Error(unlocked.error.message);
  process.stdout.write('open\n');
  for (let number = 0; number < 40; number += 1) {
    const kept = store.set('staging', `${prefix}.${number}`, `invented ${number}`);
    if (!kept.ok) throw new Error(kept.error.message);
  }
}
