import { problemText } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { VariableScope } from '../model/variable.ts';
import { reachableNames, resolveText, variableNames } from './resolve-variables.ts';

/**
 * Replaces the variables of what a check expects. Secrets are refused: the result of a check shows what was expected.
 * The failure is one or two sentences.
 */
export function resolveExpected(text: string, scope: VariableScope): Result<string, string> {
  const secret = reachableNames(variableNames(text), scope).find((name) => scope.get(name)?.secret === true);
  if (secret !== undefined)
    return fail(
      `What is expected uses ${secret}, which is secret, and results of checks are shown to everybody.`,
    );
  const resolved = resolveText({ text, language: 'plain', scope, place: { part: 'variable' } });
  if (resolved.ok) return ok(resolved.value.text);
  return fail(resolved.error.map(({ place: _place, ...problem }) => problemText(problem)).join(' '));
}
