import { apis } from '../../shared/apis/registry.ts';
import { checkHostClass } from '../../shared/engine/check-host-class.ts';
import { prepareRequest } from '../../shared/engine/prepare-request.ts';
import { type Signed, signRequest } from '../../shared/engine/sign-request.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { scenarioWarnings } from './asked-scenario.ts';
import { checkVariables } from './build-scope.ts';
import { checkDraft } from './check-draft.ts';
import type { OpenDraft } from './open-draft.ts';
import { deferredOf, planLogin, type PlannedLogin } from './plan-login.ts';

/** What a send would do, built and checked as far as it can be without a session. Holds secrets. */
export type ExchangePlan = {
  /** The request without its signature; `null` where it cannot be written out. */
  readonly prepared: RequestParts | null;
  /** The request with its signature; values that only a login yields are still `{{$session.<name>}}`. */
  readonly signed: Signed | null;
  readonly login: PlannedLogin['steps'];
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

/** A bad amount often breaks the JSON around it, or is found there again; the variable is the cause and is named alone. */
function withoutEchoes(inVariables: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  if (inVariables.length === 0) return others;
  return [...inVariables, ...others.filter(({ code }) => code !== 'bad-body' && code !== 'bad-amount')];
}
