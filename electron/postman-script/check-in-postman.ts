import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { describeDemand, describeSubject } from '../../shared/engine/describe-check.ts';
import { evaluateChecks } from '../../shared/engine/evaluate-checks.ts';
import { explainOutcome } from '../../shared/engine/explain-outcome.ts';
import { resolveExpected } from '../../shared/engine/resolve-expected.ts';
import type { PostmanExpectation } from '../../shared/engine/transfer/postman-script-calls.ts';
import type { Explanation } from '../../shared/model/explanation.ts';
import { noTimings, type Outcome } from '../../shared/model/outcome.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { Result } from '../../shared/model/result.ts';
import type { VariableScope } from '../../shared/model/variable.ts';
import type { Postman, PostmanResponse } from './postman.ts';
import { pairsOf } from './request-in-postman.ts';
import { readScope } from './scope-in-postman.ts';

/** What was asked, and with which variables. */
export type Asked = {
  readonly api: ApiDefinition;
  readonly operation: string;
  readonly scope: VariableScope;
  readonly request: RequestParts;
  /** Values of variables that Postman knows none for. */
  readonly values: Readonly<Record<string, string>>;
};

/** What was taken from answers, and in which iteration: the next one starts without it. */
let captured: { readonly iteration: number; readonly names: Set<string> } = {
  iteration: 0,
  names: new Set(),
};

/** Variables that hold what was taken from earlier answers of this iteration. */
export function capturedNames(): ReadonlySet<string> {
  return captured.names;
}

/** Takes back what an earlier iteration captured. */
export function forgetOfOtherIterations({ info, variables }: Postman): void {
  if (info.iteration === captured.iteration) return;
  captured.names.forEach((name) => variables.unset(name));
  captured = { iteration: info.iteration, names: new Set() };
}

/**
 * One test of Postman for each check; without checks one for the verdict, which has to be accepted or pending, as in
 * the workbench's own runs. Captured values become variables of the run.
 */
export function checkAnswer(
  pm: Postman,
  answer: PostmanResponse,
  asked: Asked,
  { checks, captures }: PostmanExpectation,
): void {
  const outcome = readOutcome(answer);
  const explained = explainOutcome(asked.api, outcome, asked);
  const { status, headers, body } = outcome;
  const response = { status, headers, body: body.text, truncated: false, time: answer.responseTime };
  // Stronger is what the send knew, dynamic variables among it.
  const scope = new Map([
    ...readScope(
      pm,
      asked.api,
      checks.map(({ expected }) => expected),
      asked.values,
      captured.names,
    ),
    ...asked.scope,
  ]);
  const resolve = (text: string): Result<string, string> => resolveExpected(text, scope);
  const report = evaluateChecks({ checks, captures, answer: { explained, response }, resolve });
  report.checks.forEach(({ check, passed, message }, index) => {
    test(pm, `${index + 1}. ${describeSubject(check.subject)} ${describeDemand(check)}`, passed, message);
  });
  if (checks.length === 0) testVerdict(pm, explained);
  for (const { capture, value } of report.captures) {
    if (value === null) continue;
    captured.names.add(capture.variable);
    pm.variables.set(capture.variable, value);
  }
}

function testVerdict(pm: Postman, { verdict, headline }: Explanation): void {
  test(pm, 'The verdict is accepted or pending', verdict === 'accepted' || verdict === 'pending', headline);
}

function test(pm: Postman, name: string, passed: boolean, message: string): void {
  pm.test(name, () => {
    if (!passed) throw new Error(message);
  });
}

function readOutcome(response: PostmanResponse): Extract<Outcome, { kind: 'response' }> {
  const text = response.text() ?? '';
  const bytes = new TextEncoder().encode(text).length;
  return {
    kind: 'response',
    status: response.code ?? 0,
    statusText: response.status,
    headers: pairsOf(response.headers.all()),
    body: { text, bytes, charset: 'utf-8', base64: null, truncated: false },
    timings: { ...noTimings, total: response.responseTime },
  };
}
