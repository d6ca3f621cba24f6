import { randomBytes, scrypt } from 'node:crypto';

import { keyLength } from './seal.ts';

/** How slow a guess at a passphrase is. */
export type ScryptCost = { readonly n: number; readonly r: number; readonly p: number };

/** 128 MB and about half a second a guess. */
export const usualScryptCost: ScryptCost = { n: 2 ** 17, r: 8, p: 1 };

/** Bounds for what a file may ask for: enough for any cost of ours, too little to hang the program. */
export const highestScryptCost: ScryptCost = { n: 2 ** 20, r: 8, p: 4 };

/** Derives a key from a passphrase. The text is put into one form first: keyboards write é in two ways. */
export function derivePassphraseKey(
  passphrase: string,
  salt: string,
  { n, r, p }: ScryptCost,
): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: 256 * r * (n + p + 1) };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), keyLength, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

export function createSalt(): string {
  return randomBytes(16).toString('base64');
}
