import { fail, ok, type Result } from '../../model/result.ts';
import type { Crypto } from '../../ports/crypto.ts';

/** The cipher of EduBrite's payload encryption, with PKCS#5 padding. */
export const cipher = 'bf-ecb';

/** Writes bytes as EduBrite's headers and bodies carry them: Base64 with `-`, `_` and `*` for `+`, `/` and `=`. */
export function writeBase64(bytes: Uint8Array, crypto: Crypto): string {
  return crypto.toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '*');
}

/** Reads that variant and standard Base64 alike. */
export function readBase64(text: string, crypto: Crypto): Uint8Array {
  return crypto.fromBase64(text.replaceAll('-', '+').replaceAll('_', '/').replaceAll('*', '='));
}

/** Encrypts a text; throws where the runtime lacks the cipher. */
export function sealText(text: string, key: Uint8Array, crypto: Crypto): string {
  return writeBase64(crypto.encrypt(cipher, key, new TextEncoder().encode(text)), crypto);
}

/** Decrypts a text; the failure is a sentence. */
export function openText(sealed: string, key: Uint8Array, crypto: Crypto): Result<string, string> {
  try {
    const bytes = crypto.decrypt(cipher, key, readBase64(sealed, crypto));
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('it does not fit the key of this session.');
  }
}
