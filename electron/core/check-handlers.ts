import type { Handlers } from '../../shared/contract/commands.ts';
import type { CheckInput } from '../../shared/contract/run-commands.ts';
import { answerOfExchange } from '../../shared/engine/checked-answer.ts';
import { evaluateChecks } from '../../shared/engine/evaluate-checks.ts';
import { inputOfExchange } from '../../shared/engine/input-of-exchange.ts';
import { resolveExpected } from '../../shared/engine/resolve-expected.ts';
import type { CheckReport } from '../../shared/model/check.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import { problemText, type Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { noSuchExchange } from './no-such-exchange.ts';
import { openDraft } from './open-draft.ts';
import type { Ports } from './ports.ts';

/** Holds stored exchanges against checks. */
export function checkHandlers(ports: Ports): Pick<Handlers, 'check.evaluate'> {
  return { 'check.evaluate': async (input) => evaluateStored(input, ports) };
}

async function evaluateStored(
  { exchangeId, checks, captures }: CheckInput,
  ports: Ports,
): Promise<Result<CheckReport, Problem>> {
  const entry = ports.history.get(exchangeId);
  if (!entry.ok) return entry;
  if (entry.value === null) return fail(noSuchExchange(exchangeId));
  const { exchange } = entry.value;
  const usesVariables = checks.some(({ expected }) => expected.includes('{{'));
  const resolve = usesVariables ? await resolverFor(exchange, ports) : ok;
  return ok(evaluateChecks({ checks, captures, answer: answerOfExchange(exchange), resolve }));
}

async function resolverFor(
  exchange: Exchange,
  ports: Ports,
): Promise<(text: string) => Result<string, string>> {
  const opened = await openDraft(inputOfExchange(exchange), ports);
  if (!opened.ok) return (text) => (text.includes('{{') ? fail(problemText(opened.error)) : ok(text));
  return (text) => resolveExpected(text, opened.value.scope);
}
