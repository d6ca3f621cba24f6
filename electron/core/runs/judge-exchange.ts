import type { PreviewInput } from '../../../shared/contract/commands.ts';
import { answerOfExchange } from '../../../shared/engine/checked-answer.ts';
import { evaluateChecks } from '../../../shared/engine/evaluate-checks.ts';
import { resolveExpected } from '../../../shared/engine/resolve-expected.ts';
import type { RunRequest } from '../../../shared/engine/runs/flatten-collection.ts';
import type { CheckReport } from '../../../shared/model/check.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { CollectionRequest } from '../../../shared/model/collection.ts';
import { type Problem, problemText } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { RunResult } from '../../../shared/model/run.ts';
import { openDraft } from '../open-draft.ts';
import type { Ports } from '../ports.ts';
import type { PlannedIteration } from './planned-iterations.ts';

/** Which request of which iteration a result is of. */
type Subject = RunRequest & Pick<PlannedIteration, 'iteration' | 'row'>;

/** Holds the exchange of a request against its checks; expected texts know what the send knew. */
export async function judgeExchange(
  { checks, captures }: CollectionRequest,
  exchange: Exchange,
  input: PreviewInput,
  ports: Ports,
): Promise<CheckReport> {
  const usesVariables = checks.some(({ expected }) => expected.includes('{{'));
  const resolve = usesVariables ? await resolver(exchange, input, ports) : ok;
  return evaluateChecks({ checks, captures, answer: answerOfExchange(exchange), resolve });
}

/** Dynamic variables have the value they had in the send. */
async function resolver(
  { generated }: Exchange,
  input: PreviewInput,
  ports: Ports,
): Promise<(text: string) => Result<string, string>> {
  const literals = { ...input.literals, ...Object.fromEntries(generated) };
  const opened = await openDraft({ ...input, literals }, ports);
  return (text) => (opened.ok ? resolveExpected(text, opened.value.scope) : fail(problemText(opened.error)));
}

/** What is told of a request whose exchange is known. Without checks, the verdict decides. */
export function resultOfExchange(
  { path, request, iteration, row }: Subject,
  exchange: Exchange,
  { checks, captures }: CheckReport,
): Omit<RunResult, 'number'> {
  const step = exchange.main ?? exchange.login.at(-1) ?? null;
  const outcome = step?.outcome ?? null;
  const verdict = exchange.explanation?.verdict ?? 'unknown';
  return {
    ...{ iteration, row, path, name: request.name },
    exchangeId: exchange.id,
    verdict,
    status: outcome?.kind === 'response' ? outcome.status : null,
    duration: outcome?.timings.total ?? null,
    headline: exchange.explanation?.headline ?? 'Outcome unknown: the answer was never recorded.',
    passed:
      checks.length === 0
        ? verdict === 'accepted' || verdict === 'pending'
        : checks.every(({ passed }) => passed),
    checks,
    captures,
    problems: [],
  };
}

/** What is told of a request that was not sent. */
export function resultOfProblems(
  { path, request, iteration, row }: Subject,
  problems: readonly Problem[],
): Omit<RunResult, 'number'> {
  return {
    ...{ iteration, row, path, name: request.name },
    ...{ exchangeId: null, verdict: null, status: null, duration: null },
    headline: `Not sent: ${problems[0]?.message ?? 'it was stopped.'}`,
    passed: false,
    checks: [],
    captures: [],
    problems,
  };
}
