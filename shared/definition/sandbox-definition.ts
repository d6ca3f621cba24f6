import type { GenericSchema } from 'valibot';

import type { Clock } from '../ports/clock.ts';
import type { Crypto } from '../ports/crypto.ts';
import { type HeaderList, headerValue } from '../model/headers.ts';
import type { PendingRefund, SandboxCheck, SandboxRecord, SettledOutcome } from '../model/sandbox.ts';
import { scenarioHeader } from '../model/scenario.ts';
import type { Source } from '../model/source.ts';
import { sandboxAnswer } from './sandbox-answer.ts';
import type { SandboxScenario, ScenarioRequest } from './sandbox-scenario.ts';

/** A request as the sandbox received it; `path` has no origin, no query and starts after the API's mount point. */
export type SandboxRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: HeaderList;
  readonly body: string;
};

export type SandboxResponse = {
  readonly status: number;
  readonly contentType: string;
  /** Beside the content type. */
  readonly headers: HeaderList;
  readonly body: string;
  /** Which check decided, in words; sent only in a sandbox header, so that the body stays faithful. */
  readonly reason: string;
  /** How sure it is that the provider would answer so. */
  readonly source: Source;
};

export type SandboxTools = { readonly clock: Clock; readonly crypto: Crypto };

/** A transaction that stands in a fresh ledger, for people to refund. */
export type DemoTransaction = { readonly id: string; readonly title: string; readonly state: string };

/**
 * Transactions that are all alike, for tables and long runs; each stands in a fresh ledger. From `first` to `last` only
 * the last eight digits differ.
 */
export type DemoSeries = {
  readonly first: string;
  readonly last: string;
  readonly title: string;
  readonly state: string;
};

/** A series whose ids end in eight digits. */
export function defineSeries(
  beginning: string,
  about: Pick<DemoSeries, 'title' | 'state'>,
): DemoSeries & {
  /** Whether a text is one of its ids. */
  readonly has: (id: string) => boolean;
} {
  return {
    ...about,
    first: `${beginning}00000000`,
    last: `${beginning}99999999`,
    has: (id) => id.startsWith(beginning) && /^\d{8}$/.test(id.slice(beginning.length)),
  };
}

/**
 * The local imitation of a provider: stateful and pure. `State` is plain JSON with text for ids and amounts,
 * so that a ledger can be kept between runs.
 */
export type SandboxDefinition<State> = SandboxFacts & {
  readonly scenarios: readonly SandboxScenario<State>[];
  readonly seed: () => State;
  /** What a state from a file has to look like; strict, ids and amounts are texts. */
  readonly schema: GenericSchema<unknown, State>;
  /** What stands in the ledger, oldest first of each kind; of a series only what something became of. */
  readonly describe: (state: State, tools: SandboxTools) => readonly SandboxRecord[];
  /** Where the API only accepts refunds at first; absent where it ends them at once. */
  readonly settling?: SandboxSettling<State>;
  readonly handle: SandboxHandler<State>;
};

/** How refunds end that a provider only accepts at first. */
export type SandboxSettling<State> = {
  readonly pending: (state: State) => readonly PendingRefund[];
  /** Gives `null` where nothing of this id waits. */
  readonly settle: (state: State, id: string, outcome: SettledOutcome) => State | null;
};

/** What everybody may know of a sandbox. */
type SandboxFacts = {
  /** Base URL after `<origin>/<api id>`: what `<api id>.baseUrl` ends with; may be empty. */
  readonly basePath: string;
  /** Values of the API's variables, `baseUrl` aside, with which every template works on a fresh ledger. */
  readonly variables: Readonly<Record<string, string>>;
  readonly transactions: readonly DemoTransaction[];
  readonly series: DemoSeries;
  /** Whether a request is a step of the login; faults spare those unless asked. */
  readonly isLogin: (request: SandboxRequest) => boolean;
};

type SandboxHandler<State> = (
  request: SandboxRequest,
  state: State,
  tools: SandboxTools,
) => SandboxHandled<State>;

/** An answer, the ledger after it, and every check that was made on the way, in order; the last may have failed. */
export type SandboxHandled<State> = {
  readonly response: SandboxResponse;
  readonly state: State;
  readonly checks?: readonly SandboxCheck[];
};

/** A sandbox whose state only its own `handle` understands; that answers scenarios, too. */
export type AnySandbox = SandboxFacts & {
  /** The documented answers that can be asked for, in no order. */
  readonly scenarios: readonly ScenarioRequest[];
  readonly seed: () => unknown;
  readonly schema: GenericSchema<unknown, unknown>;
  readonly describe: (state: unknown, tools: SandboxTools) => readonly SandboxRecord[];
  readonly settling: SandboxSettling<unknown> | null;
  readonly handle: SandboxHandler<unknown>;
};

/** Hides the type of the state, so that sandboxes of different APIs can stand in one list. */
export function defineSandbox<State>(definition: SandboxDefinition<State>): AnySandbox {
  const { settling, describe } = definition;
  return {
    ...definition,
    describe: (state, tools) => describe(state as State, tools),
    settling:
      settling === undefined
        ? null
        : {
            pending: (state) => settling.pending(state as State),
            settle: (state, id, outcome) => settling.settle(state as State, id, outcome),
          },
    handle: (request, state, tools) => {
      const wanted = headerValue(request.headers, scenarioHeader);
      return wanted === null
        ? definition.handle(request, state as State, tools)
        : handleScenario(definition, wanted, request, state as State, tools);
    },
  };
}

/** In an answer that was asked for: how it came about. */
export const howHeader = 'X-Sandbox-How';

function handleScenario<State>(
  { scenarios, handle }: SandboxDefinition<State>,
  wanted: string,
  request: SandboxRequest,
  state: State,
  tools: SandboxTools,
): ReturnType<SandboxHandler<State>> {
  const scenario = scenarios.find(({ id }) => id === wanted.trim());
  if (scenario === undefined) return { state, response: unknownScenario(wanted) };
  // A client may well put the header on everything it sends.
  if (scenario.call !== undefined && !request.path.startsWith(scenario.call)) {
    const handled = handle(request, state, tools);
    return { ...handled, response: withHow(handled.response, 'of another call') };
  }
  if (scenario.how === 'forced')
    return { state, response: withHow(scenario.answer(request, state, tools), 'forced') };
  const arranged = { request, state, ...scenario.arrange?.(request, state, tools) };
  const handled = handle(arranged.request, arranged.state, tools);
  return { ...handled, response: withHow(handled.response, 'by state') };
}

function withHow(response: SandboxResponse, how: string): SandboxResponse {
  return { ...response, headers: [...response.headers, [howHeader, how]] };
}

function unknownScenario(wanted: string): SandboxResponse {
  return sandboxAnswer(
    400,
    `there is no scenario ${wanted}; the command "sandbox scenarios" lists those of an API`,
  );
}
