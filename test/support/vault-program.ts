import { createSecretStore } from '../../electron/adapters/vault/create-secret-store.ts';

/** A program of its own beside the test that writes many secrets into a vault. */
const [folder = '', passphrase = '', prefix = ''] = process.argv.slice(2);

const store = createSecretStore({ folder, environment: {} });
const unlocked = await store.vault.unlock(passphrase);
if (!unlocked.ok) throw new Error(unlocked.error.message);
process.stdout.write('open\n');
for (let number = 0; number < 40; number += 1) {
  const kept = store.set('staging', `${prefix}.${number}`, `invented ${number}`);
  if (!kept.ok) throw new Error(kept.error.message);
}
