/** An RSA public key, both parts hexadecimal. */
type PublicKey = { readonly modulus: string; readonly exponent: string };

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Longer than any key in use: a modulus of 4096 bits has 793 digits. */
const pattern = /^([\da-z]{1,800}),([\da-z]{1,800})$/;

/** Writes a key as EduBrite's headers carry it: modulus and exponent in base 36, joined by a comma. */
export function formatPublicKey({ modulus, exponent }: PublicKey): string {
  return `${toBase36(modulus)},${toBase36(exponent)}`;
}

/** Reads such a header; `null` where it is not a key. */
export function parsePublicKey(text: string): PublicKey | null {
  const match = pattern.exec(text.trim().toLowerCase());
  return match === null ? null : { modulus: toHex(match[1] ?? ''), exponent: toHex(match[2] ?? '') };
}

function toBase36(hex: string): string {
  return BigInt(`0x${hex}`).toString(36);
}

function toHex(base36: string): string {
  return [...base36].reduce((sum, digit) => sum * 36n + BigInt(digits.indexOf(digit)), 0n).toString(16);
}
