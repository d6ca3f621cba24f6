import type { SendInput } from '../../shared/contract/commands.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { SessionValues } from '../../shared/definition/authentication.ts';
import { explainOutcome } from '../../shared/engine/explain-outcome.ts';
import { prepareRequest } from '../../shared/engine/prepare-request.ts';
import { createRedactor, redactDeep } from '../../shared/engine/redact.ts';
import { redactExchange } from '../../shared/engine/redact-exchange.ts';
import { type Signed, signRequest } from '../../shared/engine/sign-request.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import type { Explanation } from '../../shared/model/explanation.ts';
import type { JournalRefund } from '../../shared/model/journal.ts';
import type { Outcome } from '../../shared/model/outcome.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { VariableScope } from '../../shared/model/variable.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { SendOptions } from '../../shared/ports/sender.ts';
import { applyLookUps } from './apply-look-ups.ts';
import { auditSend } from './audit-send.ts';
import { redactProblems, secretsOf } from './build-scope.ts';
import { checkRails, claimOf } from './check-rails.ts';
import { claimRefunds, refundStates } from './claim-refunds.ts';
import type { CoreState } from './core-state.ts';
import type { Sessions } from './create-sessions.ts';
import { ensureSession, sessionAuthentication } from './ensure-session.ts';
import { explainNotSent } from './explain-not-sent.ts';
import { toLoginAnswer } from './log-in.ts';
import { openDraft, type OpenDraft } from './open-draft.ts';
import { planExchange } from './plan-exchange.ts';
import type { Ports } from './ports.ts';
import { sealingOf, sessionKey, withSession } from './sessions.ts';

export type SendResult = Result<Exchange, readonly Problem[]>;

/**
 * The one road of a request: resolve, prepare, check, record, log in, sign, send, explain, record.
 * Fails with problems only while nothing at all has left; from then on there is always an exchange.
 */
export async function sendExchange(
  input: SendInput,
  options: SendOptions,
  ports: Ports,
  state: CoreState,
): Promise<SendResult> {
  const opened = await openDraft(input, ports);
  if (!opened.ok) return fail([opened.error]);
  const open = opened.value;
  const plan = planExchange(input, open, ports.crypto);
  if (plan.signed === null || plan.problems.length > 0)
    return fail(redactProblems(plan.problems, open.scope));
  const refunds = redactDeep(claimRefunds(open, plan.signed.request), createRedactor(secretsOf(open.scope)));
  const rails = checkRails(open, plan, refunds, input, ports, state.interlock);
  if (rails.stops.length > 0) return stopped(open, refunds, rails.stops, ports);
  const planned = toRecord(
    input,
    open,
    plan.signed,
    [...plan.warnings, ...rails.warnings],
    ports,
    state.version,
  );
  const id = ports.history.begin(redactRecord(planned, open.scope), claimOf(open, refunds, input, ports));
  if (!id.ok) return stopped(open, refunds, id.error, ports);
  const attempt: Attempt = { id: id.value, input, open, refunds, ports };
  const { record, session } = await attemptSend(attempt, planned, options, state.sessions);
  const exchange = settle(attempt, { ...record, id: id.value }, session);
  applyLookUps(open, exchange, record.main, ports);
  return ok(exchange);
}

/** What a rail stopped is told with its ways on, and goes into the audit trail. */
function stopped(
  open: OpenDraft,
  refunds: readonly JournalRefund[],
  stops: readonly Problem[],
  { audit }: Ports,
): SendResult {
  const problems = redactProblems(stops, open.scope);
  const detail = problems.map(({ message }) => message).join(' ');
  const event = { what: 'refused-by-rail', exchangeId: null, verdict: null, detail } as const;
  const written = auditSend(event, open, refunds, audit);
  return fail(written.ok ? problems : [...problems, written.error]);
}

