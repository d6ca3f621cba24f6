import type { PreviewInput } from '../../shared/contract/commands.ts';
import type { Tab } from '../../shared/model/tab.ts';
import type { Stores } from '../stores/stores.ts';

/** What a tab would be sent with: the active environment, and the variables of the collection it is saved in. */
export function previewInput(
  { environments, collections }: Stores,
  { draft, saved }: Pick<Tab, 'draft' | 'saved'>,
): PreviewInput {
  const input = { draft, environmentId: environments.getState().overview.activeId, overrides: {} };
  const collection = collections
    .getState()
    .overview.collections.find(({ id }) => saved !== null && id === saved.collection);
  if (collection === undefined) return input;
  const named = collection.variables.map(({ name, value }) => [name, value] as const);
  return { ...input, collectionVariables: Object.fromEntries(named) };
}
