import type { SendInput } from '../../shared/contract/commands.ts';
import type { SessionValues } from '../../shared/definition/authentication.ts';
import { explainOutcome } from '../../shared/engine/explain-outcome.ts';
import { prepareRequest } from '../../shared/engine/prepare-request.ts';
import { createRedactor, redactDeep } from '../../shared/engine/redact.ts';
import { type Signed, signRequest } from '../../shared/engine/sign-request.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import type { Explanation } from '../../shared/model/explanation.ts';
import type { Outcome } from '../../shared/model/outcome.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { VariableScope } from '../../shared/model/variable.ts';
import type { SendOptions } from '../../shared/ports/sender.ts';
import { redactProblems, secretsOf } from './build-scope.ts';
import { explainUnwritten } from './explain-unwritten.ts';
import { logIn, type Login, toLoginAnswer } from './log-in.ts';
import { openDraft, type OpenDraft } from './open-draft.ts';
import { planExchange } from './plan-exchange.ts';
import type { Ports } from './ports.ts';
import { sealingOf, type SessionAuthentication, sessionKey, type Sessions, withSession } from './sessions.ts';

export type SendResult = Result<Exchange, readonly Problem[]>;

/**
 * The one road of a request: resolve, prepare, check, record, log in, sign, send, explain, record.
 * Fails with problems only while nothing at all has left; from then on there is always an exchange.
 */
export async function sendExchange(
  input: SendInput,
  options: SendOptions,
  ports: Ports,
  sessions: Sessions,
): Promise<SendResult> {
  const opened = await openDraft(input, ports);
  if (!opened.ok) return fail([opened.error]);
  const open = opened.value;
  const plan = planExchange(input, open, ports.crypto);
  if (plan.signed === null || plan.problems.length > 0)
    return fail(redactProblems(plan.problems, open.scope));
  const planned = toRecord(input, open, plan.signed, plan.warnings, ports);
  const id = ports.history.begin(redactRecord(planned, open.scope));
  if (!id.ok) return fail([id.error]);
  const login = await ensureSession(open, options, ports, sessions);
  const attempt: Attempt = { input, open, session: login.session, ports };
  const loggedIn = { ...planned, login: login.steps };
  const settled =
    login.refusal === null
      ? await deliver(attempt, loggedIn, options, sessions)
      : neverSent(loggedIn, login.refusal);
  return ok(settle(attempt, { ...settled, id: id.value }));
}

type Unrecorded = Omit<Exchange, 'id'>;

/** One send on its way, logged in where its API wants that. */
type Attempt = {
  readonly input: SendInput;
  readonly open: OpenDraft;
  readonly session: SessionValues;
  readonly ports: Ports;
};

function toRecord(
  { draft }: SendInput,
  open: OpenDraft,
  { request, trace }: Signed,
  warnings: readonly Problem[],
  ports: Ports,
): Unrecorded {
  const { id, name, environmentClass } = open.environment;
  return {
    startedAt: new Date(ports.clock.now()).toISOString(),
    environment: { id, name, environmentClass },
    draft,
    login: [],
    main: { step: open.operation.id, title: open.operation.title, request, outcome: null },
    trace,
    generated: open.generated,
    openedBody: null,
    warnings,
    explanation: null,
  };
}

/** Whatever keeps or shows a record gets it without its secrets. */
function redactRecord<Record extends Unrecorded>(record: Record, scope: VariableScope): Record {
  return redactDeep(record, createRedactor(secretsOf(scope)));
}

async function ensureSession(
  open: OpenDraft,
  options: SendOptions,
  ports: Ports,
  sessions: Sessions,
): Promise<Login> {
  const authentication = sessionAuthentication(open);
  if (authentication === null) return { session: {}, steps: [], refusal: null };
  const key = sessionKey(open.api, authentication, open.environment, open.scope, ports.crypto);
  const known = sessions.get(key);
  if (known !== undefined) return { session: known, steps: [], refusal: null };
  const { crypto, sender } = ports;
  const login = await logIn({ api: open.api, authentication, scope: open.scope, crypto, sender, options });
  if (login.refusal === null) sessions.set(key, login.session);
  return login;
}

