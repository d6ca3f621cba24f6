import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import {
  type AnySandbox,
  howHeader,
  type SandboxHandled,
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

/**
 * Settles what is due, lets rules and headers have their say, and answers. Pure. Where the sandbox itself throws, the
 * answer is a 500 that says so, and nothing has changed.
 */
export function answerSandboxRequest(call: SandboxCall): SandboxAnswer {
  try {
    return answer(call);
  } catch (error) {
    const reason = `a defect of the sandbox, not of your request; nothing was booked (${String(error)})`;
    const { state, controls } = call;
    return { response: sandboxAnswer(500, reason), state, controls, fault: null, checks: [] };
  }
}

function answer(call: SandboxCall): SandboxAnswer {
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
  const { handled, pick } = handleWithPick(call, tools, state);
  return {
    response: handled.response,
    state: handled.state,
    controls: useUp(withoutFault, pick),
    fault,
    checks: handled.checks ?? [],
  };
}

/** The first pick for this API that this call can have; the header, which any client can send, goes before. */
function handleWithPick(
  { api, sandbox, request, controls }: SandboxCall,
  tools: SandboxTools,
  state: unknown,
): { readonly handled: SandboxHandled<unknown>; readonly pick: SandboxRule | null } {
  const isAsked = headerValue(request.headers, scenarioHeader) !== null;
  for (const rule of isAsked ? [] : controls.rules) {
    if (rule.does.kind !== 'pick' || rule.api !== api) continue;
    const headers = withHeader(request.headers, scenarioHeader, rule.does.entry);
    const handled = sandbox.handle({ ...request, headers }, state, tools);
    if (headerValue(handled.response.headers, howHeader) !== 'of another call')
      return { handled, pick: rule };
  }
  return { handled: sandbox.handle(request, state, tools), pick: null };
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

function useUp(controls: SandboxControls, used: SandboxRule | null): SandboxControls {
  if (used === null || used.left === null) return controls;
  const left = used.left - 1;
  const rules = controls.rules.flatMap((rule) =>
    rule.id === used.id ? (left > 0 ? [{ ...rule, left }] : []) : [rule],
  );
  return { ...controls, rules };
}
