import { assert, constantFrom, integer, property } from 'fast-check';
import { expect, it } from 'vitest';

import {
  createRecoveryKey,
  printedLength,
  readRecoveryKey,
} from '../../../../electron/adapters/vault/recovery-key.ts';

const id = '00000000-0000-4000-8000-000000000000';

it('is printed in nine groups of four that nobody misreads', () => {
  const key = createRecoveryKey();
  expect(key).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(key).toHaveLength(printedLength);
  expect(createRecoveryKey()).not.toBe(key);
});

it('is read however it is typed: small letters, spaces, no dashes, O for 0 and l for 1', () => {
  const key = createRecoveryKey();
  const typed = ` ${key.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  expect(readRecoveryKey(typed, id)).toEqual(readRecoveryKey(key, id));
});

it('stands for another key in another vault', () => {
  const key = createRecoveryKey();
  expect(readRecoveryKey(key, id)).not.toEqual(readRecoveryKey(key, `${id}1`));
});

it('always tells one mistyped character', () => {
  assert(
    property(
      integer({ min: 0, max: printedLength - 1 }),
      constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      (place, digit) => {
        const key = createRecoveryKey();
        if (key[place] === '-' || key[place] === digit) return;
        const typed = key.slice(0, place) + digit + key.slice(place + 1);
        expect(readRecoveryKey(typed, id)).toEqual({ ok: false, error: 'check' });
      },
    ),
    { numRuns: 300 },
  );
});

it('says what is wrong with other texts', () => {
  const key = createRecoveryKey();
  expect(readRecoveryKey('', id)).toEqual({ ok: false, error: 'length' });
  expect(readRecoveryKey(key.slice(5), id)).toEqual({ ok: false, error: 'length' });
  expect(readRecoveryKey(`U${key.slice(1)}`, id)).toEqual({ ok: false, error: 'digit' });
});
