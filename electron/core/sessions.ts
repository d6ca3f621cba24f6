import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { Authentication, Sealing, SessionValues } from '../../shared/definition/authentication.ts';
import type { Environment } from '../../shared/model/environment.ts';
import { Secret } from '../../shared/model/secret.ts';
import type { VariableScope } from '../../shared/model/variable.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';

export type SessionAuthentication = Extract<Authentication, { kind: 'session' }>;

/** The prefix of variables that a login yields. */
const prefix = '$session.';

/** Two sends share a session where API, environment and the values of the identifying variables are the same. */
export function sessionKey(
  api: ApiDefinition,
  authentication: SessionAuthentication,
  environment: Environment,
  scope: VariableScope,
  crypto: Crypto,
): string {
  const values = authentication.identity.map((name) => {
    const variable = scope.get(name);
    return variable === undefined ? '' : variable.secret ? variable.value.reveal() : variable.text;
  });
  return crypto.sha512(JSON.stringify([api.id, environment.id, ...values]));
}

/** The scope with the values of a session as `{{$session.<name>}}`. */
export function withSession(scope: VariableScope, session: SessionValues): VariableScope {
  const extended = new Map(scope);
  for (const [name, value] of Object.entries(session)) {
    extended.set(prefix + name, { secret: true, origin: 'session', value: new Secret(value) });
  }
  return extended;
}

export function isSessionVariable(name: string): boolean {
  return name.startsWith(prefix);
}

/** Payload encryption, where the API has it and the user switched it on. */
export function sealingOf({ authentication }: ApiDefinition, scope: VariableScope): Sealing | null {
  const sealing = authentication.kind === 'session' ? authentication.sealing : undefined;
  const variable = sealing === undefined ? undefined : scope.get(sealing.variable);
  return sealing !== undefined && variable?.secret === false && variable.text === 'on' ? sealing : null;
}
