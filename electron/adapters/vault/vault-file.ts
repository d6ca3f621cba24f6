import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { writeFileAtomic } from '../atomic-file.ts';
import { setAside } from '../set-aside.ts';
import { storageProblem } from '../storage-problem.ts';
import { highestScryptCost } from './passphrase-key.ts';
import { damagedVault, newerVault, setAsideVault } from './vault-problems.ts';

/** The format of the file; one with another version was written by a newer workbench. */
const version = '1';

const base64 = v.pipe(v.string(), v.base64());
const sealed = v.object({ nonce: base64, data: base64 });
const cost = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

const schema = v.object({
  version: v.literal(version),
  /** Names the vault: its keyring entry, and what its keys are good for. */
  id: v.pipe(v.string(), v.uuid()),
  /** Opens with the right key only. */
  check: sealed,
  guard: v.variant('kind', [
    v.object({ kind: v.literal('keyring') }),
    v.object({
      kind: v.literal('passphrase'),
      salt: base64,
      cost: v.object({
        n: v.pipe(cost(highestScryptCost.n), v.check(isPowerOfTwo)),
        r: cost(highestScryptCost.r),
        p: cost(highestScryptCost.p),
      }),
      key: sealed,
    }),
  ]),
  /** The key, wrapped by the recovery key. */
  recovery: sealed,
  /** Read one by one, so that a damaged one loses no other. */
  records: v.array(v.unknown()),
});

const recordSchema = v.object({ environment: v.string(), name: v.string(), value: sealed });

/** What stands in `vault.json`. Keys are wrapped, values are sealed; environments and names are plain. */
export type VaultFile = v.InferOutput<typeof schema>;

export type VaultRecord = v.InferOutput<typeof recordSchema>;

/** What a look at the file found. */
export type VaultReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly file: VaultFile }
  /** It is there, or was, and cannot be used; a new vault may take the place of one that was set aside. */
  | { readonly kind: 'unusable'; readonly problem: Problem; readonly replaceable: boolean };

export function vaultPath(folder: string): string {
  return join(folder, 'vault.json');
}

/** Changes with every write of any program: each makes a new file. */
export function vaultStamp(folder: string): string {
  const stats = statSync(vaultPath(folder), { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? 'none' : `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}

/** Reads the vault. A damaged file is set aside and stays in the way of session secrets until somebody decides. */
export function readVault(folder: string): VaultReading {
  const path = vaultPath(folder);
  const text = readText(path);
  if (!text.ok) return unusable(text.error);
  if (text.value === null) {
    const aside = `${path}.damaged-1`;
    return existsSync(aside) ? unusable(setAsideVault(aside), true) : { kind: 'none' };
  }
  const raw = parseJson(text.value);
  const found = (raw as { version?: unknown } | null)?.version;
  if (typeof found === 'string' && /^\d+$/.test(found) && found !== version)
    return unusable(newerVault(path));
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return { kind: 'file', file: parsed.output };
  try {
    return unusable(damagedVault(path, setAside(path)), true);
  } catch {
    return unusable(damagedVault(path, null));
  }
}

/** Writes the vault, for this user only. The one before is kept beside it. */
export function writeVault(folder: string, file: VaultFile): Result<null, Problem> {
  const path = vaultPath(folder);
  try {
    writeFileAtomic(path, `${JSON.stringify(file, null, 2)}\n`, 0o600);
    return ok(null);
  } catch (error) {
    return fail(storageProblem('The vault cannot be written; it stays as it was', path, error));
  }
}

/** The records that can be read; of the others nothing is known, and they stay in the file. */
export function recordsOf({ records }: VaultFile): readonly VaultRecord[] {
  return records.filter((record) => v.is(recordSchema, record));
}

/** How many records are not even records. */
export function countUnreadable(file: VaultFile): number {
  return file.records.length - recordsOf(file).length;
}

/** The file with one record put in, replaced or, for `null`, taken out. */
export function withRecord(
  file: VaultFile,
  { environment, name }: Omit<VaultRecord, 'value'>,
  value: VaultRecord['value'] | null,
): VaultFile {
  const others = file.records.filter(
    (record) => !v.is(recordSchema, record) || record.environment !== environment || record.name !== name,
  );
  return { ...file, records: value === null ? others : [...others, { environment, name, value }] };
}

/** As scrypt wants it. */
function isPowerOfTwo(number: number): boolean {
  return number > 1 && Number.isInteger(Math.log2(number));
}

function readText(path: string): Result<string | null, Problem> {
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing ? ok(null) : fail(storageProblem('The vault cannot be read', path, error));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function unusable(problem: Problem, replaceable = false): VaultReading {
  return { kind: 'unusable', problem: { ...problem, code: 'vault' }, replaceable };
}
