import type {
  CollectionChange,
  CollectionCommands,
  CollectionMove,
  CollectionPlace,
} from '../../shared/contract/collection-commands.ts';
import { findStoredNode } from '../../shared/engine/find-stored-request.ts';
import type { Collection, StoredNode } from '../../shared/model/collection.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { CollectionChangeName } from '../stores/create-collection-store.ts';
import type { Stores } from '../stores/stores.ts';
import { showItem } from './show-item.ts';

/** Changes a collection and offers to take that back; `said` says what was done. */
export async function changeCollection<Name extends CollectionChangeName>(
  { collections, layout }: Stores,
  name: Name,
  input: CollectionCommands[Name]['input'],
  said: string,
): Promise<Result<CollectionChange, Problem>> {
  const changed = await collections.getState().change(name, input);
  if (!changed.ok) return changed;
  const { undo, id, path } = changed.value;
  layout.getState().offerUndo({ text: said, run: () => collections.getState().undo(undo) });
  showItem({ collections }, { id, path });
  return changed;
}

/** The same where nothing waits for the answer: what went wrong is told. */
export async function changeOrTell<Name extends CollectionChangeName>(
  stores: Stores,
  name: Name,
  input: CollectionCommands[Name]['input'],
  said: string,
): Promise<void> {
  const changed = await changeCollection(stores, name, input, said);
  if (!changed.ok) stores.layout.getState().notify(changed.error);
}

/** Why a change did not work; `null` where it did. */
export function failureOf(changed: Result<CollectionChange, Problem>): Problem | null {
  return changed.ok ? null : changed.error;
}

/** What is chosen in the tree: a collection by id and a path in it, empty for the collection itself. */
type Chosen = { readonly collection: string; readonly path: string };

/** Deletes collections, folders and requests. */
export async function removeSelected(stores: Stores, chosen: readonly Chosen[]): Promise<void> {
  const { change } = stores.collections.getState();
  const groups = byCollection(chosen);
  const steps = groups.map(
    ({ id, paths }) =>
      () =>
        change('collection.remove', { id, paths }),
  );
  await changeInSteps(stores, steps, `${chosenWords(stores, groups)} deleted.`);
}

/** Moves folders and requests, of whatever collections, to one place. */
export async function moveSelected(
  stores: Stores,
  chosen: readonly Chosen[],
  to: CollectionMove['to'],
): Promise<void> {
  const { change } = stores.collections.getState();
  const groups = byCollection(chosen);
  const steps = groups.map(
    ({ id, paths }) =>
      () =>
        change('collection.move', { id, paths, to }),
  );
  await changeInSteps(stores, steps, `${chosenWords(stores, groups)} moved.`);
}

/** One change after the other; all of them are taken back together. What goes wrong ends it and is told. */
async function changeInSteps(
  { collections, layout }: Stores,
  steps: readonly (() => Promise<Result<CollectionChange, Problem>>)[],
  said: string,
): Promise<void> {
  const tokens: string[] = [];
  for (const step of steps) {
    const changed = await step();
    if (!changed.ok) {
      layout.getState().notify(changed.error);
      break;
    }
    tokens.unshift(changed.value.undo);
    showItem({ collections }, changed.value);
  }
  if (tokens.length === 0) return;
  const takeBack = async (): Promise<Problem | null> => {
    for (const token of tokens) {
      const problem = await collections.getState().undo(token);
      if (problem !== null) return problem;
    }
    return null;
  };
  layout.getState().offerUndo({ text: said, run: takeBack });
}

/** The paths of each collection; what stands in a folder that is chosen too goes with it. No path is the collection. */
function byCollection(
  chosen: readonly Chosen[],
): readonly { readonly id: string; readonly paths: readonly string[] }[] {
  return [...Map.groupBy(chosen, ({ collection }) => collection)].map(([id, items]) => {
    const paths = items.map(({ path }) => path);
    const topmost = paths.filter((path) => !paths.some((other) => path.startsWith(`${other}/`)));
    return { id, paths: paths.includes('') ? [] : topmost };
  });
}

function chosenWords(stores: Stores, groups: ReturnType<typeof byCollection>): string {
  const [first] = groups;
  if (first !== undefined && groups.length === 1) return itemWords(stores, first.id, first.paths);
  return `${groups.reduce((sum, { paths }) => sum + Math.max(1, paths.length), 0)} items`;
}

/** Gives a request another name; a tab that holds it keeps its edits. */
export async function renameRequest(
  stores: Stores,
  { id, path }: CollectionPlace,
  name: string,
): Promise<Problem | null> {
  const { collections, layout } = stores;
  const stored = findItem(collections.getState().overview.collections, { id, path });
  if (stored?.kind !== 'request') return gone;
  const { request, revision } = stored;
  const renamed = await collections
    .getState()
    .change('collection.save-request', { id, path, request: { ...request, name }, revision }, (change) =>
      repath(stores, { id, path }, change.path),
    );
  if (!renamed.ok) return renamed.error;
  const { undo, path: now } = renamed.value;
  layout.getState().offerUndo({
    text: `${request.name} renamed to ${name}.`,
    run: () => collections.getState().undo(undo, () => repath(stores, { id, path: now }, path)),
  });
  return null;
}

/** A folder or request of a collection. */
export function findItem(
  collections: readonly Collection[],
  { id, path }: CollectionPlace,
): StoredNode | null {
  return findStoredNode(collections.find((collection) => collection.id === id)?.items ?? [], path);
}

/** `Refund in full`, `3 items`: what a change is about. */
export function itemWords({ collections }: Stores, id: string, paths: readonly string[]): string {
  const all = collections.getState().overview.collections;
  const [path] = paths;
  if (path === undefined) return `Collection ${all.find((collection) => collection.id === id)?.name ?? id}`;
  if (paths.length > 1) return `${paths.length} items`;
  const item = findItem(all, { id, path });
  return item?.kind === 'request' ? item.request.name : `Folder ${item?.name ?? path}`;
}

/** Its tab has to know the new place before the new overview says that the old one is empty. */
function repath({ tabs }: Stores, { id, path }: CollectionPlace, now: string): void {
  for (const { id: tabId, saved } of tabs.getState().tabs) {
    if (saved?.collection !== id || saved.path !== path) continue;
    tabs.getState().change(tabId, { saved: { ...saved, path: now } });
  }
}

const gone: Problem = {
  code: 'bad-collection',
  message: 'The request is not there any more.',
  remedy: 'Look whether somebody moved or removed its file.',
};