async function deliver(
  attempt: Attempt,
  record: Unrecorded,
  options: SendOptions,
  sessions: Sessions,
): Promise<Unrecorded> {
  const { open, ports } = attempt;
  const signed = signDraft(attempt);
  if (!signed.ok) return neverSent(record, explainUnwritten(signed.error));
  const { request, trace } = signed.value;
  const outcome = await ports.sender.send(request, options);
  const opened = openBody(attempt, outcome);
  const readable = withOpenedBody(outcome, opened);
  const explained = explainSent(open, request, readable, opened);
  return {
    ...record,
    trace,
    main: { step: open.operation.id, title: open.operation.title, request, outcome },
    openedBody: opened.openedBody,
    explanation: dropExpired(attempt, readable, sessions) ? withExpiryNote(explained) : explained,
  };
}

function signDraft({ input, open, session, ports }: Attempt): Result<Signed, readonly Problem[]> {
  const scope = withSession(open.scope, session);
  const prepared = prepareRequest(input.draft, scope);
  if (!prepared.ok) return prepared;
  const sealing = sealingOf(open.api, open.scope);
  const parts = sealing?.sealRequest(prepared.value.parts, session, ports.crypto) ?? prepared.value.parts;
  return signRequest({ ...prepared.value, parts }, open.operation, scope, ports.crypto);
}

/** The login is then the whole exchange. */
function neverSent(record: Unrecorded, explanation: Explanation): Unrecorded {
  return { ...record, main: null, trace: null, explanation };
}

/** A record that cannot be completed is told; the answer is shown all the same. */
function settle({ open, session, ports }: Attempt, record: Exchange): Exchange {
  const exchange = redactRecord(record, withSession(open.scope, session));
  const settled = ports.history.settle(exchange);
  return settled.ok ? exchange : { ...exchange, warnings: [...exchange.warnings, settled.error] };
}

type OpenedBody = { readonly openedBody: string | null; readonly notes: readonly string[] };

function openBody({ open, session, ports }: Attempt, outcome: Outcome): OpenedBody {
  const sealing = sealingOf(open.api, open.scope);
  if (sealing === null || outcome.kind !== 'response' || outcome.body.text === '')
    return { openedBody: null, notes: [] };
  const opened = sealing.openBody(outcome.body.text, session, ports.crypto);
  if (opened.ok)
    return {
      openedBody: opened.value,
      notes: ['The answer was encrypted; it was opened with the session key.'],
    };
  return {
    openedBody: null,
    notes: [`Encryption is on, but the answer could not be opened: ${opened.error}`],
  };
}

function withOpenedBody(outcome: Outcome, { openedBody }: OpenedBody): Outcome {
  if (outcome.kind !== 'response' || openedBody === null) return outcome;
  return { ...outcome, body: { ...outcome.body, text: openedBody } };
}

function explainSent(
  open: OpenDraft,
  request: RequestParts,
  readable: Outcome,
  { notes }: OpenedBody,
): Explanation {
  const explanation = explainOutcome(open.api, readable, { operation: open.operation.id, request });
  return { ...explanation, notes: [...notes, ...explanation.notes] };
}

/** Whether the answer says that the session is over; it is then forgotten, and nothing is sent again by itself. */
function dropExpired({ open, ports }: Attempt, outcome: Outcome, sessions: Sessions): boolean {
  const authentication = sessionAuthentication(open);
  const answer = toLoginAnswer(outcome);
  if (authentication === null || answer === null || !authentication.isExpired(answer)) return false;
  return sessions.delete(sessionKey(open.api, authentication, open.environment, open.scope, ports.crypto));
}

function withExpiryNote(explanation: Explanation): Explanation {
  const note = 'The session is over and was dropped. Sending again logs in anew.';
  return { ...explanation, notes: [note, ...explanation.notes] };
}

function sessionAuthentication({ api }: OpenDraft): SessionAuthentication | null {
  return api.authentication.kind === 'session' ? api.authentication : null;
}
