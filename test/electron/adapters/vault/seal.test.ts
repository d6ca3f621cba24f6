import { randomBytes } from 'node:crypto';
import { assert, property, string, uint8Array } from 'fast-check';
import { expect, it } from 'vitest';

import { seal, unseal } from '../../../../electron/adapters/vault/seal.ts';

const key = randomBytes(32);

it('gives back exactly the bytes it sealed, for that purpose only', () => {
  assert(
    property(uint8Array(), string(), string(), (plain, purpose, other) => {
      const sealed = seal(key, ['secret', purpose], plain);
      expect(unseal(key, ['secret', purpose], sealed)?.equals(plain)).toBe(true);
      if (other !== purpose) expect(unseal(key, ['secret', other], sealed)).toBeNull();
      expect(unseal(key, ['secret', purpose, ''], sealed)).toBeNull();
      expect(unseal(randomBytes(32), ['secret', purpose], sealed)).toBeNull();
    }),
  );
});

it('never seals twice with the same nonce', () => {
  const nonces = Array.from({ length: 200 }, () => seal(key, ['x'], Buffer.from('same')).nonce);
  expect(new Set(nonces).size).toBe(200);
});

it.each([
  ['nothing', { nonce: '', data: '' }],
  ['less than a tag', { nonce: 'AAAAAAAAAAAAAAAA', data: 'AAAA' }],
  ['only a tag', { nonce: 'AAAAAAAAAAAAAAAA', data: 'AAAAAAAAAAAAAAAAAAAAAA==' }],
])('does not open %s', (_what, sealed) => {
  expect(unseal(key, ['x'], sealed)).toBeNull();
});

it('opens nothing of which one bit was changed', () => {
  const sealed = seal(key, ['x'], Buffer.from('invented'));
  const data = Buffer.from(sealed.data, 'base64');
  for (let bit = 0; bit < data.length * 8; bit += 1) {
    const changed = Buffer.from(data);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(unseal(key, ['x'], { ...sealed, data: changed.toString('base64') })).toBeNull();
  }
});
