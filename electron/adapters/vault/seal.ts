import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Something sealed: AES-256-GCM with a random nonce; `data` ends with the tag. Both are base64. */
export type Sealed = { readonly nonce: string; readonly data: string };

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Length of every key, in bytes. */
export const keyLength = 32;

/** Seals bytes for one purpose: they open with the same key and the same purpose only. */
export function seal(key: Uint8Array, purpose: readonly string[], plain: Uint8Array): Sealed {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  cipher.setAAD(additionalData(purpose));
  const data = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), data: data.toString('base64') };
}

/** Opens what `seal` made; `null` where key, purpose or data are not those of the sealing. */
export function unseal(key: Uint8Array, purpose: readonly string[], sealed: Sealed): Buffer | null {
  const data = Buffer.from(sealed.data, 'base64');
  const end = data.length - tagLength;
  try {
    const nonce = Buffer.from(sealed.nonce, 'base64');
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
    decipher.setAAD(additionalData(purpose));
    decipher.setAuthTag(data.subarray(end));
    return Buffer.concat([decipher.update(data.subarray(0, end)), decipher.final()]);
  } catch {
    return null;
  }
}

/** As JSON, so that no two lists of words are the same bytes. */
function additionalData(purpose: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(purpose));
}
