import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { isIP, type Socket } from 'node:net';
import type { buildConnector } from 'undici';

import type { Timings, TransportPhase } from '../../shared/model/outcome.ts';

type Mark =
  | 'start'
  | 'connectStart'
  | 'lookup'
  | 'connected'
  | 'tlsStart'
  | 'secure'
  | 'headersSent'
  | 'bodySent'
  | 'firstByte';

/** Times the phases of one request, and knows how far it got. */
export type TimingRecorder = {
  mark(name: Mark): void;
  /** Whether anything of the request was handed to the network. */
  requestLeft(): boolean;
  phase(): TransportPhase;
  /** Tells it the connection that is being made for the request. */
  connecting(socket: Socket): void;
  /** Gives that connection up, where it is not made yet. */
  abandonConnection(): void;
  finish(): Timings;
};

/** The phase that begins with a mark. */
const phases: Partial<Record<Mark, TransportPhase>> = {
  connectStart: 'dns',
  lookup: 'connect',
  connected: 'send',
  tlsStart: 'tls',
  secure: 'send',
  headersSent: 'send',
  bodySent: 'wait',
  firstByte: 'receive',
};

export function createTimingRecorder(): TimingRecorder {
  const marks = new Map<Mark, number>([['start', performance.now()]]);
  let phase: TransportPhase = 'connect';
  let connection: Socket | null = null;
  const between = (from: Mark, to: Mark): number | null => {
    const [start, end] = [marks.get(from), marks.get(to)];
    return start === undefined || end === undefined ? null : round(end - start);
  };
  return {
    mark: (name) => {
      if (!marks.has(name)) marks.set(name, performance.now());
      phase = phases[name] ?? phase;
    },
    requestLeft: () => marks.has('headersSent'),
    phase: () => phase,
    connecting: (socket) => (connection = socket),
    abandonConnection: () => connection?.destroy(new Error('the request was given up')),
    finish: () => {
      const end = performance.now();
      const since = (from: Mark): number | null => {
        const start = marks.get(from);
        return start === undefined ? null : round(end - start);
      };
      return {
        blocked: between('start', marks.has('connectStart') ? 'connectStart' : 'headersSent'),
        dns: between('connectStart', 'lookup'),
        connect: between(marks.has('lookup') ? 'lookup' : 'connectStart', 'connected'),
        ssl: between('connected', 'secure'),
        send: between('headersSent', 'bodySent'),
        wait: between('bodySent', 'firstByte'),
        receive: since('firstByte'),
        total: since('start') ?? 0,
      };
    },
  };
}

/** The recorder of the request that the running code belongs to. */
const current = new AsyncLocalStorage<TimingRecorder>();
/** undici's channels name a request by its own object; later events come outside its asynchronous context. */
const recorders = new WeakMap<object, TimingRecorder>();

/** Runs the start of a request so that undici's events find its recorder. */
export function runRecorded<Value>(recorder: TimingRecorder, start: () => Value): Value {
  return current.run(recorder, start);
}

type RequestMessage = { readonly request: object };

subscribe('undici:request:create', (message) => {
  const recorder = current.getStore();
  if (recorder !== undefined) recorders.set((message as RequestMessage).request, recorder);
});
subscribe('undici:client:sendHeaders', (message) => markRequest(message, 'headersSent'));
subscribe('undici:request:bodySent', (message) => markRequest(message, 'bodySent'));
subscribe('undici:request:headers', (message) => markRequest(message, 'firstByte'));

function markRequest(message: unknown, name: Mark): void {
  recorders.get((message as RequestMessage).request)?.mark(name);
}

type Connector = ReturnType<typeof buildConnector>;

/** Connects, and times it on the recorder of the request that made the connection necessary. */
export function recordConnection(connect: Connector, ...[options, callback]: Parameters<Connector>): void {
  const recorder = current.getStore();
  recorder?.mark('connectStart');
  if (isIP(options.hostname.replace(/^\[|\]$/g, '')) !== 0) recorder?.mark('lookup');
  // buildConnector gives the socket back at once, which its type does not say.
  const socket = connect(options, callback) as unknown as Socket | undefined;
  if (socket === undefined || recorder === undefined) return;
  recorder.connecting(socket);
  socket.once('lookup', (error: Error | null) => {
    if (error === null) recorder.mark('lookup');
  });
  // Before undici's own listeners, which put the request on the wire in the same breath.
  socket.prependOnceListener('connect', () => {
    recorder.mark('connected');
    if (options.protocol === 'https:') recorder.mark('tlsStart');
  });
  socket.prependOnceListener('secureConnect', () => recorder.mark('secure'));
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
