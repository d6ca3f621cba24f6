import type { SendInput } from '../../shared/contract/commands.ts';
import type { Sealing, SessionValues } from '../../shared/definition/authentication.ts';
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
import type { SendOptions } from '../../shared/ports/sender.ts';
import { checkVariables, redactProblems, secretsOf } from './build-scope.ts';
import { checkDraft } from './check-draft.ts';
import { isSealed, logIn, type Login, toLoginAnswer } from './log-in.ts';
import { openDraft, type OpenDraft } from './open-draft.ts';
import type { Ports } from './ports.ts';
import { deferSession, withoutEchoes } from './preview-exchange.ts';
import { type SessionAuthentication, sessionKey, type Sessions, withSession } from './sessions.ts';

export type SendResult = Result<Exchange, readonly Problem[]>;

/**
 * The one road of a request: resolve, prepare, check, log in, sign, record, send, explain, record.
 * Fails with problems only while the request itself has not left; from then on there is always an exchange.
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
  const warnings = checkBeforeLogin(input, open, ports);
  if (!warnings.ok) return fail(redactProblems(warnings.error, open.scope));
  const login = await ensureSession(open, options, ports, sessions);
  if (login.kind === 'impossible') return fail(redactProblems(login.problems, open.scope));
  const attempt = startAttempt(input, open, login, warnings.value, ports);
  if (login.kind === 'refused') return recordRefusedLogin(attempt, login.explanation);
  const signed = signDraft(attempt);
  if (!signed.ok) return fail(redactProblems(signed.error, withSession(open.scope, login.session)));
  return deliver(attempt, signed.value, options, sessions);
}

type Unrecorded = Omit<Exchange, 'id'>;

/** One send on its way: what is known of it so far, and how its secrets are taken out before anything keeps it. */
type Attempt = {
  readonly input: SendInput;
  readonly open: OpenDraft;
  readonly session: SessionValues;
  readonly record: Unrecorded;
  readonly redact: (exchange: Unrecorded) => Unrecorded;
  readonly ports: Ports;
};

function startAttempt(
  input: SendInput,
  open: OpenDraft,
  login: Exclude<Login, { kind: 'impossible' }>,
  warnings: readonly Problem[],
  ports: Ports,
): Attempt {
  const { id, name, environmentClass } = open.environment;
  const record: Unrecorded = {
    startedAt: new Date(ports.clock.now()).toISOString(),
    environment: { id, name, environmentClass },
    draft: input.draft,
    login: login.steps,
    main: null,
    trace: null,
    openedBody: null,
    warnings,
    explanation: null,
  };
  const redactor = createRedactor(secretsOf(withSession(open.scope, login.session)));
  const redact = (exchange: Unrecorded): Unrecorded => redactDeep(exchange, redactor);
  return { input, open, session: login.session, record, redact, ports };
}

/** Everything that can be known without a session is checked before one is opened. */
function checkBeforeLogin(
  input: SendInput,
  open: OpenDraft,
  ports: Ports,
): Result<readonly Problem[], readonly Problem[]> {
  const amounts = checkVariables(open.api, open.scope, open.used);
  const prepared = prepareRequest(input.draft, open.scope, deferSession);
  if (!prepared.ok) return fail(withoutEchoes(amounts, prepared.error));
  const { environmentClass } = open.environment;
  const check = checkDraft(open.operation, prepared.value, {
    environmentClass,
    allowInvalid: input.allowInvalid,
  });
  const signed = signRequest(prepared.value, open.operation, open.scope, ports.crypto);
  const problems = withoutEchoes(amounts, [...check.problems, ...(signed.ok ? [] : signed.error)]);
  return problems.length > 0 ? fail(problems) : ok(check.warnings);
}

async function ensureSession(
  open: OpenDraft,
  options: SendOptions,
  ports: Ports,
  sessions: Sessions,
): Promise<Login> {
  const authentication = sessionAuthentication(open);
  if (authentication === null) return { kind: 'ready', session: {}, steps: [] };
  const key = sessionKey(open.api, authentication, open.environment, open.scope, ports.crypto);
  const known = sessions.get(key);
  if (known !== undefined) return { kind: 'ready', session: known, steps: [] };
  const { crypto, sender } = ports;
  const login = await logIn({ api: open.api, authentication, scope: open.scope, crypto, sender, options });
  if (login.kind === 'ready') sessions.set(key, login.session);
  return login;
}

function signDraft({ input, open, session, ports }: Attempt): Result<Signed, readonly Problem[]> {
  const scope = withSession(open.scope, session);
  const prepared = prepareRequest(input.draft, scope);
  if (!prepared.ok) return prepared;
  const sealing = sealingOf(open);
  const parts = sealing?.sealRequest(prepared.value.parts, session, ports.crypto) ?? prepared.value.parts;
  return signRequest({ ...prepared.value, parts }, open.operation, scope, ports.crypto);
}

async function deliver(
  attempt: Attempt,
  { request, trace }: Signed,
  options: SendOptions,
  sessions: Sessions,
): Promise<SendResult> {
  const { open, ports } = attempt;
  const { id: step, title } = open.operation;
  const sending = { ...attempt.record, trace, main: { step, title, request, outcome: null } };
  const id = ports.history.begin(attempt.redact(sending));
  if (!id.ok) return fail([id.error]);
  const outcome = await ports.sender.send(request, options);
  const opened = openBody(attempt, outcome);
  const readable = withOpenedBody(outcome, opened);
  const explained = explainSent(open, request, readable, opened);
  const explanation = dropExpired(attempt, readable, sessions) ? withExpiryNote(explained) : explained;
  return ok(
    settle(attempt, id.value, {
      ...sending,
      main: { ...sending.main, outcome },
      openedBody: opened.openedBody,
      explanation,
    }),
  );
}

/** The login was refused: that is the exchange, and the request itself was never sent. */
function recordRefusedLogin(attempt: Attempt, explanation: Explanation): SendResult {
  const id = attempt.ports.history.begin(attempt.redact(attempt.record));
  return id.ok ? ok(settle(attempt, id.value, { ...attempt.record, explanation })) : fail([id.error]);
}

/** A record that cannot be completed is told; the answer is shown all the same. */
function settle(attempt: Attempt, id: string, record: Unrecorded): Exchange {
  const exchange: Exchange = { ...attempt.redact(record), id };
  const settled = attempt.ports.history.settle(exchange);
  return settled.ok ? exchange : { ...exchange, warnings: [...exchange.warnings, settled.error] };
}

type OpenedBody = { readonly openedBody: string | null; readonly notes: readonly string[] };

function openBody({ open, session, ports }: Attempt, outcome: Outcome): OpenedBody {
  const sealing = sealingOf(open);
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

/** Payload encryption, where the API has it and the user switched it on. */
function sealingOf(open: OpenDraft): Sealing | null {
  const authentication = sessionAuthentication(open);
  return authentication !== null && isSealed(authentication, open.scope)
    ? (authentication.sealing ?? null)
    : null;
}
