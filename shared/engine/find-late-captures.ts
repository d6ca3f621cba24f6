import type { CollectionRequest } from '../model/collection.ts';
import type { Problem } from '../model/problem.ts';
import type { RequestDraft } from '../model/request-draft.ts';
import { needsExpected } from './describe-check.ts';
import { variableNames } from './resolve-variables.ts';

/** A request in the order of its run. */
export type PlannedRequest = Pick<CollectionRequest, 'name' | 'draft' | 'checks' | 'captures'>;

/**
 * Requests that use a variable which only their own answer or that of a later request gives a value; one problem for
 * each such variable. `isKnown` tells which variables have a value before the run. A captured variable that nobody uses
 * is fine, and so is one that nobody captures: the send itself tells of it.
 */
export function findLateCaptures(
  requests: readonly PlannedRequest[],
  isKnown: (name: string) => boolean,
): readonly Problem[] {
  const needs = requests.map(namesUsed);
  return requests.flatMap((request, index) =>
    (needs[index] ?? []).flatMap((name) => {
      const giver = requests.findIndex(({ captures }) => captures.some(({ variable }) => variable === name));
      const from = requests[giver];
      if (from === undefined || giver < index || isKnown(name)) return [];
      if (giver === index) return [capturesItself(request.name, name)];
      const back = (needs[giver] ?? []).find((other) => givesValue(request, other) && !isKnown(other));
      return [back === undefined ? comesLater(request, from, name) : circular(request, from, name, back)];
    }),
  );
}

/** The variables that a request uses, in its draft and in what its checks expect, each once. */
export function namesUsed({ draft, checks }: Pick<PlannedRequest, 'draft' | 'checks'>): readonly string[] {
  const expected = checks.filter(({ operator }) => needsExpected(operator)).map((check) => check.expected);
  return [...new Set([...textsOfDraft(draft), ...expected].flatMap(variableNames))];
}

function textsOfDraft({ url, headers, body }: RequestDraft): readonly string[] {
  const texts =
    body.kind === 'text' ? [body.text] : body.kind === 'form' ? body.fields.map(({ value }) => value) : [];
  return [url, ...headers.map(([, value]) => value), ...texts];
}

function givesValue({ captures }: PlannedRequest, name: string): boolean {
  return captures.some(({ variable }) => variable === name);
}

function capturesItself(request: string, name: string): Problem {
  return {
    code: 'bad-run',
    message: `The request ${request} uses ${name}, which is only captured from its own answer.`,
    remedy: `Give ${name} a value in the environment, or capture it from a request that runs before.`,
  };
}

function comesLater(request: PlannedRequest, giver: PlannedRequest, name: string): Problem {
  return {
    code: 'bad-run',
    message: `The request ${request.name} uses ${name}, which ${giver.name} captures, and that runs after it.`,
    remedy: `Move ${giver.name} before ${request.name}, or give ${name} a value in the environment.`,
  };
}

function circular(request: PlannedRequest, giver: PlannedRequest, name: string, back: string): Problem {
  return {
    code: 'bad-run',
    message: `The requests ${request.name} and ${giver.name} wait for each other: the first uses ${name}, which the second captures, and the second uses ${back}, which the first captures.`,
    remedy: `Give ${name} a value in the environment.`,
  };
}
