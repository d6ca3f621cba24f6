import type { Clock } from '../ports/clock.ts';
import type { Crypto } from '../ports/crypto.ts';
import { type HeaderList, headerValue } from '../model/headers.ts';
import { scenarioHeader } from '../model/scenario.ts';
import { assumption, type Source } from '../model/source.ts';
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
  readonly handle: SandboxHandler<State>;
};

/** What everybody may know of a sandbox. */
type SandboxFacts = {
  /** Base URL after `<origin>/<api id>`: what `<api id>.baseUrl` ends with; may be empty. */
  readonly basePath: string;
  /** Values of the API's variables, `baseUrl` aside, with which every template works on a fresh ledger. */
  readonly variables: Readonly<Record<string, string>>;
  readonly transactions: readonly DemoTransaction[];
  readonly series: DemoSeries;
};

type SandboxHandler<State> = (
  request: SandboxRequest,
  state: State,
  tools: SandboxTools,
) => { readonly response: SandboxResponse; readonly state: State };

/** A sandbox whose state only its own `handle` understands; that answers scenarios, too. */
export type AnySandbox = SandboxFacts & {
  /** The documented answers that can be asked for, in no order. */
  readonly scenarios: readonly ScenarioRequest[];
  readonly seed: () => unknown;
  readonly handle: SandboxHandler<unknown>;
};

/** Hides the type of the state, so that sandboxes of different APIs can stand in one list. */
export function defineSandbox<State>(definition: SandboxDefinition<State>): AnySandbox {
  return {
    ...definition,
    handle: (request, state, tools) => {
      const wanted = headerValue(request.headers, scenarioHeader);
      return wanted === null
        ? definition.handle(request, state as State, tools)
        : handleScenario(definition, wanted, request, state as State, tools);
    },
  };
}

/** In an answer that was asked for: how it came about. */
const howHeader = 'X-Sandbox-How';

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
    const { response, state: after } = handle(request, state, tools);
    return { state: after, response: withHow(response, 'of another call') };
  }
  if (scenario.how === 'forced')
    return { state, response: withHow(scenario.answer(request, state, tools), 'forced') };
  const arranged = { request, state, ...scenario.arrange?.(request, state, tools) };
  const { response, state: after } = handle(arranged.request, arranged.state, tools);
  return { state: after, response: withHow(response, 'by state') };
}

function withHow(response: SandboxResponse, how: string): SandboxResponse {
  return { ...response, headers: [...response.headers, [howHeader, how]] };
}

function unknownScenario(wanted: string): SandboxResponse {
  const reason = `there is no scenario ${wanted}; the command "sandbox scenarios" lists those of an API`;
  return {
    status: 400,
    contentType: 'text/plain; charset=utf-8',
    headers: [],
    body: `Sandbox: ${reason}.\n`,
    reason,
    source: assumption('the sandbox itself'),
  };
}
