import type { HeaderList } from './headers.ts';

/** How long each phase took, in milliseconds; HAR's names. `null` where a phase did not happen, as on a reused connection. */
export type Timings = {
  readonly blocked: number | null;
  readonly dns: number | null;
  readonly connect: number | null;
  readonly ssl: number | null;
  readonly send: number | null;
  readonly wait: number | null;
  readonly receive: number | null;
  readonly total: number;
};

/** Of something that took no time, or of which no time is known. */
export const noTimings: Timings = {
  blocked: null,
  dns: null,
  connect: null,
  ssl: null,
  send: null,
  wait: null,
  receive: null,
  total: 0,
};

/** A body as received, after content decoding. */
export type ResponseBody = {
  readonly text: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** The character set the text was read with. */
  readonly charset: string;
  /** The bytes in base64 where `text` could not be turned back into them; else `null`. */
  readonly base64: string | null;
  /** True where the body was longer than the limit and the rest was not read. */
  readonly truncated: boolean;
  /** Only on the way to a page, where `text` or `base64` is but the beginning: how long they are, in UTF-16 units. */
  readonly lengths?: { readonly text: number; readonly base64: number };
};

/** Where a request was when it failed. */
export type TransportPhase = 'dns' | 'connect' | 'tls' | 'send' | 'wait' | 'receive';

/** What became of a request: a complete response, or none. */
export type Outcome =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly statusText: string;
      readonly headers: HeaderList;
      readonly body: ResponseBody;
      readonly timings: Timings;
    }
  | {
      readonly kind: 'transport-failure';
      readonly phase: TransportPhase;
      /** `TIMEOUT`, `CANCELLED` or the code of the operating system or library, unchanged. */
      readonly code: string;
      readonly message: string;
      /** Whether a byte of the request may have reached the provider. If not, nothing can have happened there. */
      readonly requestLeft: boolean;
      readonly timings: Timings;
    };
