import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { LoginAnswer, LoginStep, SessionValues } from '../../shared/definition/authentication.ts';
import { prepareLoginStep } from '../../shared/engine/prepare-login-step.ts';
import { parseBody } from '../../shared/formats/body.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { VariableScope, VariableValue } from '../../shared/model/variable.ts';
import type { Postman, PostmanResponse } from './postman.ts';
import { postmanCrypto } from './postman-crypto.ts';
import { pairsOf } from './request-in-postman.ts';

type Done = (session: Result<SessionValues, string>) => void;

/** Sessions by what they were opened with; they last as long as Postman keeps this script. */
const sessions = new Map<string, SessionValues>();

/** Gives the session that an API asks for, opening one where there is none; the failure is a sentence. */
export function withLogin(pm: Postman, api: ApiDefinition, scope: VariableScope, done: Done): void {
  const { authentication } = api;
  if (authentication.kind === 'direct') {
    done(ok({}));
    return;
  }
  const { sealing } = authentication;
  if (sealing !== undefined && textOf(scope, sealing.variable) === 'on') {
    done(fail('The encryption of the payload is on, which Postman cannot do.'));
    return;
  }
  const key = sessionKey(api, scope);
  const open = sessions.get(key);
  if (open !== undefined) {
    done(ok(open));
    return;
  }
  sendSteps(pm, authentication.steps, {}, scope, (session) => {
    if (session.ok) sessions.set(key, session.value);
    done(session);
  });
}

/** Drops a session that an answer calls over; nothing is sent again by itself. */
export function forgetExpired(api: ApiDefinition, scope: VariableScope, answer: LoginAnswer): void {
  if (api.authentication.kind === 'session' && api.authentication.isExpired(answer))
    sessions.delete(sessionKey(api, scope));
}

/** The variables of a scope, and those of a session as `$session.<name>`. */
export function withSession(scope: VariableScope, session: SessionValues): VariableScope {
  const values = Object.entries(session).map(([name, text]): [string, VariableValue] => [
    `$session.${name}`,
    { secret: false, origin: 'session', text },
  ]);
  return new Map([...scope, ...values]);
}

function sessionKey({ id, authentication }: ApiDefinition, scope: VariableScope): string {
  const names = authentication.kind === 'session' ? authentication.identity : [];
  return JSON.stringify([id, ...names.map((name) => textOf(scope, name))]);
}

function textOf(scope: VariableScope, name: string): string | null {
  const value = scope.get(name);
  return value === undefined ? null : value.secret ? value.value.reveal() : value.text;
}

function sendSteps(
  pm: Postman,
  steps: readonly LoginStep[],
  session: SessionValues,
  scope: VariableScope,
  done: Done,
): void {
  const [step, ...rest] = steps;
  if (step === undefined) {
    done(ok(session));
    return;
  }
  const prepared = prepareLoginStep(step, withSession(scope, session), postmanCrypto);
  if (!prepared.ok) {
    done(fail(prepared.error.map(({ message, remedy }) => `${message} ${remedy}`).join(' ')));
    return;
  }
  pm.sendRequest(toPostman(prepared.value.parts), (error, response) => {
    const values = error === null || error === undefined ? step.read(toLoginAnswer(response)) : null;
    if (values === null) done(fail(`${step.title} yielded no session.`));
    else sendSteps(pm, rest, { ...session, ...values }, scope, done);
  });
}

/** An answer as login steps and rules read it. */
export function toLoginAnswer(response: PostmanResponse): LoginAnswer {
  const { code = 0, headers } = response;
  return { status: code, headers: pairsOf(headers.all()), body: parseBody(response.text() ?? '') };
}

function toPostman({ method, url, headers, body }: RequestParts): Parameters<Postman['sendRequest']>[0] {
  const header = headers.map(([key, value]) => ({ key, value }));
  return { method, url, header, ...(body === null ? {} : { body: { mode: 'raw', raw: body } }) };
}
