import {
  constants,
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  generateKeyPairSync,
  hash,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';

import type { CipherName, Crypto, RsaKeyPair } from '../../shared/ports/crypto.ts';

/** Node's crypto. In Electron it sits on BoringSSL, outside on OpenSSL 3: they have different old ciphers. */
export const nodeCrypto: Crypto = {
  sha256: (data) => hash('sha256', data, 'hex'),
  sha512: (text) => hash('sha512', text, 'hex'),
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  hasCipher,
  encrypt: (cipher, key, plain) => {
    const sealer = createCipheriv(cipher, key, null);
    return new Uint8Array(Buffer.concat([sealer.update(plain), sealer.final()]));
  },
  decrypt: (cipher, key, sealed) => {
    const opener = createDecipheriv(cipher, key, null);
    return new Uint8Array(Buffer.concat([opener.update(sealed), opener.final()]));
  },
  createRsaKeyPair,
  rsaEncrypt: (modulus, exponent, plain) => {
    const key = createPublicKey({
      key: { kty: 'RSA', n: toBase64Url(modulus), e: toBase64Url(exponent) },
      format: 'jwk',
    });
    return new Uint8Array(publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, plain));
  },
  rsaDecrypt: (privateKey, sealed) =>
    new Uint8Array(privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, sealed)),
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  fromBase64: (text) => new Uint8Array(Buffer.from(text, 'base64')),
};

/** OpenSSL 3 lists Blowfish and then refuses it, so the only honest test is to use it. */
function hasCipher(name: CipherName): boolean {
  try {
    createCipheriv(name, Buffer.alloc(16, 1), null);
    return true;
  } catch {
    return false;
  }
}

function createRsaKeyPair(bits: number): RsaKeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const jwk = publicKey.export({ format: 'jwk' });
  const hex = (part: string | undefined): string => Buffer.from(part ?? '', 'base64url').toString('hex');
  return {
    modulus: hex(jwk.n),
    exponent: hex(jwk.e),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function toBase64Url(hexadecimal: string): string {
  const even = hexadecimal.length % 2 === 0 ? hexadecimal : `0${hexadecimal}`;
  return Buffer.from(even, 'hex').toString('base64url');
}
