import type { ApiDefinition } from '../definition/api-definition.ts';
import type { DocumentedExample } from '../definition/documented-example.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Explanation } from '../model/explanation.ts';
import { comparedStep } from './compare-exchanges.ts';
import { explainExample } from './explain-example.ts';

/**
 * The documented examples of an exchange's operation, nearest first: the same catalog entry counts most, then the
 * verdict, the HTTP status and the format. Without an answer the sample requests come first. Equals keep their order.
 */
export function rankExamples(api: ApiDefinition, exchange: Exchange): readonly DocumentedExample[] {
  const outcome = comparedStep(exchange)?.outcome ?? null;
  const status = outcome?.kind === 'response' ? outcome.status : null;
  const text = outcome?.kind === 'response' ? (exchange.openedBody ?? outcome.body.text) : null;
  const score = (example: DocumentedExample): number => {
    if (text === null) return example.kind === 'request' ? 1 : 0;
    if (example.kind === 'request') return -1;
    const sameFormat = text.trimStart().startsWith('<') === (example.format === 'xml');
    return (
      meaningScore(explainExample(api, example), exchange.explanation) +
      (example.status === status ? 2 : 0) +
      (sameFormat ? 1 : 0)
    );
  };
  return api.examples
    .filter(({ operation }) => operation === exchange.draft.operation)
    .map((example) => ({ example, score: score(example) }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ example }) => example);
}

function meaningScore(example: Explanation, explanation: Explanation | null): number {
  const [entry] = explanation?.entries ?? [];
  const sameEntry = entry !== undefined && example.entries[0] === entry;
  return (sameEntry ? 8 : 0) + (example.verdict === explanation?.verdict ? 4 : 0);
}
