import {
  flattenContent,
  flattenStored,
  isAtOrUnder,
  type RunRequest,
  selectRequests,
} from '../../../shared/engine/runs/flatten-collection.ts';
import type { EnvironmentVariable } from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { RunTarget } from '../../../shared/model/run.ts';
import type { Ports } from '../ports.ts';

/** What is run, with the requests in order. */
export type RunTargetFound = {
  readonly collection: { readonly id: string | null; readonly name: string };
  readonly paths: readonly string[];
  readonly variables: readonly EnvironmentVariable[];
  readonly requests: readonly RunRequest[];
  /** Those of the whole collection. */
  readonly all: readonly RunRequest[];
};

/** Finds the collection of a run and the requests of it that are meant. */
export function findRunTarget(
  target: RunTarget,
  { collections }: Pick<Ports, 'collections'>,
): Result<RunTargetFound, Problem> {
  if (target.kind === 'given') {
    const { name, variables } = target.content;
    const all = flattenContent(target.content);
    return ok({ collection: { id: null, name }, paths: [], variables, requests: all, all });
  }
  const listing = collections.list();
  const found = listing.collections.find(({ id }) => id === target.collection);
  if (found === undefined) return fail(noSuchCollection(target.collection, listing.collections));
  const all = flattenStored(found);
  const strange = target.paths.find((wanted) => !all.some(({ path }) => isAtOrUnder(path, wanted)));
  if (strange !== undefined) return fail(noSuchPath(found.id, strange));
  const { id, name, variables } = found;
  return ok({
    collection: { id, name },
    paths: target.paths,
    variables,
    requests: selectRequests(all, target.paths),
    all,
  });
}

function noSuchCollection(id: string, known: readonly { readonly id: string }[]): Problem {
  return {
    code: 'bad-run',
    message: `There is no collection "${id}".`,
    remedy:
      known.length === 0
        ? 'Save a request in a collection first.'
        : `Use one of: ${known.map((collection) => collection.id).join(', ')}.`,
  };
}

function noSuchPath(collection: string, path: string): Problem {
  return {
    code: 'bad-run',
    message: `The collection ${collection} has no request and no folder with requests at "${path}".`,
    remedy: 'Look into the collection for its paths.',
  };
}
