import { createConnection, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A connection that knows nothing but bytes. */
export type RawClient = {
  readonly socket: Socket;
  /** What came so far, one character a byte. */
  readonly seen: () => string;
  /** Resolves once so much has come that `isEnough`. */
  readonly until: (isEnough: (seen: string) => boolean) => Promise<string>;
  /** Resolves with all that came once the other side ended or cut it. */
  readonly closed: Promise<string>;
};

/** Connects to a port of this machine and sends; the connection goes when the test ends. */
export function connectRaw(port: number, text: string | Uint8Array = ''): RawClient {
  const socket = createConnection({ host: '127.0.0.1', port });
  onTestFinished(() => void socket.destroy());
  let seen = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (seen += chunk));
  socket.on('error', () => socket.destroy());
  if (text.length > 0) socket.write(text);
  return {
    socket,
    seen: () => seen,
    until: async (isEnough) => {
      while (!isEnough(seen)) {
        if (socket.closed) throw new Error(`Closed after: ${seen.slice(0, 2000)}`);
        await new Promise<void>((resolve) => {
          socket.once('data', () => resolve());
          socket.once('close', () => resolve());
        });
      }
      return seen;
    },
    closed: new Promise((resolve) => {
      socket.once('end', () => socket.end());
      socket.once('close', () => resolve(seen));
    }),
  };
}

/** The bytes of a request as simple clients write it. */
export function rawRequest(
  port: number,
  first: string,
  { headers = [], body = '' }: { readonly headers?: readonly string[]; readonly body?: string } = {},
): string {
  const length = Buffer.byteLength(body);
  const lines = [first, `Host: 127.0.0.1:${port}`, `Content-Length: ${length}`, ...headers];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
