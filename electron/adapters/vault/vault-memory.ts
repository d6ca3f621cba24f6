import { join } from 'node:path';

import { sandboxEnvironmentId } from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { Secret } from '../../../shared/model/secret.ts';
import type { VaultDescription } from '../../../shared/model/vault.ts';
import { storageProblem } from '../storage-problem.ts';
import { fitsVault } from './guard-key.ts';
import { openRecords, recordId, sealValue } from './vault-records.ts';
import {
  countUnreadable,
  readVault,
  recordsOf,
  type VaultFile,
  type VaultReading,
  vaultPath,
  vaultStamp,
  withRecord,
  writeVault,
} from './vault-file.ts';
import {
  damagedRecord,
  lockedByHand,
  noVault,
  passphraseNeeded,
  replacedVault,
  secretLocked,
  secretNotChanged,
  unreadableRecords,
} from './vault-problems.ts';
import { withExclusiveLock } from '../with-exclusive-lock.ts';

/** The vault as this program knows it: the file as it stands, and its key while it is unlocked. */
export type VaultMemory = {
  /** Takes up what other programs wrote. */
  look(): VaultReading;
  /** The file and its key, or why there is none of them. */
  unlocked(): Result<UnlockedVault, Problem>;
  /** Takes a key where it is that of the file as it stands now. */
  admit(key: Buffer): boolean;
  forget(why: Problem): void;
  describe(): VaultDescription;
  /** `null` where the vault holds no such secret; fails where it does, or may, and it cannot be read. */
  get(environment: string, name: string): Result<Secret | null, Problem>;
  names(environment: string): readonly string[];
  environments(): readonly string[];
  put(environment: string, name: string, value: string | null): Result<null, Problem>;
  /** Changes the file as it stands now, while no other program does. */
  change(
    make: (now: VaultReading) => Result<VaultFile, Problem>,
    options?: { readonly dropPrevious: boolean },
  ): Result<null, Problem>;
};

export type UnlockedVault = { readonly file: VaultFile; readonly key: Buffer };

/** Knows nothing until the first look; keeps the key in memory only. */
export function createVaultMemory(folder: string): VaultMemory {
  let stamp = '';
  let reading: VaultReading = { kind: 'none' };
  let key: Buffer | null = null;
  let lockedBy: Problem | null = null;
  let values: ReadonlyMap<string, Secret | null> = new Map();

  const forget = (why: Problem): void => {
    key?.fill(0);
    key = null;
    values = new Map();
    lockedBy = why;
  };
  const settle = (): void => {
    if (key === null || reading.kind !== 'file') return;
    if (fitsVault(key, reading.file)) values = openRecords(reading.file, key);
    else forget(replacedVault);
  };
  const look = (): VaultReading => {
    const now = vaultStamp(folder);
    if (now === stamp) return reading;
    stamp = now;
    reading = readVault(folder);
    settle();
    return reading;
  };
  const whyLocked = (file: VaultFile): Problem =>
    lockedBy ?? (file.guard.kind === 'passphrase' ? passphraseNeeded : lockedByHand);
  const unlocked = (): Result<UnlockedVault, Problem> => {
    const now = look();
    if (now.kind === 'none') return fail(noVault);
    if (now.kind === 'unusable') return fail(now.problem);
    return key === null ? fail(whyLocked(now.file)) : ok({ file: now.file, key });
  };
  const change: VaultMemory['change'] = (make, { dropPrevious } = { dropPrevious: false }) => {
    try {
      return withExclusiveLock(join(folder, 'vault.lock'), () => {
        // Read anew, whatever the time stamp says: nothing may be lost here.
        stamp = '';
        const next = make(look());
        if (!next.ok) return next;
        const written = writeVault(folder, next.value);
        // The copy beside it would still open by the guard or recovery key that was just replaced.
        const done = written.ok && dropPrevious ? writeVault(folder, next.value) : written;
        look();
        return done;
      });
    } catch (error) {
      return fail(storageProblem('The vault cannot be changed', vaultPath(folder), error));
    }
  };
  return {
    look,
    unlocked,
    forget,
    change,
    admit: (given) => {
      const now = look();
      if (now.kind !== 'file' || !fitsVault(given, now.file)) return false;
      key = given;
      lockedBy = null;
      settle();
      return true;
    },
    describe: () => {
      const now = look();
      if (now.kind === 'none') return { state: 'none' };
      if (now.kind === 'unusable') {
        const ways = now.replaceable ? (['create'] as const) : [];
        return { state: 'locked', guard: null, problem: now.problem, ways };
      }
      const guard = now.file.guard.kind;
      if (key !== null) return { state: 'unlocked', guard, problems: damageOf(now.file, values) };
      return { state: 'locked', guard, problem: whyLocked(now.file), ways: ['unlock', 'recover'] };
    },
    get: (environment, name) => {
      const now = look();
      if (now.kind === 'none') return ok(null);
      if (now.kind === 'unusable') {
        // The sandbox brings its own values; nobody is kept from it by a vault that cannot be read.
        return environment === sandboxEnvironmentId ? ok(null) : fail(secretLocked(name, now.problem));
      }
      if (!holds(now.file, environment, name)) return ok(null);
      if (key === null) return fail(secretLocked(name, whyLocked(now.file)));
      const value = values.get(recordId(environment, name)) ?? null;
      return value === null ? fail(damagedRecord(environment, name)) : ok(value);
    },
    names: (environment) => {
      const now = look();
      if (now.kind !== 'file') return [];
      return recordsOf(now.file)
        .filter((record) => record.environment === environment)
        .map(({ name }) => name);
    },
    environments: () => {
      const now = look();
      return now.kind === 'file' ? recordsOf(now.file).map(({ environment }) => environment) : [];
    },
    put: (environment, name, value) => {
      const changed = change(() => {
        const open = unlocked();
        if (!open.ok) return open;
        const sealed =
          value === null
            ? null
            : sealValue({ id: open.value.file.id, key: open.value.key }, environment, name, value);
        return ok(withRecord(open.value.file, { environment, name }, sealed));
      });
      if (changed.ok) return changed;
      return fail(secretNotChanged(name, value === null ? 'removed' : 'kept', changed.error));
    },
  };
}

function holds(file: VaultFile, environment: string, name: string): boolean {
  return recordsOf(file).some((record) => record.environment === environment && record.name === name);
}

/** One problem for every secret that is lost; the others are not. */
function damageOf(file: VaultFile, values: ReadonlyMap<string, Secret | null>): readonly Problem[] {
  const damaged = recordsOf(file)
    .filter(({ environment, name }) => values.get(recordId(environment, name)) === null)
    .map(({ environment, name }) => damagedRecord(environment, name));
  const unreadable = countUnreadable(file);
  return unreadable === 0 ? damaged : [...damaged, unreadableRecords(unreadable)];
}
