import type { LoginStep } from '../definition/authentication.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import type { VariableScope } from '../model/variable.ts';
import type { Crypto } from '../ports/crypto.ts';
import { type Deferred, type PreparedRequest, prepareRequest } from './prepare-request.ts';
import { resolveText } from './resolve-variables.ts';

/** Writes a login step out as a request, Basic credentials included. */
export function prepareLoginStep(
  step: LoginStep,
  scope: VariableScope,
  crypto: Crypto,
  deferred?: Deferred,
): Result<PreparedRequest, readonly Problem[]> {
  const authorization = basicHeader(step, scope, crypto);
  if (!authorization.ok) return authorization;
  return prepareRequest({ ...step, headers: [...step.headers, ...authorization.value] }, scope, deferred);
}

function basicHeader(
  { basic }: LoginStep,
  scope: VariableScope,
  crypto: Crypto,
): Result<readonly (readonly [string, string])[], readonly Problem[]> {
  if (basic === undefined) return ok([]);
  const text = `{{${basic.user}}}:{{${basic.password}}}`;
  const place = { part: 'header', name: 'Authorization' } as const;
  const resolved = resolveText({ text, language: 'plain', scope, place });
  if (!resolved.ok) return resolved;
  return ok([['Authorization', `Basic ${crypto.toBase64(new TextEncoder().encode(resolved.value.text))}`]]);
}
