import type { ApiDefinition } from '../definition/api-definition.ts';
import type { DocumentedExample } from '../definition/documented-example.ts';
import type { Explanation } from '../model/explanation.ts';
import { noTimings } from '../model/outcome.ts';
import { explainOutcome, explainText } from './explain-outcome.ts';

/** What a documented answer means, by the same rules as one that came back. */
export function explainExample(
  api: ApiDefinition,
  { text, status, operation }: DocumentedExample,
): Explanation {
  if (status === null) return explainText(api, text, null);
  const body = { text, bytes: text.length, charset: 'utf-8', base64: null, truncated: false };
  return explainOutcome(
    api,
    { kind: 'response', status, statusText: '', headers: [], body, timings: noTimings },
    { operation, request: null },
  );
}
