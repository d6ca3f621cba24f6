import { createRedactor, redactDeep } from '../../shared/engine/redact.ts';
import { redactExchange } from '../../shared/engine/redact-exchange.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { LoginRecord } from '../../shared/model/session.ts';
import type { SendOptions } from '../../shared/ports/sender.ts';
import { loginScenarioHeaders } from './asked-scenario.ts';
import { secretsOf } from './build-scope.ts';
import type { Sessions } from './create-sessions.ts';
import { logIn, type Login, type LoginPurpose } from './log-in.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Ports } from './ports.ts';
import { type SessionAuthentication, sessionKey, withSession } from './sessions.ts';

/**
 * The session that a send uses: the open one, else that of a login now. A draft that asks the sandbox for an answer to
 * the login logs in whatever there is. An API without a login needs none.
 */
export async function ensureSession(
  open: OpenDraft,
  draft: RequestDraft,
  options: SendOptions,
  ports: Ports,
  sessions: Sessions,
): Promise<Login> {
  const authentication = sessionAuthentication(open);
  if (authentication === null) return { session: {}, steps: [], refusal: null, validUntil: null };
  const key = sessionKey(open.api, authentication, open.environment, open.scope, ports.crypto);
  const session = loginScenarioHeaders(open, draft).length === 0 ? sessions.find(key) : null;
  if (session !== null) return { session, steps: [], refusal: null, validUntil: null };
  return logInAnew({ open, draft, authentication, purpose: 'send' }, options, ports, sessions);
}

export type AnewInput = {
  readonly open: OpenDraft;
  readonly draft: RequestDraft;
  readonly authentication: SessionAuthentication;
  readonly purpose: LoginPurpose;
};

/** Logs in whatever there is, and remembers what came of it, without secrets but for the session itself. */
export async function logInAnew(
  { open, draft, authentication, purpose }: AnewInput,
  options: SendOptions,
  { clock, crypto, sender }: Ports,
  sessions: Sessions,
): Promise<Login> {
  const { api, scope, environment } = open;
  const startedAt = new Date(clock.now()).toISOString();
  const headers = loginScenarioHeaders(open, draft);
  const login = await logIn({ api, authentication, scope, crypto, sender, options, purpose, headers });
  sessions.note(sessionKey(api, authentication, environment, scope, crypto), {
    record: redactLogin(startedAt, login, open),
    values: login.refusal === null ? login.session : null,
    validUntil: login.validUntil,
    at: new Date(clock.now()).toISOString(),
  });
  return login;
}

/** How the API of a draft logs in; `null` where it does not. */
export function sessionAuthentication({ api }: Pick<OpenDraft, 'api'>): SessionAuthentication | null {
  return api.authentication.kind === 'session' ? api.authentication : null;
}

function redactLogin(
  startedAt: string,
  { session, steps, refusal }: Login,
  { scope }: OpenDraft,
): LoginRecord {
  const redact = createRedactor(secretsOf(withSession(scope, session)));
  const { login } = redactExchange({ login: steps, main: null }, redact);
  return { startedAt, steps: login, refusal: redactDeep(refusal, redact) };
}
