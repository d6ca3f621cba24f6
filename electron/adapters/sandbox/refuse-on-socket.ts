import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import type { SandboxResponse } from '../../../shared/definition/sandbox-definition.ts';

/** Milliseconds in which a client may read the answer before the connection goes. */
const patience = 250;

/** Answers on a connection that no longer speaks HTTP, and ends it. */
export function refuseOnSocket(socket: Duplex, { status, contentType, body }: SandboxResponse): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.on('error', () => socket.destroy());
  socket.resume();
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  // Closing while bytes of the client still come would take the answer away from it.
  const end = setTimeout(() => socket.destroy(), patience);
  socket.once('close', () => clearTimeout(end));
}
