import { prepareLoginStep } from '../../shared/engine/prepare-login-step.ts';
import { type Deferred, signaturePlaceholder } from '../../shared/engine/prepare-request.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { OpenDraft } from './open-draft.ts';
import { isSessionVariable, sealingOf } from './sessions.ts';

/** The login that would come before a request, as far as it can be written out. Holds secrets. */
export type PlannedLogin = {
  readonly steps: readonly { readonly title: string; readonly request: RequestParts }[];
  /** Each of them stops the login. */
  readonly problems: readonly Problem[];
};

/** Writes the login requests out; what a step yields is still `{{$session.<name>}}` in the next. */
export function planLogin(open: OpenDraft, crypto: Crypto): PlannedLogin {
  const { authentication } = open.api;
  if (authentication.kind !== 'session') return { steps: [], problems: [] };
  const steps: PlannedLogin['steps'][number][] = [];
  const problems: Problem[] = [];
  for (const step of authentication.steps) {
    const prepared = prepareLoginStep(step, open.scope, crypto, deferredOf(open));
    if (prepared.ok) steps.push({ title: step.title, request: prepared.value.parts });
    else problems.push(...prepared.error);
  }
  const sealing = sealingOf(open.api, open.scope);
  if (sealing !== null && !crypto.hasCipher(sealing.cipher)) {
    problems.push(missingCipher(sealing.variable, sealing.cipher));
  }
  return { steps, problems };
}

/** The signature is filled in by signing, and what a login yields after the login. */
export function deferredOf({ api }: OpenDraft): Deferred {
  const hasLogin = api.authentication.kind === 'session';
  return (name) => name === signaturePlaceholder || (hasLogin && isSessionVariable(name));
}

function missingCipher(variable: string, cipher: string): Problem {
  return {
    code: 'missing-capability',
    message: `${variable} is on, but this runtime has no ${cipher} cipher.`,
    remedy: `Switch ${variable} off here and at the provider, or use a host that has the cipher (the desktop window, or Node started with --openssl-legacy-provider).`,
    place: { part: 'variable', name: variable },
  };
}
