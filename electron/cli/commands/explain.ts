import { readFileSync } from 'node:fs';

import { explainText } from '../../../shared/engine/explain-outcome.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { storageProblem } from '../../adapters/storage-problem.ts';
import type { CliContext } from '../context.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import { findNamedApi } from '../find-template.ts';
import { parseArguments, parseNumber } from '../parse-args.ts';
import { catalogJson } from '../reporters/exchange-json.ts';
import { formatExplanation } from '../reporters/exchange-text.ts';
import { reportProblems } from '../reporters/problems.ts';

export const explainUsage = 'explain <file or -> --api <api> [--status N] [--json]';

const options = { api: { type: 'string' }, status: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Matches an answer, also one pasted from a ticket, against the catalog of an API. */
export async function explain(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  const explained = explainFile(args);
  if (!explained.ok) {
    reportProblems(context, [explained.error], json);
    return exitCodes.wrongUse;
  }
  const { api, explanation } = explained.value;
  const { entries, nearest, ...rest } = explanation;
  const object = {
    api: api.id,
    ...rest,
    catalog: catalogJson(api, entries),
    nearest: catalogJson(api, nearest),
  };
  context.out(json ? `${JSON.stringify(object)}\n` : formatExplanation(api, explanation));
  return exitCodeOf(explanation.verdict);
}

type Explained = {
  readonly api: Parameters<typeof explainText>[0];
  readonly explanation: ReturnType<typeof explainText>;
};

function explainFile(args: readonly string[]): Result<Explained, Problem> {
  const parsed = parseArguments(args, options, { min: 1, max: 1, usage: explainUsage });
  if (!parsed.ok) return parsed;
  const status = parseNumber('status', parsed.value.value('status'), { min: 100, max: 599 });
  if (!status.ok) return status;
  const id = parsed.value.value('api');
  if (id === null)
    return fail({ code: 'bad-input', message: 'The API is missing.', remedy: `Usage: ${explainUsage}` });
  const api = findNamedApi(id);
  if (!api.ok) return api;
  const path = parsed.value.positionals[0] ?? '-';
  try {
    const text = readFileSync(path === '-' ? 0 : path, 'utf8');
    return ok({ api: api.value, explanation: explainText(api.value, text, status.value) });
  } catch (error) {
    return fail(storageProblem('The answer cannot be read', path, error));
  }
}
