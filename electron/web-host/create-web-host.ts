import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { callHandler } from '../../shared/contract/call-handler.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CoreDoor } from '../core/create-workbench.ts';
import { contentSecurityPolicy } from '../content-security-policy.ts';
import { listPageFiles, type PageFile } from '../page-files.ts';
import { readBody } from './read-body.ts';
import { bearerKey, refuseCall, refuseForeign, type Refusal } from './request-guard.ts';
import { createSessionKeys, type SessionKeys } from './session-keys.ts';

/** An open event stream is given a sign of life this often, in milliseconds. */
const heartbeat = 5000;
/** How long, in milliseconds, a request may take to arrive; slower ones are cut off. On loopback nobody is slow. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2000 };
/** A page has six at most; more than these are closed at once. */
const mostConnections = 256;

export type WebHost = {
  readonly origin: string;
  /** A fresh address for one page: the ticket stands in the fragment, which is never sent or logged. */
  readonly address: () => string;
  readonly close: () => Promise<void>;
};

/** Serves the page and the core's commands on loopback, to pages that were given an address. */
export async function createWebHost(
  workbench: CoreDoor,
  options: { readonly port: number; readonly pageDirectory: string },
): Promise<Result<WebHost, Problem>> {
  const server = createServer(patience);
  server.maxConnections = mostConnections;
  const listening = await listen(server, options.port);
  if (!listening.ok) return listening;
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = createSessionKeys(() => Date.now());
  const host: Host = { workbench, keys, origin, files: listPageFiles(options.pageDirectory) };
  server.on('request', (request, response) => {
    // A page that goes away in the middle of a call is no reason to end the host.
    handle(request, response, host).catch(() => response.destroy());
  });
  server.on('upgrade', (_request, socket) => socket.destroy());
  return ok({
    origin,
    address: () => `${origin}/#ticket=${keys.issueTicket()}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

type Host = {
  readonly workbench: CoreDoor;
  readonly keys: SessionKeys;
  readonly origin: string;
  readonly files: ReadonlyMap<string, PageFile>;
};

function listen(server: Server, port: number): Promise<Result<null, Problem>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'it is in use' : error.message;
      resolve(
        fail({
          code: 'bad-input',
          message: `The page cannot be served on port ${port}: ${why}.`,
          remedy: 'Choose another port with --port, or leave --port out to take any free one.',
        }),
      );
    });
    server.listen(port, '127.0.0.1', () => resolve(ok(null)));
  });
}

async function handle(request: IncomingMessage, response: ServerResponse, host: Host): Promise<void> {
  setSafetyHeaders(response);
  const foreign = refuseForeign(request, host.origin);
  if (foreign !== null) return refuse(response, foreign);
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const file = request.method === 'GET' ? host.files.get(path) : undefined;
  if (file !== undefined) return sendFile(response, file);
  if (path === '/session') return openSession(request, response, host);
  if (!host.keys.isKey(bearerKey(request))) return refuse(response, { status: 401, reason: 'no session' });
  if (path === '/events' && request.method === 'GET') return streamEvents(request, response, host);
  if (path.startsWith('/call/')) return call(request, response, host, path.slice('/call/'.length));
  refuse(response, { status: 404, reason: 'nothing here' });
}

function setSafetyHeaders(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
}

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${reason}\n`);
}

function sendFile(response: ServerResponse, { path, contentType }: PageFile): void {
  response.writeHead(200, { 'Content-Type': contentType });
  createReadStream(path)
    .once('error', () => response.destroy())
    .pipe(response);
}

async function openSession(request: IncomingMessage, response: ServerResponse, host: Host): Promise<void> {
  const body = await readCall(request, response, host);
  if (body === undefined) return;
  const ticket = body !== null && typeof body === 'object' && 'ticket' in body ? body.ticket : null;
  const key = typeof ticket === 'string' ? host.keys.redeem(ticket) : null;
  if (key === null)
    return refuse(response, { status: 401, reason: 'this address was used before, or is too old' });
  writeJson(response, 200, JSON.stringify({ key }));
}

async function call(
  request: IncomingMessage,
  response: ServerResponse,
  host: Host,
  command: string,
): Promise<void> {
  const input = await readCall(request, response, host);
  if (input === undefined) return;
  try {
    const result = await callHandler(host.workbench.handlers, command, input);
    if ('rejection' in result) return writeJson(response, 400, JSON.stringify(result.rejection));
    writeJson(response, 200, result.output);
  } catch (error) {
    writeJson(response, 500, JSON.stringify({ code: 'internal', message: (error as Error).message }));
  }
}

/** The parsed body of a call; `undefined` where the call was already turned away. */
async function readCall(request: IncomingMessage, response: ServerResponse, host: Host): Promise<unknown> {
  const refusal = refuseCall(request, host.origin);
  if (refusal !== null) {
    refuse(response, refusal);
    return undefined;
  }
  const body = await readBody(request);
  if (body === null) {
    // Whatever is still coming is not listened to.
    response.setHeader('Connection', 'close');
    refuse(response, { status: 413, reason: 'too long' });
    return undefined;
  }
  try {
    return JSON.parse(body);
  } catch {
    refuse(response, { status: 400, reason: 'not JSON' });
    return undefined;
  }
}

/** Events as one JSON object a line. Not an EventSource: that cannot send the key. */
function streamEvents(request: IncomingMessage, response: ServerResponse, { workbench, keys }: Host): void {
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
  response.write('\n');
  const stop = workbench.listen((event) => void response.write(`${JSON.stringify(event)}\n`));
  const timer = setInterval(() => {
    // A page that listens is in use.
    keys.isKey(bearerKey(request));
    response.write('\n');
  }, heartbeat);
  request.once('close', () => {
    stop();
    clearInterval(timer);
  });
}

function writeJson(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(text);
}
