import { randomBytes, randomUUID } from 'node:crypto';

import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { GuardChoice } from '../../../shared/model/vault.ts';
import type { Vault } from '../../../shared/ports/secret-store.ts';
import { createCheck, dismissKeyring, guardKey, type GuardTools, takeKey } from './guard-key.ts';
import { createRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { keyLength, seal, unseal } from './seal.ts';
import type { VaultFile, VaultReading } from './vault-file.ts';
import type { VaultMemory } from './vault-memory.ts';
import {
  keyLeftInKeyring,
  lockedByHand,
  mistypedRecoveryKey,
  noVault,
  replacedVault,
  vaultExists,
  wrongRecoveryKey,
} from './vault-problems.ts';

/** Milliseconds that a start waits for a keyring nobody asked for; its prompt may stand open longer. */
const uninvited = 3000;

/** The ways in and out of a vault. `onCreated` hears when one was made, so that the session's secrets can move in. */
export function createVault(
  memory: VaultMemory,
  tools: GuardTools,
  onCreated: () => Result<null, Problem>,
): Vault {
  // The keyring is asked once by itself; a prompt that was dismissed does not come again unasked.
  let asked: { readonly id: string; readonly answer: Promise<void> } | null = null;
  const askKeyring = async (file: VaultFile): Promise<void> => {
    const key = await takeKey(file, null, tools.keyring, uninvited);
    if (key.ok) memory.admit(key.value);
    else memory.forget(key.error);
  };
  return {
    describe: async () => {
      const reading = memory.look();
      if (reading.kind === 'file' && reading.file.guard.kind === 'keyring' && !memory.unlocked().ok) {
        const { id } = reading.file;
        if (asked?.id !== id) asked = { id, answer: askKeyring(reading.file) };
        await asked.answer;
      }
      return memory.describe();
    },
    create: async (choice) => {
      const created = await create(choice, memory, tools);
      if (!created.ok) return created;
      const moved = onCreated();
      return moved.ok ? created : moved;
    },
    unlock: async (passphrase) => {
      const file = fileOf(memory.look());
      if (!file.ok) return file;
      const key = await takeKey(file.value, passphrase, tools.keyring);
      if (key.ok) return memory.admit(key.value) ? ok(null) : fail(replacedVault);
      if (file.value.guard.kind === 'keyring') memory.forget(key.error);
      return key;
    },
    lock: () => {
      const reading = memory.look();
      if (reading.kind !== 'file') return;
      asked = { id: reading.file.id, answer: Promise.resolve() };
      memory.forget(lockedByHand);
    },
    rewrap: async (choice) => {
      const open = memory.unlocked();
      if (!open.ok) return open;
      const { file, key } = open.value;
      const replaced = await replaceGuard(choice, file, key, memory, tools);
      if (!replaced.ok) return replaced;
      const dismissed = await dismissOldGuard(choice, file, tools);
      return dismissed.ok ? ok(null) : fail(keyLeftInKeyring(dismissed.error));
    },
    recover: async (recoveryKey, choice) => {
      const file = fileOf(memory.look());
      if (!file.ok) return file;
      const key = openByRecoveryKey(recoveryKey, file.value);
      if (!key.ok) return key;
      const replaced = await replaceGuard(choice, file.value, key.value, memory, tools);
      // Whoever recovers may have lost the keyring; what it still holds then is no news.
      if (replaced.ok) await dismissOldGuard(choice, file.value, tools);
      return replaced;
    },
    renewRecoveryKey: () => {
      const recoveryKey = createRecoveryKey();
      const changed = memory.change(
        () => {
          const open = memory.unlocked();
          if (!open.ok) return open;
          const { file, key } = open.value;
          return ok({ ...file, recovery: wrapForRecovery(key, file.id, recoveryKey) });
        },
        { dropPrevious: true },
      );
      return changed.ok ? ok(recoveryKey) : changed;
    },
  };
}

async function create(
  choice: GuardChoice,
  memory: VaultMemory,
  tools: GuardTools,
): Promise<Result<string, Problem>> {
  const free = freePlace(memory.look());
  if (!free.ok) return free;
  const id = randomUUID();
  const key = randomBytes(keyLength);
  const guard = await guardKey(choice, id, key, tools);
  if (!guard.ok) return guard;
  const recoveryKey = createRecoveryKey();
  const file: VaultFile = {
    version: '1',
    id,
    check: createCheck(key, id),
    guard: guard.value,
    recovery: wrapForRecovery(key, id, recoveryKey),
    records: [],
  };
  const written = memory.change((now) => {
    const stillFree = freePlace(now);
    return stillFree.ok ? ok(file) : stillFree;
  });
  if (written.ok) {
    memory.admit(key);
    return ok(recoveryKey);
  }
  if (choice.kind === 'keyring') await dismissKeyring(id, tools.keyring);
  return written;
}

/** The file names its new guard only after the guard has the key. */
async function replaceGuard(
  choice: GuardChoice,
  { id, guard: before }: VaultFile,
  key: Buffer,
  memory: VaultMemory,
  tools: GuardTools,
): Promise<Result<null, Problem>> {
  const guard = await guardKey(choice, id, Buffer.from(key), tools);
  if (!guard.ok) return guard;
  const written = memory.change(
    (now) => {
      const file = fileOf(now);
      if (!file.ok) return file;
      return file.value.id === id ? ok({ ...file.value, guard: guard.value }) : fail(replacedVault);
    },
    { dropPrevious: true },
  );
  if (!written.ok) {
    if (choice.kind === 'keyring' && before.kind !== 'keyring') await dismissKeyring(id, tools.keyring);
    return written;
  }
  memory.admit(Buffer.from(key));
  return ok(null);
}

/** A keyring that guards no longer keeps no key. */
async function dismissOldGuard(
  choice: GuardChoice,
  { id, guard }: VaultFile,
  { keyring }: GuardTools,
): ReturnType<typeof dismissKeyring> {
  return choice.kind !== 'keyring' && guard.kind === 'keyring' ? dismissKeyring(id, keyring) : ok(null);
}

function openByRecoveryKey(text: string, { id, recovery }: VaultFile): Result<Buffer, Problem> {
  const wrapping = readRecoveryKey(text, id);
  if (!wrapping.ok) return fail(mistypedRecoveryKey(wrapping.error));
  const key = unseal(wrapping.value, ['recovery', id], recovery);
  return key === null ? fail(wrongRecoveryKey) : ok(key);
}

function wrapForRecovery(key: Buffer, id: string, recoveryKey: string): VaultFile['recovery'] {
  const wrapping = readRecoveryKey(recoveryKey, id);
  if (!wrapping.ok) throw new Error('A recovery key of our own has to be one');
  return seal(wrapping.value, ['recovery', id], key);
}

function freePlace(reading: VaultReading): Result<null, Problem> {
  if (reading.kind === 'file') return fail(vaultExists);
  return reading.kind === 'none' || reading.replaceable ? ok(null) : fail(reading.problem);
}

function fileOf(reading: VaultReading): Result<VaultFile, Problem> {
  if (reading.kind === 'file') return ok(reading.file);
  return fail(reading.kind === 'none' ? noVault : reading.problem);
}
