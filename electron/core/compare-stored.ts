import { findApi } from '../../shared/apis/registry.ts';
import type { CompareInput } from '../../shared/contract/commands.ts';
import { compareExchanges, type ComparedSections } from '../../shared/engine/compare-exchanges.ts';
import { compareWithExample } from '../../shared/engine/compare-with-example.ts';
import { rankExamples } from '../../shared/engine/rank-examples.ts';
import type { Comparison } from '../../shared/model/comparison.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { noSuchExchange } from './no-such-exchange.ts';
import type { Ports } from './ports.ts';

/** Compares an exchange of the history with another one, or with a sample of its provider's document. */
export function compareStored(
  { left: id, right }: CompareInput,
  ports: Pick<Ports, 'history'>,
): Result<Comparison, Problem> {
  const left = readExchange(id, ports);
  if (!left.ok) return left;
  if (right.kind === 'documented') return compareDocumented(left.value, right.example);
  const other = readExchange(right.id, ports);
  if (!other.ok) return other;
  return ok(comparisonOf(left.value, right, compareExchanges(left.value, other.value)));
}

function readExchange(id: string, { history }: Pick<Ports, 'history'>): Result<Exchange, Problem> {
  const entry = history.get(id);
  if (!entry.ok) return entry;
  return entry.value === null ? fail(noSuchExchange(id)) : ok(entry.value.exchange);
}

function compareDocumented(exchange: Exchange, wanted: string | null): Result<Comparison, Problem> {
  const api = findApi(exchange.draft.api);
  const ranked = api === null ? [] : rankExamples(api, exchange);
  const example = wanted === null ? ranked[0] : ranked.find((candidate) => candidate.id === wanted);
  if (api === null || example === undefined) {
    return fail({
      code: 'bad-input',
      message:
        wanted === null || ranked.length === 0
          ? `The document prints no sample of the call ${exchange.draft.operation}.`
          : `The document prints no sample ${wanted} of the call ${exchange.draft.operation}.`,
      remedy:
        ranked.length === 0
          ? 'Compare it with another exchange of the history.'
          : `Its samples are ${ranked.map((candidate) => candidate.id).join(', ')}.`,
    });
  }
  const right = { kind: 'documented', example: example.id } as const;
  return ok(comparisonOf(exchange, right, compareWithExample(api, exchange, example)));
}

function comparisonOf(
  left: Exchange,
  right: Comparison['right'],
  { sections, incomplete }: ComparedSections,
): Comparison {
  const differences = sections.flatMap((section) => section.differences);
  return {
    left: { kind: 'exchange', id: left.id },
    right,
    sections,
    same: !incomplete && differences.every(({ mark }) => mark !== null),
    incomplete,
  };
}
