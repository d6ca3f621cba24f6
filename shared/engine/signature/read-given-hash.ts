import type { DigestName } from '../../ports/digests.ts';

/** A hash as somebody pasted it, brought into lower-case hexadecimal. */
export type GivenHash = {
  /** `null` where it is no hexadecimal, however it is read. */
  readonly hex: string | null;
  /** The algorithms that yield as many digits; none where no common one does. */
  readonly digest: DigestName | null;
  /** How it was written, in sentences, as far as that is not the right way. */
  readonly remarks: readonly string[];
};

/** Hexadecimal digits of the common algorithms. */
export const digestLengths: Readonly<Record<DigestName, number>> = {
  md5: 32,
  sha1: 40,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

/** The name of an algorithm as people write it. */
export const digestTitles: Readonly<Record<DigestName, string>> = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/** Reads a pasted hash: takes off what came along with it, and says what that was. */
export function readGivenHash(text: string): GivenHash {
  const remarks: string[] = [];
  let rest = text;
  const take = (pattern: RegExp, remark: string): void => {
    const taken = rest.replaceAll(pattern, '');
    if (taken === rest) return;
    rest = taken;
    remarks.push(remark);
  };
  take(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, 'There were blanks or line breaks around it.');
  take(/^["'`]+|["'`,;]+$/g, 'There were quotes or other signs around it.');
  take(/^(?:sha-?\d+|md5|0x)[:=]?\s*(?=[\da-f]{32})/gi, 'The name of the algorithm stood before it.');
  const hexadecimal = rest.replaceAll(/[\s:-]/g, '');
  if (/^[\da-f]+$/i.test(hexadecimal)) {
    take(/[\s:-]/g, 'There were blanks, line breaks or colons inside of it.');
    return { ...named(hexadecimal.toLowerCase()), remarks: [...remarks, ...caseRemarks(hexadecimal)] };
  }
  const decoded = decodeBase64(rest);
  if (decoded === null) return { hex: null, digest: null, remarks };
  const remark = 'It is written in Base64, and hexadecimal digits are wanted.';
  return { ...named(decoded), remarks: [...remarks, remark] };
}

function named(hex: string): Pick<GivenHash, 'hex' | 'digest'> {
  const found = Object.entries(digestLengths).find(([, length]) => length === hex.length);
  return { hex, digest: (found?.[0] ?? null) as DigestName | null };
}

function caseRemarks(hexadecimal: string): readonly string[] {
  if (hexadecimal === hexadecimal.toLowerCase()) return [];
  const words = hexadecimal === hexadecimal.toUpperCase() ? 'in upper case' : 'in mixed case';
  return [`Its letters are ${words}, and lower case is wanted.`];
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Hexadecimal of Base64 or base64url, where it has the length of a hash. */
function decodeBase64(text: string): string | null {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z\d+/]+$/.test(plain)) return null;
  const bits = [...plain].map((sign) => alphabet.indexOf(sign).toString(2).padStart(6, '0')).join('');
  const bytes = bits.slice(0, bits.length - (bits.length % 8)).match(/.{8}/g) ?? [];
  const hex = bytes.map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, '0')).join('');
  const isHash = Object.values(digestLengths).includes(hex.length);
  // Of other lengths, words look like Base64 as well.
  return isHash && plain.length === Math.ceil((hex.length * 2) / 3) ? hex : null;
}
