import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';

it('hashes text as UTF-8 with SHA-512, as lower-case hexadecimal', () => {
  // FIPS 180-4, example "abc".
  expect(nodeCrypto.sha512('abc')).toBe(
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  );
  expect(nodeCrypto.sha512('Grüße|返金')).toBe(createHash('sha512').update('Grüße|返金').digest('hex'));
});

it('gives as many random bytes as asked for, others each time', () => {
  expect(nodeCrypto.randomBytes(16)).toHaveLength(16);
  expect(nodeCrypto.randomBytes(16)).not.toEqual(nodeCrypto.randomBytes(16));
});

it('writes and reads base64 without loss', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
    expect(nodeCrypto.fromBase64(nodeCrypto.toBase64(bytes))).toEqual(bytes);
  });
  fc.assert(property, { seed: 4417 });
});

it('opens with the private key what was sealed for the public one', () => {
  const pair = nodeCrypto.createRsaKeyPair(1024);
  const plain = new Uint8Array([0, 1, 2, 255]);
  expect(pair.modulus).toMatch(/^[\da-f]{256}$/);
  expect(pair.exponent).toBe('010001');
  const sealed = nodeCrypto.rsaEncrypt(pair.modulus, pair.exponent, plain);
  expect(nodeCrypto.rsaDecrypt(pair.privateKey, sealed)).toEqual(plain);
});

it('takes a hexadecimal exponent of odd length, as 10001', () => {
  const pair = nodeCrypto.createRsaKeyPair(1024);
  const sealed = nodeCrypto.rsaEncrypt(pair.modulus, '10001', new Uint8Array([7]));
  expect(nodeCrypto.rsaDecrypt(pair.privateKey, sealed)).toEqual(new Uint8Array([7]));
});

it('says that it has a cipher only where it can be used', () => {
  const seal = (): Uint8Array =>
    nodeCrypto.encrypt('bf-ecb', new Uint8Array(16).fill(1), new Uint8Array([1, 2, 3]));
  if (nodeCrypto.hasCipher('bf-ecb')) {
    expect(nodeCrypto.decrypt('bf-ecb', new Uint8Array(16).fill(1), seal())).toEqual(
      new Uint8Array([1, 2, 3]),
    );
  } else {
    expect(seal).toThrow();
  }
});
