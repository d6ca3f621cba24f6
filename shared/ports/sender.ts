import type { Outcome } from '../model/outcome.ts';
import type { SignedRequest } from '../model/signed-request.ts';

export type SendOptions = {
  /** Milliseconds until the request is given up. */
  readonly timeout: number;
  /** Aborting it cancels the request. */
  readonly signal: CancelSignal;
};

/** The part of `AbortSignal` that the core needs. */
export type CancelSignal = {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
};

/** Puts a request on the wire exactly once: no retry, no redirect. Never throws; a failure is an outcome. */
export type Sender = {
  send(request: SignedRequest, options: SendOptions): Promise<Outcome>;
};
