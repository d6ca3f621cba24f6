import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import type { Problem } from '../../shared/model/problem.ts';

/** What is said where the sandbox has no scenario of this id: it is no entry of the catalog, or none that is answered. */
export function noSuchScenario(api: ApiDefinition, entryId: string): Problem {
  const entry = api.catalog.find(({ id }) => id === entryId);
  const message =
    entry === undefined
      ? `The catalog of ${api.title} has no entry "${entryId}".`
      : `The sandbox does not answer with "${entry.title}" when asked: no document gives it as the answer to a call about a refund.`;
  return { code: 'unknown-entry', message, remedy: 'Choose another entry of the catalog.' };
}
