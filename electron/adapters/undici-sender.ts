import { setImmediate as nextTurn } from 'node:timers/promises';

import { Agent, buildConnector, request as undiciRequest } from 'undici';

import type { HeaderList } from '../../shared/model/headers.ts';
import type { Outcome, TransportPhase } from '../../shared/model/outcome.ts';
import type { SignedRequest } from '../../shared/model/signed-request.ts';
import type { Sender, SendOptions } from '../../shared/ports/sender.ts';
import { readBody } from './read-body.ts';
import {
  createTimingRecorder,
  recordConnection,
  runRecorded,
  type TimingRecorder,
} from './timing-recorder.ts';

/** A sender and the end of its connections. */
export type UndiciSender = Sender & { close(): Promise<void> };

/**
 * Sends with undici's `request()`: no retry, no redirect, HTTP/1.1, exactly the headers given. undici 8 would offer
 * HTTP/2 by itself, and its own time-outs are coarse, so both are set here.
 */
export function createUndiciSender(): UndiciSender {
  const connect = buildConnector({ allowH2: false, timeout: 0 });
  const agent = new Agent({
    allowH2: false,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (options, callback) => recordConnection(connect, options, callback),
  });
  const closing = new AbortController();
  return {
    send: (request, options) => send(request, options, agent, closing.signal),
    // The agent's own end leaves connections that are still being made, which would keep the program running.
    close: () => {
      closing.abort();
      return agent.destroy();
    },
  };
}

async function send(
  request: SignedRequest,
  options: SendOptions,
  agent: Agent,
  closing: AbortSignal,
): Promise<Outcome> {
  const recorder = createTimingRecorder();
  const abort = abortOn(options, closing);
  try {
    abort.signal.throwIfAborted();
    const answered = runRecorded(recorder, () =>
      undiciRequest(request.url, {
        method: request.method,
        headers: request.headers.flatMap(([name, value]) => [name, value]),
        body: request.body,
        dispatcher: agent,
        signal: abort.signal,
        responseHeaders: 'raw',
      }),
    );
    const response = await Promise.race([answered, givenUpUnsent(abort.signal, recorder)]);
    const headers = toHeaderList(response.headers as unknown as readonly string[]);
    const body = await readBody(response.body, headers);
    const { statusCode: status, statusText } = response;
    const timings = recorder.finish();
    // undici frees the connection in the turn after the body's end; the next request shall find it free.
    await nextTurn();
    return { kind: 'response', status, statusText, headers, body, timings };
  } catch (error) {
    return toFailure(error, abort.reason(), recorder);
  } finally {
    abort.dispose();
  }
}

/**
 * undici heeds its signal only once a request has a connection, so one that still waits for it is given up here.
 * It is never sent afterwards: undici finds the signal aborted before it writes.
 */
function givenUpUnsent(signal: AbortSignal, recorder: TimingRecorder): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      if (recorder.requestLeft()) return;
      recorder.abandonConnection();
      reject(signal.reason as Error);
    });
  });
}

type AbortReason = 'TIMEOUT' | 'CANCELLED' | null;

/** One signal for the user's cancel, the end of the sender and the time limit, which remembers which came first. */
function abortOn(
  { timeout, signal }: SendOptions,
  closing: AbortSignal,
): {
  readonly signal: AbortSignal;
  readonly reason: () => AbortReason;
  readonly dispose: () => void;
} {
  const controller = new AbortController();
  let reason: AbortReason = null;
  const abort = (why: Exclude<AbortReason, null>): void => {
    reason ??= why;
    controller.abort();
  };
  const timer = setTimeout(() => abort('TIMEOUT'), timeout);
  const cancel = (): void => abort('CANCELLED');
  if (signal.aborted || closing.aborted) cancel();
  signal.addEventListener('abort', cancel);
  closing.addEventListener('abort', cancel);
  return {
    signal: controller.signal,
    reason: () => reason,
    dispose: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      closing.removeEventListener('abort', cancel);
    },
  };
}

function toHeaderList(raw: readonly (string | Buffer)[]): HeaderList {
  const texts = raw.map((part) => (typeof part === 'string' ? part : part.toString('latin1')));
  return texts.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1] ?? ''] as const] : []));
}

function toFailure(error: unknown, reason: AbortReason, recorder: TimingRecorder): Outcome {
  const { code, message } = innermost(error);
  const timings = recorder.finish();
  const phase: TransportPhase = recorder.phase();
  const requestLeft = recorder.requestLeft();
  return { kind: 'transport-failure', phase, code: reason ?? code, message, requestLeft, timings };
}

/** Failures come wrapped, and several attempts (IPv6, IPv4) come as one; the first real code counts. */
function innermost(error: unknown): { code: string; message: string } {
  const { code, message, cause, errors } = error as {
    code?: unknown;
    message?: unknown;
    cause?: unknown;
    errors?: readonly unknown[];
  };
  const inner = errors?.[0] ?? cause;
  if (typeof inner === 'object' && inner !== null && (inner as { code?: unknown }).code !== undefined) {
    return innermost(inner);
  }
  return {
    code: typeof code === 'string' ? code : codeOf(error as Error),
    message: typeof message === 'string' && message !== '' ? message : 'the request failed',
  };
}

/** undici 8 looks the code of its parser's errors up the wrong way round and gives none. */
function codeOf({ name, message }: Error): string {
  if (name !== 'HTTPParserError') return 'UNKNOWN';
  return message.includes('Expected HTTP/') ? 'HPE_INVALID_CONSTANT' : 'HPE_INVALID';
}
