import { createHash, hkdfSync, randomBytes } from 'node:crypto';

import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { keyLength } from './seal.ts';

/** Crockford's digits: none that looks like another. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBytes = 20;
const keyDigits = (keyBytes * 8) / 5;
const checkDigits = 4;
const group = 4;

/** 160 random bits and a check, in groups for printing: `7H3K-…`, 36 digits in nine groups. */
export function createRecoveryKey(): string {
  const key = encode(randomBytes(keyBytes));
  return (key + checkOf(key)).replaceAll(/.{4}(?=.)/g, '$&-');
}

/** Why a text is no recovery key. */
export type RecoveryKeyFault = 'length' | 'digit' | 'check';

/**
 * The key that a recovery key stands for, bound to its vault. Case, spaces and dashes do not count, O is read as 0, I and
 * L as 1. Fails where the text was not copied right.
 */
export function readRecoveryKey(text: string, vaultId: string): Result<Buffer, RecoveryKeyFault> {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (plain.length !== keyDigits + checkDigits) return fail('length');
  if ([...plain].some((digit) => !digits.includes(digit))) return fail('digit');
  const key = plain.slice(0, keyDigits);
  if (checkOf(key) !== plain.slice(keyDigits)) return fail('check');
  // The key is random enough by itself; no slow function is needed.
  return ok(Buffer.from(hkdfSync('sha256', key, vaultId, 'refund-workbench recovery key', keyLength)));
}

/** How long a recovery key is when it is printed. */
export const printedLength = keyDigits + checkDigits + (keyDigits + checkDigits) / group - 1;

function checkOf(key: string): string {
  return encode(createHash('sha256').update(key).digest().subarray(0, keyBytes)).slice(0, checkDigits);
}

/** Five bits a digit; the number of bytes is a multiple of five. */
function encode(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replaceAll(/.{5}/g, (five) => digits.charAt(Number.parseInt(five, 2)));
}
