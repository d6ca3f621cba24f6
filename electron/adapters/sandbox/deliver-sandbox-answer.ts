import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import type { SandboxResponse } from '../../../shared/definition/sandbox-definition.ts';
import type { SandboxAnswer } from '../../../shared/engine/sandbox/answer-sandbox-request.ts';
import { bodyStart } from '../../../shared/formats/body.ts';
import type { Fault } from '../../../shared/model/sandbox-fault.ts';
import { sandboxHead } from './sandbox-head.ts';

/** Bytes of one chunk where a body comes in small ones. */
const tinyChunk = 3;
const megabyte = 1024 * 1024;
const padding = Buffer.alloc(64 * 1024, ' \n');

/**
 * Sends an answer with what is wrong with it on purpose. Never fails: it ends early where the client leaves or the
 * server closes, and leaves no timer behind.
 */
export async function deliverSandboxAnswer(
  to: ServerResponse,
  { response, fault }: Pick<SandboxAnswer, 'response' | 'fault'>,
): Promise<void> {
  const { socket } = to.req;
  if (response === null || fault?.kind === 'cut-before' || fault?.kind === 'cut-after') {
    socket.destroy();
    return;
  }
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  // Its own "close" is not told to an answer that waits behind another on the same connection.
  socket.once('close', leave);
  to.on('error', leave);
  try {
    if (!socket.destroyed) await deliver(to, response, fault, gone.signal);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    socket.off('close', leave);
  }
}

async function deliver(
  to: ServerResponse,
  response: SandboxResponse,
  fault: Fault | null,
  gone: AbortSignal,
): Promise<void> {
  const head = sandboxHead(response, fault);
  const body = Buffer.from(response.body);
  switch (fault?.kind) {
    case 'delay':
      await setTimeout(fault.milliseconds, undefined, { signal: gone });
      return sendWhole(to, response.status, head, body);
    case 'half-body':
      // Of a body of no bytes one is missing as well.
      to.writeHead(response.status, [...head, 'Content-Length', String(Math.max(body.length, 1))]);
      to.write(body.subarray(0, Math.floor(body.length / 2)), () => to.req.socket.destroy());
      return;
    case 'slow-drip':
      to.writeHead(response.status, [...head, 'Content-Length', String(body.length)]);
      to.flushHeaders();
      for (let index = 0; index < body.length; index += 1) {
        if (index > 0) await setTimeout(fault.milliseconds, undefined, { signal: gone });
        await writePart(to, body.subarray(index, index + 1), gone);
      }
      to.end();
      return;
    case 'chunked':
      to.writeHead(response.status, head);
      for (let start = 0; start < body.length; start += tinyChunk)
        await writePart(to, body.subarray(start, start + tinyChunk), gone);
      to.end();
      return;
    case 'huge': {
      const more = fault.megabytes * megabyte;
      to.writeHead(response.status, [...head, 'Content-Length', String(body.length + more)]);
      to.write(body);
      // White space after the end is allowed in JSON and XML alike.
      for (let sent = 0; sent < more; sent += padding.length) await writePart(to, padding, gone);
      to.end();
      return;
    }
    case 'gzip':
      return sendWhole(to, response.status, [...head, 'Content-Encoding', 'gzip'], gzipSync(body));
    case 'malformed':
      return sendWhole(to, response.status, head, Buffer.from(breakBody(response.body)));
    default:
      sendWhole(to, response.status, head, body);
  }
}

function sendWhole(to: ServerResponse, status: number, head: string[], body: Buffer): void {
  to.writeHead(status, [...head, 'Content-Length', String(body.length)]);
  to.end(body);
}

/** Waits until there is room again, so that a long body never stands in memory. */
async function writePart(to: ServerResponse, part: Buffer, gone: AbortSignal): Promise<void> {
  gone.throwIfAborted();
  if (!to.write(part)) await once(to, 'drain', { signal: gone });
}

/** A body that no reader takes: JSON without its end, XML without an end tag. */
function breakBody(body: string): string {
  const whole = body.trimEnd();
  switch (bodyStart(whole)) {
    case 'json':
      return whole.slice(0, -1);
    case 'xml':
    case 'html': {
      const lastTag = whole.lastIndexOf('</');
      return lastTag === -1 ? whole.slice(0, -1) : whole.slice(0, lastTag);
    }
    default:
      // A word or a number may lose its end and still be one.
      return `{${whole}`;
  }
}
