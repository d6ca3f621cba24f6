import type { Crypto } from '../../shared/ports/crypto.ts';
import type { PostmanLibraries } from './postman.ts';

declare const CryptoJS: PostmanLibraries['CryptoJS'];

/** Crypto by the library that Postman brings. It has no Blowfish, so nothing is ever sealed there. */
export const postmanCrypto: Crypto = {
  sha256: (data) => CryptoJS.SHA256(asText(data)).toString(),
  sha512: (text) => CryptoJS.SHA512(text).toString(),
  randomBytes: (count) =>
    Uint8Array.from(
      CryptoJS.lib.WordArray.random(count).toString().match(/../g) ?? [],
      (pair) => Number.parseInt(pair, 16),
    ),
  hasCipher: () => false,
  encrypt: notHere,
  decrypt: notHere,
  createRsaKeyPair: notHere,
  rsaEncrypt: notHere,
  rsaDecrypt: notHere,
  toBase64: (bytes) => btoa(String.fromCharCode(...bytes)),
  fromBase64: (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
};

function asText(data: string | Uint8Array): string {
  return typeof data === 'string' ? data : new TextDecoder().decode(data);
}

function notHere(): never {
  throw new Error('Scripts of Postman have no such cipher.');
}