/** The line in the audit trail, the login and the request itself; the first that fails ends it. */
async function attemptSend(
  attempt: Attempt,
  planned: Unrecorded,
  options: SendOptions,
  sessions: Sessions,
): Promise<{ readonly record: Unrecorded; readonly session: SessionValues }> {
  const { input, open, ports } = attempt;
  const written = auditStart(attempt);
  if (!written.ok) {
    const explanation = explainNotSent('the audit trail cannot be written', [written.error]);
    return { record: neverSent(planned, explanation), session: {} };
  }
  const { session, steps, refusal } = await ensureSession(open, input.draft, options, ports, sessions);
  const loggedIn = { ...planned, login: steps };
  const record =
    refusal === null
      ? await deliver(attempt, loggedIn, session, options, sessions)
      : neverSent(loggedIn, refusal);
  return { record, session };
}

function auditStart({ id, input, open, refunds, ports }: Attempt): Result<null, Problem> {
  const { repeatOf } = input;
  const event = {
    what: repeatOf.length === 0 ? 'sent' : 'repeated',
    exchangeId: id,
    verdict: null,
    detail: repeatOf.length === 0 ? '' : `Repeats history ${repeatOf.join(', ')} on purpose.`,
  } as const;
  return auditSend(event, open, refunds, ports.audit);
}

type Unrecorded = Omit<Exchange, 'id'>;

/** One send on its way: it has a record and a claim on its refunds. */
type Attempt = {
  readonly id: string;
  readonly input: SendInput;
  readonly open: OpenDraft;
  readonly refunds: readonly JournalRefund[];
  readonly ports: Ports;
};

function toRecord(
  { draft }: SendInput,
  open: OpenDraft,
  { request, trace }: Signed,
  warnings: readonly Problem[],
  { clock, crypto }: Ports,
  version: string,
): Unrecorded {
  const { id, name, environmentClass } = open.environment;
  return {
    startedAt: new Date(clock.now()).toISOString(),
    environment: { id, name, environmentClass },
    madeWith: { workbench: version, template: templateRevision(open.api, draft, crypto) },
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

/** Changes with every change of the template as shipped. */
function templateRevision(api: ApiDefinition, { template: id }: RequestDraft, crypto: Crypto): string | null {
  const template = api.templates.find((candidate) => candidate.id === id);
  return template === undefined ? null : crypto.sha256(JSON.stringify(template)).slice(0, 12);
}

/** Whatever keeps or shows a record gets it without its secrets. */
function redactRecord<Record extends Unrecorded>(record: Record, scope: VariableScope): Record {
  return redactExchange(record, createRedactor(secretsOf(scope)));
}

async function deliver(
  attempt: Attempt,
  record: Unrecorded,
  session: SessionValues,
  options: SendOptions,
  sessions: Sessions,
): Promise<Unrecorded> {
  const { open, ports } = attempt;
  const signed = signDraft(attempt, session);
  if (!signed.ok)
    return neverSent(
      record,
      explainNotSent('the request could not be written with what the login yielded', signed.error),
    );
  const { request, trace } = signed.value;
  const outcome = await ports.sender.send(request, options);
  const opened = openBody(attempt, session, outcome);
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

function signDraft(
  { input, open, ports }: Attempt,
  session: SessionValues,
): Result<Signed, readonly Problem[]> {
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
function settle({ open, refunds, ports }: Attempt, record: Exchange, session: SessionValues): Exchange {
  const exchange = redactRecord(record, withSession(open.scope, session));
  const settled = ports.history.settle(exchange, refundStates(refunds, record));
  const verdict = exchange.explanation?.verdict ?? null;
  const event = {
    what: 'settled',
    exchangeId: exchange.id,
    verdict,
    detail: exchange.explanation?.headline ?? '',
  } as const;
  const audited = auditSend(event, open, refunds, ports.audit);
  const problems = [settled, audited].flatMap((result) => (result.ok ? [] : [result.error]));
  return problems.length === 0 ? exchange : { ...exchange, warnings: [...exchange.warnings, ...problems] };
}

type OpenedBody = { readonly openedBody: string | null; readonly notes: readonly string[] };

function openBody({ open, ports }: Attempt, session: SessionValues, outcome: Outcome): OpenedBody {
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
  const key = sessionKey(open.api, authentication, open.environment, open.scope, ports.crypto);
  return sessions.end(key, new Date(ports.clock.now()).toISOString());
}

function withExpiryNote(explanation: Explanation): Explanation {
  const note = 'The session is over and was dropped. Sending again logs in anew.';
  return { ...explanation, notes: [note, ...explanation.notes] };
}
