import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

import type { SandboxResponse } from '../../../shared/definition/sandbox-definition.ts';
import { sandboxHead } from './sandbox-head.ts';

/** Milliseconds, and bytes, in which a client that still sends may notice that it was answered. */
const patience = 500;
const mostBytes = 4 * 1024 * 1024;

/**
 * Answers before the request has come whole, and ends the connection. What still comes is thrown away for a moment:
 * closing at once would take the answer away from a client that writes before it reads.
 */
export async function closeAfterAnswer(to: ServerResponse, response: SandboxResponse): Promise<void> {
  const { req } = to;
  const { status, body } = response;
  to.on('error', () => req.socket.destroy());
  const length = String(Buffer.byteLength(body));
  to.writeHead(status, [...sandboxHead(response, null), 'Content-Length', length, 'Connection', 'close']);
  to.write(body);
  const enough = new AbortController();
  const timer = setTimeout(() => enough.abort(), patience);
  let bytes = 0;
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) enough.abort();
  });
  req.on('error', () => enough.abort());
  req.socket.once('close', () => enough.abort());
  req.resume();
  await once(req, 'end', { signal: enough.signal }).catch(() => undefined);
  clearTimeout(timer);
  to.end();
  req.socket.destroySoon();
}
