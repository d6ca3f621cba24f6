import type { Crypto } from '../../shared/ports/crypto.ts';
import { postmanModule } from './postman-module.ts';

const cryptoJs = postmanModule('crypto-js');
const { Buffer } = postmanModule('buffer');

/** Crypto by the library that Postman brings. It has no Blowfish, so nothing is ever sealed there. */
export const postmanCrypto: Crypto = {
  sha256: (data) => cryptoJs.SHA256(asText(data)).toString(),
  sha512: (text) => cryptoJs.SHA512(text).toString(),
  randomBytes: (count) =>
    Uint8Array.from(cryptoJs.lib.WordArray.random(count).toString().match(/../g) ?? [], (pair) =>
      Number.parseInt(pair, 16),
    ),
  hasCipher: () => false,
  encrypt: notHere,
  decrypt: notHere,
  createRsaKeyPair: notHere,
  rsaEncrypt: notHere,
  rsaDecrypt: notHere,
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  fromBase64: (text) => Uint8Array.from(Buffer.from(text, 'base64')),
};

function asText(data: string | Uint8Array): string {
  return typeof data === 'string' ? data : new TextDecoder().decode(data);
}

function notHere(): never {
  throw new Error('Scripts of Postman have no such cipher.');
}
