import type { Preview, PreviewInput, VariableView } from '../../shared/contract/commands.ts';
import { prepareLoginStep } from '../../shared/engine/prepare-login-step.ts';
import { type Deferred, prepareRequest, signaturePlaceholder } from '../../shared/engine/prepare-request.ts';
import { createRedactor, redactDeep } from '../../shared/engine/redact.ts';
import { signRequest } from '../../shared/engine/sign-request.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { VariableScope } from '../../shared/model/variable.ts';
import { checkVariables, redactProblems, secretsOf } from './build-scope.ts';
import { checkDraft } from './check-draft.ts';
import { openDraft, type OpenDraft } from './open-draft.ts';
import type { Ports } from './ports.ts';
import { isSessionVariable } from './sessions.ts';

const nothing: Preview = {
  request: null,
  login: [],
  trace: null,
  effect: null,
  problems: [],
  warnings: [],
  variables: [],
};

/** Session values and the signature are filled in later; in a preview the session may not exist yet. */
export const deferSession: Deferred = (name) => name === signaturePlaceholder || isSessionVariable(name);

/** A dry run: builds and signs the request as a send would, sends nothing, shows no secret. */
export async function previewExchange(input: PreviewInput, ports: Ports): Promise<Preview> {
  const opened = await openDraft(input, ports);
  if (!opened.ok) return { ...nothing, problems: [opened.error] };
  const open = opened.value;
  const variables = open.used.map((name) => viewVariable(name, open.scope));
  const amounts = checkVariables(open.api, open.scope, open.used);
  const prepared = prepareRequest(input.draft, open.scope, deferSession);
  if (!prepared.ok) {
    const problems = redactProblems(withoutEchoes(amounts, prepared.error), open.scope);
    return { ...nothing, variables, problems };
  }
  const environmentClass = open.environment.environmentClass;
  const check = checkDraft(open.operation, prepared.value, { environmentClass, allowInvalid: false });
  const signed = signRequest(prepared.value, open.operation, open.scope, ports.crypto);
  const login = previewLogin(open, ports);
  const signing = signed.ok ? [] : signed.error;
  const problems = withoutEchoes(amounts, [...check.problems, ...signing, ...login.problems]);
  const preview: Preview = {
    request: signed.ok ? signed.value.request : prepared.value.parts,
    login: login.steps,
    trace: signed.ok ? signed.value.trace : null,
    effect: open.api.describeEffect(open.operation.id, prepared.value.parts),
    problems,
    warnings: check.warnings,
    variables,
  };
  return redactDeep(preview, createRedactor(secretsOf(open.scope)));
}

/** A bad amount often breaks the JSON around it, or is found there again; the variable is the cause and is named alone. */
export function withoutEchoes(amounts: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  if (amounts.length === 0) return others;
  return [...amounts, ...others.filter(({ code }) => code !== 'bad-body' && code !== 'bad-amount')];
}

function previewLogin(
  { api, scope }: OpenDraft,
  { crypto }: Ports,
): { readonly steps: Preview['login']; readonly problems: readonly Problem[] } {
  if (api.authentication.kind !== 'session') return { steps: [], problems: [] };
  const results = api.authentication.steps.map((step) => ({
    title: step.title,
    prepared: prepareLoginStep(step, scope, crypto, deferSession),
  }));
  return {
    steps: results.flatMap(({ title, prepared }) =>
      prepared.ok ? [{ title, request: prepared.value.parts }] : [],
    ),
    problems: results.flatMap(({ prepared }) => (prepared.ok ? [] : prepared.error)),
  };
}

function viewVariable(name: string, scope: VariableScope): VariableView {
  const variable = scope.get(name);
  if (variable === undefined)
    return {
      name,
      origin: isSessionVariable(name) ? 'session' : null,
      secret: isSessionVariable(name),
      text: null,
    };
  const text = variable.secret ? null : variable.text;
  return { name, origin: variable.origin, secret: variable.secret, text };
}
