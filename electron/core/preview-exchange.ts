import type { HiddenValue, Preview, PreviewInput, VariableView } from '../../shared/contract/commands.ts';
import { createRedactor, redactDeep } from '../../shared/engine/redact.ts';
import { describeSteps } from '../../shared/engine/signature/describe-steps.ts';
import type { DraftBody } from '../../shared/model/request-draft.ts';
import type { SignatureStep } from '../../shared/model/signature-steps.ts';
import type { VariableValue } from '../../shared/model/variable.ts';
import { secretsOf } from './build-scope.ts';
import { checkRails, type Consent } from './check-rails.ts';
import { claimRefunds } from './claim-refunds.ts';
import type { CoreState } from './core-state.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';
import { planExchange } from './plan-exchange.ts';
import type { Ports } from './ports.ts';
import { isSessionVariable } from './sessions.ts';

const nothing: Preview = {
  request: null,
  login: [],
  trace: null,
  steps: [],
  home: null,
  effect: null,
  problems: [],
  stops: [],
  warnings: [],
  variables: [],
  offered: [],
  generated: [],
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
  const { api, operation, scope, used, generated } = open;
  const plan = planExchange({ draft: input.draft, allowInvalid: false }, open, ports.crypto);
  const refunds = plan.prepared === null ? [] : claimRefunds(open, plan.prepared);
  const rails = checkRails(open, plan, refunds, noConsent, ports, interlock);
  const preview: Preview = {
    request: plan.signed?.request ?? plan.prepared,
    login: plan.login,
    trace: plan.signed?.trace ?? null,
    steps: stepsOf(input.draft.body, open),
    home: open.home,
    effect: plan.prepared === null ? null : api.describeEffect(operation.id, plan.prepared),
    problems: plan.problems,
    stops: rails.stops,
    warnings: [...plan.warnings, ...rails.warnings],
    variables: used.map((name) => viewVariable(name, open)),
    offered: offeredNames(open).map((name) => viewVariable(name, open)),
    generated,
  };
  return redactDeep(preview, createRedactor(secretsOf(scope)));
}

function stepsOf(body: DraftBody, { operation, scope, withheld }: OpenDraft): readonly SignatureStep[] {
  const spec = operation.signature;
  if (spec === undefined) return [];
  const reasons = new Map([...withheld].map(([name, { message }]) => [name, message]));
  return describeSteps({ spec, body, scope, withheld: reasons });
}

/** Everything that has a value, and what the API asks for beside it; sessions are the business of the templates. */
function offeredNames({ api, scope }: OpenDraft): readonly string[] {
  return [...new Set([...api.variables.map(({ name }) => name), ...scope.keys()])];
}

function viewVariable(name: string, { scope, hidden, withheld }: OpenDraft): VariableView {
  if (withheld.has(name)) return { name, origin: 'secret store', secret: true, text: null, hides: [] };
  const variable = scope.get(name);
  if (variable === undefined) {
    const isSession = isSessionVariable(name);
    return { name, origin: isSession ? 'session' : null, secret: isSession, text: null, hides: [] };
  }
  const hides = (hidden.get(name) ?? [])
    .filter((weaker) => weaker.origin !== variable.origin && valueOf(weaker) !== valueOf(variable))
    .map((weaker) => viewHidden(weaker));
  return { ...viewHidden(variable), name, secret: variable.secret, hides };
}

function viewHidden(value: VariableValue): HiddenValue {
  return { origin: value.origin, text: value.secret ? null : value.text };
}

function valueOf(value: VariableValue): string {
  return value.secret ? value.value.reveal() : value.text;
}
