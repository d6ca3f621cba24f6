/** Ciphers that not every runtime has; which ones it has is asked, never assumed. */
export type CipherName = 'bf-ecb';

/** An RSA key pair. Modulus and exponent are hexadecimal, the private key is PKCS#8 PEM. */
export type RsaKeyPair = { readonly modulus: string; readonly exponent: string; readonly privateKey: string };

/** What signing, sealing and evidence need of the world. Bytes are `Uint8Array`, text is hashed as UTF-8. */
export type Crypto = {
  /** Lower-case hexadecimal, 64 characters. */
  sha256(data: string | Uint8Array): string;
  /** Lower-case hexadecimal, 128 characters. */
  sha512(text: string): string;
  randomBytes(count: number): Uint8Array;
  hasCipher(name: CipherName): boolean;
  /** With PKCS#5 padding. Throws where `hasCipher` is false. */
  encrypt(cipher: CipherName, key: Uint8Array, plain: Uint8Array): Uint8Array;
  /** Throws where `hasCipher` is false or the padding is wrong. */
  decrypt(cipher: CipherName, key: Uint8Array, sealed: Uint8Array): Uint8Array;
  createRsaKeyPair(bits: number): RsaKeyPair;
  /** RSA with PKCS#1 v1.5 padding, for the public key of the given hexadecimal modulus and exponent. */
  rsaEncrypt(modulus: string, exponent: string, plain: Uint8Array): Uint8Array;
  rsaDecrypt(privateKey: string, sealed: Uint8Array): Uint8Array;
  toBase64(bytes: Uint8Array): string;
  fromBase64(text: string): Uint8Array;
};
