import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { onTestFinished } from 'vitest';

import type { Certificate } from './self-signed-certificate.ts';

/** A request as its bytes came, one character a byte, and the socket to answer on. */
export type RawRequest = {
  readonly text: string;
  readonly socket: Socket;
  /** Counts from 1, over all connections. */
  readonly number: number;
};

export type RawServer = {
  readonly port: number;
  readonly origin: string;
  /** Every complete request so far. */
  readonly requests: readonly string[];
  readonly connectionCount: () => number;
  /** Connections that are open now. */
  readonly openConnections: () => number;
};

export type RawServerOptions = {
  readonly certificate?: Certificate;
  /** Called for every new connection, before a byte came. */
  readonly onConnection?: (socket: Socket) => void;
};

/** A server that knows nothing but bytes: it keeps each request as it came and lets the test write the answer. */
export async function startRawServer(
  answer: (request: RawRequest) => void,
  { certificate, onConnection }: RawServerOptions = {},
): Promise<RawServer> {
  const requests: string[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const serve = (socket: Socket): void => {
    connections += 1;
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
    onConnection?.(socket);
    readRequests(socket, (text) => {
      requests.push(text);
      answer({ text, socket, number: requests.length });
    });
  };
  const server = certificate === undefined ? createServer(serve) : createTlsServer(certificate, serve);
  const port = await listenOnAnyPort(server);
  onTestFinished(() => closeServer(server, open));
  return {
    port,
    origin: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    requests,
    connectionCount: () => connections,
    openConnections: () => open.size,
  };
}

/** The bytes of an HTTP/1.1 answer; `Content-Length` is added where no header says how the body ends. */
export function httpAnswer(
  body: string | Uint8Array,
  head: { readonly status?: string; readonly headers?: readonly string[] } = {},
): Buffer {
  const { status = '200 OK', headers = [] } = head;
  const bytes = Buffer.from(body);
  const framed = headers.some((line) => /^(?:content-length|transfer-encoding):/i.test(line));
  const lines = framed ? headers : [...headers, `Content-Length: ${bytes.length}`];
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]);
}

/** A port on which nothing listens. */
export async function unusedPort(): Promise<number> {
  const server = createServer();
  const port = await listenOnAnyPort(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listenOnAnyPort(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function closeServer(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const socket of open) socket.destroy();
  await closed;
}

function readRequests(socket: Socket, take: (text: string) => void): void {
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    for (let length = requestLength(text); length !== null; length = requestLength(text)) {
      const request = text.slice(0, length);
      text = text.slice(length);
      take(request);
    }
  });
}

/** The length of the first request in a text, or `null` where it is not complete. */
function requestLength(text: string): number | null {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const body = Number(/^content-length: *(\d+)/im.exec(text.slice(0, end))?.[1] ?? 0);
  return text.length < end + 4 + body ? null : end + 4 + body;
}
