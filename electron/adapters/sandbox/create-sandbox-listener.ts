import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { longestSnapshot } from '../../../shared/contract/sandbox-schemas.ts';
import { sandboxAnswer } from '../../../shared/definition/sandbox-answer.ts';
import type { AnySandbox, SandboxResponse } from '../../../shared/definition/sandbox-definition.ts';
import type { HeaderList } from '../../../shared/model/headers.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SandboxControl } from '../../../shared/ports/sandbox-host.ts';
import { answerControlRequest, controlPath } from './answer-control-request.ts';
import { closeAfterAnswer } from './close-after-answer.ts';
import { deliverSandboxAnswer } from './deliver-sandbox-answer.ts';
import { isOwnHost } from './is-own-host.ts';
import { createSandboxBodyReader } from './read-sandbox-body.ts';
import { refuseOnSocket } from './refuse-on-socket.ts';
import type { SandboxLedger } from './sqlite-sandbox-ledger.ts';

/** Bytes; a request body longer than this gets 413. */
const largestBody = 2 * 1024 * 1024;
/** Snapshots are long; in bytes. */
const largestSnapshot = 2 * longestSnapshot;
/** Further connections are closed at once, so that the program keeps files and memory for its other work. */
const mostConnections = 5_000;

/** Milliseconds that a client may take. */
export type SandboxPatience = {
  /** Until all headers have come, from the start of the connection. */
  readonly headers: number;
  /** Until the body has come as well. */
  readonly request: number;
};

export type SandboxListenerOptions = {
  readonly ledger: Pick<SandboxLedger, 'handle' | 'note'>;
  readonly control: SandboxControl;
  readonly sandboxes: ReadonlyMap<string, AnySandbox>;
  /** The documented answers of an API that can be asked for, in the order of its catalog. */
  readonly scenarios: (api: string) => Result<readonly Scenario[], Problem>;
  readonly patience?: SandboxPatience;
};

/** The HTTP server of a sandbox, not listening yet. Whatever comes in, it never throws; `tell` hears of every request. */
export function createSandboxListener(options: SandboxListenerOptions, tell: () => void): Server {
  const { patience = { headers: 30_000, request: 60_000 } } = options;
  const readBody = createSandboxBodyReader();
  const refused = new WeakSet<Duplex>();
  const answering = new WeakMap<Duplex, ServerResponse>();
  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: Math.min(1_000, patience.headers / 2),
    // A request without one is refused like one with a wrong one.
    requireHostHeader: false,
  });
  server.maxConnections = mostConnections;

  const note = (method: string, path: string, response: SandboxResponse): void => {
    try {
      options.ledger.note({ api: null, method, path, answer: { response, fault: null, checks: [] } });
    } catch {
      // The client is to hear why it was refused, even where nobody can write it down.
    }
    tell();
  };
  const refuse = (
    request: IncomingMessage,
    response: ServerResponse,
    answer: SandboxResponse,
  ): Promise<void> => {
    note(request.method ?? '', pathOf(request), answer);
    return request.complete
      ? deliverSandboxAnswer(response, { response: answer, fault: null })
      : closeAfterAnswer(response, answer);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    answering.set(request.socket, response);
    if (!isOwnHost(request, null)) return refuse(request, response, foreignHost);
    const isControl = isControlPath(pathOf(request));
    const longest = isControl && request.method === 'PUT' ? largestSnapshot : largestBody;
    const body = await readBody(request, longest);
    if (body === 'left') return;
    if (body === 'too long')
      return refuse(request, response, sandboxAnswer(413, `the body is longer than ${longest} bytes`));
    if (body === 'too many')
      return refuse(request, response, sandboxAnswer(503, 'too many long bodies at once'));
    if (isControl) {
      const { port } = server.address() as AddressInfo;
      return answerControlRequest(request, response, body.text, { ...options, port });
    }
    const route = findRoute(request, options.sandboxes);
    if (route === null) return refuse(request, response, nothingHere(options.sandboxes));
    const answer = options.ledger.handle(route.api, {
      method: request.method ?? 'GET',
      path: route.path,
      query: route.query,
      headers: headerList(request.rawHeaders),
      body: body.text,
    });
    tell();
    return deliverSandboxAnswer(response, answer);
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    request.on('error', () => undefined);
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent) request.socket.destroy();
      else
        refuse(request, response, sandboxAnswer(500, `the ledger failed: ${(error as Error).message}`)).catch(
          () => request.socket.destroy(),
        );
    });
  };

  server.on('request', handle);
  // As many answers as a client asks for in one go may wait for its leaving.
  server.on('connection', (socket: Socket) => socket.setMaxListeners(0));
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) <= largestBody) response.writeContinue();
    handle(request, response);
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const answer = sandboxAnswer(417, 'of what a client may expect, it knows only 100-continue');
    refuse(request, response, answer).catch(() => request.socket.destroy());
  });
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    const answer = sandboxAnswer(405, 'it is no proxy');
    note('CONNECT', '', answer);
    refuseOnSocket(socket, answer);
    request.on('error', () => undefined);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (refused.has(socket)) return;
    refused.add(socket);
    const open = answering.get(socket);
    const isAnswered = open?.headersSent === true && !open.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswered) {
      socket.destroy();
      return;
    }
    const answer = answerToBytes(error);
    note('', '', answer);
    refuseOnSocket(socket, answer);
  });
  return server;
}

/** Why bytes could not be read as a request. */
function answerToBytes({ code }: NodeJS.ErrnoException): SandboxResponse {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return sandboxAnswer(431, 'the headers are longer than 16 KB');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return sandboxAnswer(413, 'the chunk extensions are longer than 16 KB');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return sandboxAnswer(408, 'the request did not come whole in time');
    default:
      return sandboxAnswer(400, `this is no HTTP request${code === undefined ? '' : ` (${code})`}`);
  }
}

const foreignHost = sandboxAnswer(421, 'it answers to 127.0.0.1, localhost and [::1], not to another Host');

function nothingHere(sandboxes: ReadonlyMap<string, AnySandbox>): SandboxResponse {
  const bases = [...sandboxes].map(([id, { basePath }]) => `/${id}${basePath}`);
  return sandboxAnswer(
    404,
    `nothing here; base URLs are ${bases.join(', ')}; ${controlPath}/ sets the sandbox`,
  );
}

/** Without the query, which may hold secrets. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '';
}

function isControlPath(path: string): boolean {
  return path === controlPath || path.startsWith(`${controlPath}/`);
}

type Route = { readonly api: string; readonly path: string; readonly query: string };

function findRoute(request: IncomingMessage, sandboxes: ReadonlyMap<string, AnySandbox>): Route | null {
  const path = pathOf(request);
  const [, api = '', ...rest] = path.split('/');
  const sandbox = sandboxes.get(api);
  const inner = `/${rest.join('/')}`;
  if (sandbox === undefined || !inner.startsWith(`${sandbox.basePath}/`)) return null;
  const query = (request.url ?? '').slice(path.length + 1);
  return { api, path: inner.slice(sandbox.basePath.length), query };
}

function headerList(raw: readonly string[]): HeaderList {
  return raw.flatMap((text, index) => (index % 2 === 0 ? [[text, raw[index + 1] ?? ''] as const] : []));
}
