import { Secret } from '../../../shared/model/secret.ts';
import { seal, unseal } from './seal.ts';
import { recordsOf, type VaultFile, type VaultRecord } from './vault-file.ts';

/** One text for an environment and a variable. */
export function recordId(environment: string, name: string): string {
  return JSON.stringify([environment, name]);
}

/** Seals a value for one place of one vault; it opens nowhere else. */
export function sealValue(
  vault: { readonly id: string; readonly key: Buffer },
  environment: string,
  name: string,
  value: string,
): VaultRecord['value'] {
  // As JSON, which keeps every text; UTF-8 alone would lose half a character.
  return seal(vault.key, purposeOf(vault.id, environment, name), Buffer.from(JSON.stringify(value)));
}

/** Every value by its record's id; `null` for one that does not open. */
export function openRecords(file: VaultFile, key: Buffer): ReadonlyMap<string, Secret | null> {
  return new Map(
    recordsOf(file).map(({ environment, name, value }) => {
      const plain = unseal(key, purposeOf(file.id, environment, name), value);
      const secret = plain === null ? null : new Secret(JSON.parse(plain.toString()) as string);
      return [recordId(environment, name), secret];
    }),
  );
}

function purposeOf(id: string, environment: string, name: string): readonly string[] {
  return ['secret', id, environment, name];
}
