import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import {
  type AnySandbox,
  howHeader,
  type SandboxRequest,
  type SandboxResponse,
  type SandboxTools,
} from '../../definition/sandbox-definition.ts';
import { withHeader } from '../../definition/sandbox-scenario.ts';
import { headerValue } from '../../model/headers.ts';
import type { SandboxCheck, SandboxControls, SandboxRule } from '../../model/sandbox.ts';
import { type Fault, faultHeader, parseFault, takesEffect } from '../../model/sandbox-fault.ts';
import { scenarioHeader } from '../../model/scenario.ts';
import { answerOfFault } from './answer-of-fault.ts';
import { sandboxClock } from './sandbox-clock.ts';
import { settleDueRefunds } from './settle-refunds.ts';

/** A request to the sandbox of an API, with everything that decides on its answer. */
export type SandboxCall = {
  readonly api: string;
  readonly sandbox: AnySandbox;
  readonly request: SandboxRequest;
  readonly state: unknown;
  readonly controls: SandboxControls;
  /** With the machine's clock. */
  readonly tools: SandboxTools;
};

/** What the sandbox makes of a request. */
export type SandboxAnswer = {
  /** What goes out, as far as `fault` lets it; `null` where the connection is cut before anything was done. */
  readonly response: SandboxResponse | null;
  readonly state: unknown;
  /** With the rules that were used up. */
  readonly controls: SandboxControls;
  readonly fault: Fault | null;
  readonly checks: readonly SandboxCheck[];
};

/** Settles what is due, lets rules and headers have their say, and answers. Pure. */
export function answerSandboxRequest(call: SandboxCall): SandboxAnswer {
  const { sandbox, request, controls } = call;
  const tools = { ...call.tools, clock: sandboxClock(controls.clock, call.tools.clock) };
  const state = settleDueRefunds(sandbox, call.state, controls.settling, tools.clock.now());
  const asked = headerValue(request.headers, faultHeader);
  const parsed = asked === null ? null : parseFault(asked);
  if (parsed?.ok === false) {
    const response = sandboxAnswer(400, `${faultHeader}: ${parsed.error}`);
    return { response, state, controls, fault: null, checks: [] };
  }
  const rule = parsed === null ? findFaultRule(call) : null;
  const fault = parsed?.value ?? (rule?.does.kind === 'fault' ? rule.does.fault : null);
  const withoutFault = useUp(controls, rule);
  if (fault !== null && !takesEffect(fault))
    return { response: answerOfFault(fault), state, controls: withoutFault, fault, checks: [] };
  const pick = headerValue(request.headers, scenarioHeader) === null ? findPick(call) : null;
  const handled = sandbox.handle(pick === null ? request : pick.request, state, tools);
  const isMet = headerValue(handled.response.headers, howHeader) !== 'of another call';
  return {
    response: handled.response,
    state: handled.state,
    controls: isMet ? useUp(withoutFault, pick?.rule ?? null) : withoutFault,
    fault,
    checks: handled.checks ?? [],
  };
}

function findFaultRule({ api, sandbox, request, controls }: SandboxCall): SandboxRule | null {
  const kind = sandbox.isLogin(request) ? 'logins' : 'calls';
  return (
    controls.rules.find(
      ({ does, api: wanted, meets }) =>
        does.kind === 'fault' &&
        (wanted === null || wanted === api) &&
        (meets === 'everything' || meets === kind),
    ) ?? null
  );
}

/** The first pick for this API, as the header that any client could have sent. */
function findPick({
  api,
  request,
  controls,
}: SandboxCall): { readonly rule: SandboxRule; readonly request: SandboxRequest } | null {
  for (const rule of controls.rules) {
    if (rule.does.kind !== 'pick' || rule.api !== api) continue;
    const headers = withHeader(request.headers, scenarioHeader, rule.does.entry);
    return { rule, request: { ...request, headers } };
  }
  return null;
}

function useUp(controls: SandboxControls, used: SandboxRule | null): SandboxControls {
  if (used === null || used.left === null) return controls;
  const left = used.left - 1;
  const rules = controls.rules.flatMap((rule) =>
    rule.id === used.id ? (left > 0 ? [{ ...rule, left }] : []) : [rule],
  );
  return { ...controls, rules };
}
