import { apis } from '../../shared/apis/registry.ts';
import { checkHostClass } from '../../shared/engine/check-host-class.ts';
import { prepareLoginStep } from '../../shared/engine/prepare-login-step.ts';
import { type Deferred, prepareRequest, signaturePlaceholder } from '../../shared/engine/prepare-request.ts';
import { type Signed, signRequest } from '../../shared/engine/sign-request.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { scenarioWarnings } from './asked-scenario.ts';
import { checkVariables } from './build-scope.ts';
import { checkDraft } from './check-draft.ts';
import type { OpenDraft } from './open-draft.ts';
import { isSessionVariable, sealingOf } from './sessions.ts';

/** What a send would do, built and checked as far as it can be without a session. Holds secrets. */
export type ExchangePlan = {
  /** The request without its signature; `null` where it cannot be written out. */
  readonly prepared: RequestParts | null;
  /** The request with its signature; values that only a login yields are still `{{$session.<name>}}`. */
  readonly signed: Signed | null;
  readonly login: readonly { readonly title: string; readonly request: RequestParts }[];
  /** Each of them stops the send. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

export type PlanInput = { readonly draft: RequestDraft; readonly allowInvalid: boolean };

/** Plans a send: resolves, prepares, checks, signs and writes the login out. Nothing leaves the machine. */
export function planExchange(input: PlanInput, open: OpenDraft, crypto: Crypto): ExchangePlan {
  const { api, operation, scope, used } = open;
  const inVariables = checkVariables(api, scope, used);
  if (open.withheld.size > 0) {
    const problems = [...open.withheld.values(), ...inVariables];
    return { prepared: null, signed: null, login: [], problems, warnings: [] };
  }
  const prepared = prepareRequest(input.draft, scope, deferredOf(open));
  if (!prepared.ok) {
    const problems = withoutEchoes(inVariables, prepared.error);
    return { prepared: null, signed: null, login: [], problems, warnings: [] };
  }
  const check = checkDraft(operation, prepared.value, {
    environmentClass: open.environment.environmentClass,
    allowInvalid: input.allowInvalid,
  });
  const signed = signRequest(prepared.value, operation, scope, crypto);
  const login = planLogin(open, crypto);
  const others = [...check.problems, ...(signed.ok ? [] : signed.error), ...login.problems];
  return {
    prepared: prepared.value.parts,
    signed: signed.ok ? signed.value : null,
    login: login.steps,
    problems: withoutEchoes(inVariables, others),
    warnings: [
      ...hostWarnings(open, prepared.value.parts.url),
      ...scenarioWarnings(open, input.draft),
      ...check.warnings,
    ],
  };
}

function hostWarnings({ environment }: OpenDraft, url: string): readonly Problem[] {
  const warning = checkHostClass(apis, environment.environmentClass, url);
  return warning === null ? [] : [{ ...warning, place: { part: 'url' } }];
}

/** The signature is filled in by signing, and what a login yields after the login. */
function deferredOf({ api }: OpenDraft): Deferred {
  const hasLogin = api.authentication.kind === 'session';
  return (name) => name === signaturePlaceholder || (hasLogin && isSessionVariable(name));
}

/** A bad amount often breaks the JSON around it, or is found there again; the variable is the cause and is named alone. */
function withoutEchoes(inVariables: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  if (inVariables.length === 0) return others;
  return [...inVariables, ...others.filter(({ code }) => code !== 'bad-body' && code !== 'bad-amount')];
}

type PlannedLogin = {
  readonly steps: ExchangePlan['login'];
  readonly problems: readonly Problem[];
};

function planLogin(open: OpenDraft, crypto: Crypto): PlannedLogin {
  const { authentication } = open.api;
  if (authentication.kind !== 'session') return { steps: [], problems: [] };
  const steps: ExchangePlan['login'][number][] = [];
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

function missingCipher(variable: string, cipher: string): Problem {
  return {
    code: 'missing-capability',
    message: `${variable} is on, but this runtime has no ${cipher} cipher.`,
    remedy: `Switch ${variable} off here and at the provider, or use a host that has the cipher (the desktop window, or Node started with --openssl-legacy-provider).`,
    place: { part: 'variable', name: variable },
  };
}
