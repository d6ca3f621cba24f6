import { onTestFinished } from 'vitest';

import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createUndiciSender, type UndiciSender } from '../../electron/adapters/undici-sender.ts';
import { signRequest } from '../../shared/engine/sign-request.ts';
import type { Outcome } from '../../shared/model/outcome.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { SignedRequest } from '../../shared/model/signed-request.ts';

export type Response = Extract<Outcome, { kind: 'response' }>;
export type Failure = Extract<Outcome, { kind: 'transport-failure' }>;

/** The real sender, closed when the test ends. */
export function openSender(): UndiciSender {
  const sender = createUndiciSender();
  onTestFinished(() => sender.close());
  return sender;
}

/** A request made sendable by the one function that may do so. */
export function signedRequest(url: string, parts: Partial<RequestParts> = {}): SignedRequest {
  const given = { method: 'POST', url, headers: [], body: null, ...parts };
  const signed = signRequest({ parts: given, main: null }, null, new Map(), nodeCrypto);
  if (!signed.ok) throw new Error('The request cannot be signed');
  return signed.value.request;
}

export type SendTuning = Partial<RequestParts> & {
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  readonly sender?: UndiciSender;
};

/** Sends once with the real sender, as the core would. */
export function sendRaw(url: string, tuning: SendTuning = {}): Promise<Outcome> {
  const { timeout = 10_000, signal = new AbortController().signal, sender = openSender(), ...parts } = tuning;
  return sender.send(signedRequest(url, parts), { timeout, signal });
}

export function expectResponse(outcome: Outcome): Response {
  if (outcome.kind !== 'response') throw new Error(`No response: ${outcome.code} ${outcome.message}`);
  return outcome;
}

export function expectFailure(outcome: Outcome): Failure {
  if (outcome.kind === 'response') throw new Error(`A response came back: ${outcome.status}`);
  return outcome;
}
