import type { IncomingMessage } from 'node:http';

import { largestCall } from '../../shared/contract/largest-call.ts';

/** What is too long is read to here, in bytes: whoever is still sending would not see the answer. */
const largestRead = 4 * largestCall;

/**
 * The body of a request, or `null` where it is longer than a call may be. One that says it is far too long is not read
 * at all, and one that never ends not to its end; the connection cannot be used again then.
 */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > largestRead) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  // Left early, the loop would destroy the connection before the refusal is sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestRead) return null;
    if (size <= largestCall) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > largestCall ? null : Buffer.concat(chunks).toString('utf8');
}
