import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { draftFromTemplate } from '../../shared/engine/draft-from-template.ts';
import { explainOutcome } from '../../shared/engine/explain-outcome.ts';
import { prepareLoginStep } from '../../shared/engine/prepare-login-step.ts';
import { prepareRequest } from '../../shared/engine/prepare-request.ts';
import { signRequest } from '../../shared/engine/sign-request.ts';
import { parseBody } from '../../shared/formats/body.ts';
import type { Explanation } from '../../shared/model/explanation.ts';
import { noTimings, type Outcome } from '../../shared/model/outcome.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { HeaderList } from '../../shared/model/headers.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { Result } from '../../shared/model/result.ts';
import { scopeOf } from '../shared/support/scope-of.ts';

type Values = Readonly<Record<string, string>>;
type Answer = Extract<Outcome, { kind: 'response' }>;

/** How a client reaches the sandbox: over a socket, or in memory. */
export type Transport = (request: RequestParts) => Promise<Answer>;

export type BareSend = {
  readonly template: string;
  /** Values of variables; the others are those that the sandbox prints. */
  readonly set?: Values;
  /** Beside those of the template; they go with the login, too. */
  readonly headers?: HeaderList;
};

/** A client that knows the API and what the sandbox prints, and nothing of scenarios; everything it sends is right. */
export type BareClient = {
  /** A request on the road to its last step, with the session of this client. */
  readonly request: (send: BareSend) => RequestParts;
  readonly send: (send: BareSend) => Promise<{ answer: Answer; explanation: Explanation }>;
  /** Logs in anew, and gives the last answer; `null` where the API has no login. */
  readonly logIn: (headers?: HeaderList) => Promise<{ answer: Answer; explanation: Explanation } | null>;
};

export async function openBareClient(
  api: ApiDefinition,
  baseUrl: string,
  transport: Transport,
): Promise<BareClient> {
  let session: Values = {};
  const scope = (set: Values) => {
    const defaults = api.variables.map(({ name, defaultValue = '' }) => [name, defaultValue]);
    const printed = { ...sandboxes.get(api.id)?.variables, [`${api.id}.baseUrl`]: baseUrl };
    return scopeOf({ ...Object.fromEntries(defaults), ...printed, ...session, ...set });
  };
  const explain = (answer: Answer, operation: string | null, request: RequestParts): Explanation =>
    explainOutcome(api, answer, { operation, request });
  const logIn: BareClient['logIn'] = async (headers = []) => {
    if (api.authentication.kind !== 'session') return null;
    let last: Awaited<ReturnType<BareClient['logIn']>> = null;
    for (const step of api.authentication.steps) {
      const { parts } = unwrap(prepareLoginStep(step, scope({}), nodeCrypto));
      const request = { ...parts, headers: [...parts.headers, ...headers] };
      const answer = await transport(request);
      last = { answer, explanation: explain(answer, null, request) };
      const values = step.read({ ...answer, body: parseBody(answer.body.text) });
      const named = Object.entries(values ?? {}).map(([name, value]) => [`$session.${name}`, value]);
      session = { ...session, ...Object.fromEntries(named) };
    }
    return last;
  };
  const request: BareClient['request'] = ({ template: id, set = {}, headers = [] }) => {
    const template = api.templates.find((candidate) => candidate.id === id);
    if (template === undefined) throw new Error(`${api.id} has no template ${id}`);
    const operation = api.operations.find((candidate) => candidate.id === template.operation) ?? null;
    const values = scope({ ...template.demo, ...set });
    const prepared = unwrap(prepareRequest(draftFromTemplate(api, template), values));
    const signed = unwrap(signRequest(prepared, operation, values, nodeCrypto));
    return { ...signed.request, headers: [...signed.request.headers, ...headers] };
  };
  await logIn();
  return {
    request,
    logIn,
    send: async (given) => {
      const parts = request(given);
      const answer = await transport(parts);
      const operation = api.templates.find(({ id }) => id === given.template)?.operation ?? null;
      return { answer, explanation: explain(answer, operation, parts) };
    },
  };
}

/** Sends with the `fetch` of the runtime, as any program might. */
export const fetchTransport: Transport = async ({ method, url, headers, body }) => {
  const lines = headers.map(([name, value]): [string, string] => [name, value]);
  const init: RequestInit = { method, headers: lines, body, redirect: 'manual' };
  const response = await fetch(url, init);
  const text = await response.text();
  return answerOf(response.status, [...response.headers], text);
};

export function answerOf(status: number, headers: HeaderList, text: string): Answer {
  const body = { text, bytes: Buffer.byteLength(text), charset: 'utf-8', base64: null, truncated: false };
  return { kind: 'response', status, statusText: '', headers, body, timings: noTimings };
}

function unwrap<Value>(result: Result<Value, readonly Problem[]>): Value {
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '));
  return result.value;
}
