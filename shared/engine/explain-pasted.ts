import type { ApiDefinition } from '../definition/api-definition.ts';
import type { Explanation } from '../model/explanation.ts';
import type { PastedCall } from '../model/pasted.ts';
import { draftFromRequest, type DraftOfRequest } from './draft-from-request.ts';
import { explainOutcome, explainText } from './explain-outcome.ts';
import { type Candidate, type KnownBase, recogniseRequest } from './recognise-request.ts';

/** An answer without its request, explained by the API that knows it best. */
export type ExplainedAnswer = {
  readonly api: ApiDefinition;
  readonly explanation: Explanation;
  /** What the API is known by: it was given, its catalog has the answer, or the answer only has its shape. */
  readonly by: 'given' | 'catalog' | 'guess';
  /** Titles of other APIs that know it just as well. */
  readonly others: readonly string[];
};

/**
 * Explains an answer that was pasted alone. `api` is `null` where it has to be recognised. Gives `null` where no API can
 * make anything of it.
 */
export function explainAnswer(
  apis: readonly ApiDefinition[],
  text: string,
  { api, status }: { readonly api: ApiDefinition | null; readonly status: number | null },
): ExplainedAnswer | null {
  if (api !== null) return { api, explanation: explainText(api, text, status), by: 'given', others: [] };
  const explained = apis
    .map((candidate) => ({ api: candidate, explanation: explainText(candidate, text, status) }))
    .toSorted((left, right) => likeness(right.explanation) - likeness(left.explanation));
  const [best, ...rest] = explained;
  const score = best === undefined ? 0 : likeness(best.explanation);
  if (best === undefined || score === 0) return null;
  const equals = rest.filter(({ explanation }) => likeness(explanation) === score);
  return {
    ...best,
    by: score < 2 ? 'guess' : 'catalog',
    others: score < 2 ? [] : equals.map((other) => other.api.title),
  };
}

/** A catalog that has the answer says more than a verdict. */
function likeness({ verdict, entries }: Explanation): number {
  return (entries.length > 0 ? 2 : 0) + (verdict === 'unknown' ? 0 : 1);
}

/** A call that was handed over: what it is, what its answer means, and a draft of it. All `null` where no API knows it. */
export type ExplainedCall = {
  readonly candidate: Candidate | null;
  readonly explanation: Explanation | null;
  readonly draft: DraftOfRequest | null;
};

/** Recognises a call, explains its answer and makes a draft of it. `api` is `null` where it has to be recognised. */
export function explainCall(
  apis: readonly ApiDefinition[],
  { request, outcome }: PastedCall,
  { api, bases }: { readonly api: ApiDefinition | null; readonly bases?: readonly KnownBase[] },
): ExplainedCall {
  const [found] = recogniseRequest(api === null ? apis : [api], request, bases);
  const candidate = found ?? (api === null ? null : chosen(api));
  if (candidate === null) return { candidate, explanation: null, draft: null };
  return {
    candidate,
    explanation:
      outcome === null
        ? null
        : explainOutcome(candidate.api, outcome, { operation: candidate.operation.id, request }),
    draft: draftFromRequest(candidate, request),
  };
}

/** Nothing speaks for any operation, so the first one stands for the API that was chosen. */
function chosen(api: ApiDefinition): Candidate | null {
  const [operation] = api.operations;
  if (operation === undefined) return null;
  return {
    api,
    operation,
    base: null,
    reason: `You chose ${api.title}; nothing in the request speaks for it.`,
    isSure: false,
  };
}
