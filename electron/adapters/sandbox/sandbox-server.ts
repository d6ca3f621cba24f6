import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { sandboxAnswer } from '../../../shared/definition/sandbox-answer.ts';
import type {
  AnySandbox,
  SandboxRequest,
  SandboxResponse,
} from '../../../shared/definition/sandbox-definition.ts';
import type { HeaderList } from '../../../shared/model/headers.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { SandboxHost } from '../../../shared/ports/sandbox-host.ts';
import type { SandboxLedger } from './sqlite-sandbox-ledger.ts';

/** A request body longer than this gets 413. */
const largestBody = 2 * 1024 * 1024;

export type SandboxServerOptions = {
  readonly ledger: SandboxLedger;
  readonly sandboxes: ReadonlyMap<string, AnySandbox>;
  /** The port to try; 0 for any. */
  readonly port: number;
  /** Whether any other port will do where that one is taken. */
  readonly anyOtherPort: boolean;
};

export type SandboxServer = SandboxHost & { close(): Promise<void> };

/** The sandbox as a real HTTP server on loopback, `/<api id>/…` for each API; any client can use it. */
export function createSandboxServer(options: SandboxServerOptions): SandboxServer {
  let server: Server | null = null;
  let starting: Promise<Result<string, Problem>> | null = null;
  const { ledger } = options;
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  return {
    start: () =>
      (starting ??= listen(options, tell).then((result) => {
        if (!result.ok) {
          starting = null;
          return result;
        }
        server = result.value;
        return ok(originOf(server));
      })),
    origin: () => (server === null ? null : originOf(server)),
    control: {
      ...ledger,
      change: (change) => {
        const changed = ledger.change(change);
        if (changed.ok) tell();
        return changed;
      },
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    close: async () => {
      const running = server;
      server = null;
      starting = null;
      running?.closeAllConnections();
      if (running !== null) await new Promise((resolve) => running.close(resolve));
      options.ledger.close();
    },
  };
}

async function listen(options: SandboxServerOptions, tell: () => void): Promise<Result<Server, Problem>> {
  const first = await tryPort(options, options.port, tell);
  if (first.ok || !options.anyOtherPort || first.error.code !== 'EADDRINUSE')
    return toResult(first, options.port);
  return toResult(await tryPort(options, 0, tell), 0);
}

function tryPort(
  options: SandboxServerOptions,
  port: number,
  tell: () => void,
): Promise<Result<Server, NodeJS.ErrnoException>> {
  const server = createServer((request, response) => {
    void answer(request, response, options).finally(tell);
  });
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(fail(error)));
    server.listen(port, '127.0.0.1', () => resolve(ok(server)));
  });
}

function toResult(result: Result<Server, NodeJS.ErrnoException>, port: number): Result<Server, Problem> {
  if (result.ok) return result;
  const inUse = result.error.code === 'EADDRINUSE';
  return fail({
    code: 'sandbox',
    message: inUse
      ? `Port ${port} is in use.`
      : `The sandbox cannot listen on port ${port}: ${result.error.message}.`,
    remedy: 'Choose another port with --port, or leave --port out to take any free one.',
  });
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: SandboxServerOptions,
): Promise<void> {
  try {
    const body = await readText(request);
    if (body === null)
      return write(response, sandboxAnswer(413, `the body is longer than ${largestBody} bytes`));
    write(response, route(request, body, options));
  } catch (error) {
    write(response, sandboxAnswer(500, `the ledger failed: ${(error as Error).message}`));
  }
}

function route(
  request: IncomingMessage,
  body: string,
  { ledger, sandboxes }: SandboxServerOptions,
): SandboxResponse {
  const [path = '', query = ''] = (request.url ?? '/').split('?', 2);
  const [, api = '', ...rest] = path.split('/');
  const sandbox = sandboxes.get(api);
  const inner = `/${rest.join('/')}`;
  if (sandbox === undefined || !inner.startsWith(`${sandbox.basePath}/`)) {
    return sandboxAnswer(
      404,
      `nothing here; base URLs are ${[...sandboxes].map(([id, { basePath }]) => `/${id}${basePath}`).join(', ')}`,
    );
  }
  const incoming: SandboxRequest = {
    method: request.method ?? 'GET',
    path: inner.slice(sandbox.basePath.length),
    query,
    headers: headerList(request.rawHeaders),
    body,
  };
  const { response: answered } = ledger.handle(api, incoming);
  return answered ?? sandboxAnswer(500, 'faults are not delivered yet');
}

function headerList(raw: readonly string[]): HeaderList {
  return raw.flatMap((text, index) => (index % 2 === 0 ? [[text, raw[index + 1] ?? ''] as const] : []));
}

async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size > largestBody ? null : Buffer.concat(chunks).toString('utf8');
}

/** Header values carry ASCII only; the reason is for people and may hold what a client sent. */
function headerSafe(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e]/g, '?').slice(0, 300);
}

function write(response: ServerResponse, given: SandboxResponse): void {
  const headers: [string, string][] = [
    ['Content-Type', given.contentType],
    ['Content-Length', String(Buffer.byteLength(given.body))],
    ['X-Sandbox-Reason', headerSafe(given.reason)],
    ['X-Sandbox-Confidence', given.source.confidence],
    ...given.headers.map(([name, value]): [string, string] => [name, value]),
  ];
  response.writeHead(given.status, headers.flat());
  response.end(given.body);
}
