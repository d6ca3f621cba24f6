import { createHmac, hash } from 'node:crypto';

import type { Digests } from '../../shared/ports/digests.ts';

/** Node's hash functions; OpenSSL and BoringSSL both have every one of them. */
export const nodeDigests: Digests = {
  digest: (name, text) => hash(name, text, 'hex'),
  hmac: (name, key, text) => createHmac(name, key).update(text).digest('hex'),
};
