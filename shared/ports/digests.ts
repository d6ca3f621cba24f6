/** Hash functions by the names people know them by. */
export type DigestName = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** What finding out how a hash was made needs of the world. Text is hashed as UTF-8, results are lower-case hexadecimal. */
export type Digests = {
  digest(name: DigestName, text: string): string;
  hmac(name: DigestName, key: string, text: string): string;
};
