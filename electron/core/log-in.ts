import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { LoginAnswer, LoginStep, SessionValues } from '../../shared/definition/authentication.ts';
import { explainOutcome } from '../../shared/engine/explain-outcome.ts';
import { prepareLoginStep } from '../../shared/engine/prepare-login-step.ts';
import { signRequest } from '../../shared/engine/sign-request.ts';
import { parseBody } from '../../shared/formats/body.ts';
import type { StepExchange } from '../../shared/model/exchange.ts';
import type { Explanation } from '../../shared/model/explanation.ts';
import type { HeaderList } from '../../shared/model/headers.ts';
import type { Outcome } from '../../shared/model/outcome.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { VariableScope } from '../../shared/model/variable.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { Sender, SendOptions } from '../../shared/ports/sender.ts';
import { explainNotSent } from './explain-not-sent.ts';
import { sealingOf, type SessionAuthentication, withSession } from './sessions.ts';

/** What came of a login. The steps hold secrets and have to be redacted with the session's values too. */
export type Login = {
  readonly session: SessionValues;
  readonly steps: readonly StepExchange[];
  /** Why there is no session; `null` where there is one. */
  readonly refusal: Explanation | null;
  /** In the provider's own words; `null` where it says nothing. */
  readonly validUntil: string | null;
};

/** Whether a request waits for the login. */
export type LoginPurpose = 'send' | 'login alone';

export type LoginInput = {
  readonly api: ApiDefinition;
  readonly authentication: SessionAuthentication;
  readonly scope: VariableScope;
  readonly crypto: Crypto;
  readonly sender: Sender;
  readonly options: SendOptions;
  readonly purpose: LoginPurpose;
  /** Header lines beside those of the steps. */
  readonly headers: HeaderList;
};

/** Sends the login steps one after the other until there is a session or one of them fails. */
export async function logIn(input: LoginInput): Promise<Login> {
  const { api, authentication, crypto } = input;
  const sealing = sealingOf(api, input.scope);
  let session: SessionValues = sealing?.begin(crypto) ?? {};
  let validUntil: string | null = null;
  const steps: StepExchange[] = [];
  const refused = (refusal: Explanation): Login => ({ session, steps, refusal, validUntil });
  for (const [index, step] of authentication.steps.entries()) {
    const headers = [...step.headers, ...(sealing?.loginHeaders(session) ?? []), ...input.headers];
    const sent = await sendStep({ ...step, headers }, withSession(input.scope, session), input);
    if (!sent.ok) return refused(explainNotSent('the login could not be written', sent.error));
    steps.push(sent.value.exchange);
    const answer = toLoginAnswer(sent.value.outcome);
    const values = answer === null ? null : step.read(answer);
    if (answer === null || values === null) return refused(explainRefusal(step, sent.value, input));
    session = { ...session, ...values };
    validUntil = authentication.readValidUntil?.(answer) ?? null;
    if (sealing === null || index < authentication.steps.length - 1) continue;
    const accepted = sealing.accept(answer, session, crypto);
    if (!accepted.ok) return refused({ ...explainRefusal(step, sent.value, input), meaning: accepted.error });
    session = { ...session, ...accepted.value };
  }
  return { session, steps, refusal: null, validUntil };
}

/** What a login step or an expiry rule reads; `null` without a response. */
export function toLoginAnswer(outcome: Outcome): LoginAnswer | null {
  if (outcome.kind !== 'response') return null;
  return { status: outcome.status, headers: outcome.headers, body: parseBody(outcome.body.text) };
}

type SentStep = { readonly exchange: StepExchange; readonly outcome: Outcome };

async function sendStep(
  step: LoginStep,
  scope: VariableScope,
  input: LoginInput,
): Promise<Result<SentStep, readonly Problem[]>> {
  const prepared = prepareLoginStep(step, scope, input.crypto);
  if (!prepared.ok) return prepared;
  const signed = signRequest(prepared.value, null, scope, input.crypto);
  if (!signed.ok) return signed;
  const { request } = signed.value;
  const outcome = await input.sender.send(request, input.options);
  return ok({ exchange: { step: step.id, title: step.title, request, outcome }, outcome });
}

/** Of a login that a request waits for the first thing to say is that the request itself never left. */
function explainRefusal(
  step: LoginStep,
  { exchange, outcome }: SentStep,
  { api, purpose }: LoginInput,
): Explanation {
  const explained = explainOutcome(api, outcome, { operation: null, request: exchange.request });
  const isWaitedFor = purpose === 'send';
  const resend = isWaitedFor
    ? 'The request itself was not sent. Send it again once the login works.'
    : 'A login moves no money; log in again once the cause is mended.';
  if (explained.verdict === 'refused') return { ...explained, resend };
  const why =
    outcome.kind === 'response' ? `${step.title} yielded no session` : `${step.title} got no answer`;
  return {
    ...explained,
    verdict: 'unknown',
    headline: `${isWaitedFor ? 'Not sent' : 'No session'}: ${why}`,
    meaning: isWaitedFor
      ? `The request waits for a login, and that failed. ${explained.meaning}`
      : explained.meaning,
    remedy: 'Check the credentials and the base URL of the environment.',
    resend,
  };
}
