import { assert, constantFrom, property, string } from 'fast-check';
import { expect, it } from 'vitest';

import { nodeDigests } from '../../../../electron/adapters/node-digests.ts';
import { digestLengths, readGivenHash } from '../../../../shared/engine/signature/read-given-hash.ts';
import type { DigestName } from '../../../../shared/ports/digests.ts';

const names = Object.keys(digestLengths) as DigestName[];

it('a hash of any common algorithm is read from hexadecimal in any case and from Base64, whatever is around it', () => {
  assert(
    property(
      string(),
      constantFrom(...names),
      constantFrom('', ' ', '\n', '\t\r\n', '\u200b'),
      constantFrom('', '"', "'"),
      (text, name, blank, quote) => {
        const hex = nodeDigests.digest(name, text);
        const bytes = Buffer.from(hex, 'hex');
        const forms = [hex, hex.toUpperCase(), bytes.toString('base64'), bytes.toString('base64url')];
        for (const form of forms) {
          const read = readGivenHash(`${blank}${quote}${form}${quote}${blank}`);
          expect(read).toMatchObject({ hex, digest: name });
        }
      },
    ),
  );
});

it.each(['', 'Invalid Hash', 'a'.repeat(127), 'zz'.repeat(64), '{"hash": "abc"}'])(
  '%j is no hash of a common algorithm',
  (text) => {
    expect(readGivenHash(text).digest).toBeNull();
  },
);
