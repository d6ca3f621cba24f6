import { findApi } from '../../../../shared/apis/registry.ts';
import type { ComparedWith, Comparison } from '../../../../shared/model/comparison.ts';
import type { Exchange } from '../../../../shared/model/exchange.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import type { OpenWorkbench } from '../../../open-workbench.ts';
import { noSuchExchange } from '../../../core/no-such-exchange.ts';
import { type CliContext, withWorkbench } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { parseArguments } from '../../parse-args.ts';
import { formatComparison } from '../../reporters/comparison-text.ts';
import { reportProblems } from '../../reporters/problems.ts';

export const compareUsage = 'history compare <id> <other id>|--documented [sample] [--json]';

const options = { documented: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** Compares two exchanges, or one with a documented sample; 0 without a difference that counts, 1 with one. */
export async function compareExchanges(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  const compared = await compare(args, context);
  if (!compared.ok) {
    reportProblems(context, [compared.error], json);
    return exitCodes.wrongUse;
  }
  const { comparison, text } = compared.value;
  context.out(json ? `${JSON.stringify(comparison)}\n` : text);
  return comparison.same ? exitCodes.ok : exitCodes.different;
}

type Compared = { readonly comparison: Comparison; readonly text: string };

async function compare(args: readonly string[], context: CliContext): Promise<Result<Compared, Problem>> {
  const parsed = parseArguments(args, options, { min: 1, max: 2, usage: compareUsage });
  if (!parsed.ok) return parsed;
  const [left = '', other] = parsed.value.positionals;
  const right = rightSide(other, parsed.value.flag('documented'));
  if (!right.ok) return right;
  return withWorkbench(context, (workbench) => compareIn(workbench, left, right.value));
}

function rightSide(other: string | undefined, documented: boolean): Result<ComparedWith, Problem> {
  if (documented) return ok({ kind: 'documented', example: other ?? null });
  if (other !== undefined) return ok({ kind: 'exchange', id: other });
  return fail({
    code: 'bad-input',
    message: 'Say what to compare it with.',
    remedy: `Usage: ${compareUsage}`,
  });
}

async function compareIn(
  { handlers }: OpenWorkbench,
  left: string,
  right: ComparedWith,
): Promise<Result<Compared, Problem>> {
  const comparison = await handlers['history.compare']({ left, right });
  if (!comparison.ok) return comparison;
  const exchange = await readExchange(handlers, left);
  if (!exchange.ok) return exchange;
  const { right: found } = comparison.value;
  if (found.kind === 'exchange') {
    const other = await readExchange(handlers, found.id);
    if (!other.ok) return other;
    const sides = [describeExchange(exchange.value), describeExchange(other.value)] as const;
    return ok({ comparison: comparison.value, text: formatComparison(comparison.value, sides) });
  }
  const sides = [describeExchange(exchange.value), describeExample(exchange.value, found.example)] as const;
  return ok({ comparison: comparison.value, text: formatComparison(comparison.value, sides) });
}

async function readExchange(
  handlers: OpenWorkbench['handlers'],
  id: string,
): Promise<Result<Exchange, Problem>> {
  const entry = await handlers['history.get']({ id });
  if (!entry.ok) return entry;
  if (entry.value !== null) return ok(entry.value.exchange);
  return fail(noSuchExchange(id));
}

function describeExchange({ id, draft, startedAt, environment, explanation }: Exchange): string {
  const target = `${draft.api}/${draft.template ?? draft.operation}`;
  return `history ${id}, ${target}, ${startedAt}, ${environment.name}, ${explanation?.verdict ?? 'unknown'}`;
}

function describeExample(exchange: Exchange, id: string): string {
  const example = findApi(exchange.draft.api)?.examples.find((candidate) => candidate.id === id);
  if (example === undefined) throw new Error(`A comparison named the sample ${id}, which is not there`);
  const { title, source } = example;
  return `sample ${id}, "${title}", of ${source.title} (${source.confidence})`;
}
