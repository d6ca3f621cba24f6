import type { Preview, PreviewInput, VariableView } from '../../shared/contract/commands.ts';
import { createRedactor, redactDeep } from '../../shared/engine/redact.ts';
import type { VariableScope } from '../../shared/model/variable.ts';
import { secretsOf } from './build-scope.ts';
import { checkRails, type Consent } from './check-rails.ts';
import { claimRefunds } from './claim-refunds.ts';
import type { CoreState } from './core-state.ts';
import { openDraft } from './open-draft.ts';
import { planExchange } from './plan-exchange.ts';
import type { Ports } from './ports.ts';
import { isSessionVariable } from './sessions.ts';

const nothing: Preview = {
  request: null,
  login: [],
  trace: null,
  effect: null,
  problems: [],
  stops: [],
  warnings: [],
  variables: [],
};

const noConsent: Consent = { repeatOf: [], confirmation: null };

/** A dry run: builds and signs the request as a send would, sends nothing, shows no secret. */
export async function previewExchange(
  input: PreviewInput,
  ports: Ports,
  { interlock }: CoreState,
): Promise<Preview> {
  const opened = await openDraft(input, ports);
  if (!opened.ok) return { ...nothing, problems: [opened.error] };
  const open = opened.value;
  const { api, operation, scope, used } = open;
  const plan = planExchange({ draft: input.draft, allowInvalid: false }, open, ports.crypto);
  const refunds = plan.prepared === null ? [] : claimRefunds(open, plan.prepared);
  const rails = checkRails(open, plan, refunds, noConsent, ports, interlock);
  const preview: Preview = {
    request: plan.signed?.request ?? plan.prepared,
    login: plan.login,
    trace: plan.signed?.trace ?? null,
    effect: plan.prepared === null ? null : api.describeEffect(operation.id, plan.prepared),
    problems: plan.problems,
    stops: rails.stops,
    warnings: [...plan.warnings, ...rails.warnings],
    variables: used.map((name) => viewVariable(name, scope)),
  };
  return redactDeep(preview, createRedactor(secretsOf(scope)));
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
