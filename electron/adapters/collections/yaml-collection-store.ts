import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

import { collectionJsonSchemas } from '../../../shared/contract/collection-json-schemas.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { CollectionStore, StoreChange } from '../../../shared/ports/collection-store.ts';
import { attemptStorage } from '../storage-problem.ts';
import { type WatchPace, watchFolder } from '../watch-folder.ts';
import { withExclusiveLock } from '../with-exclusive-lock.ts';
import {
  addFolder,
  addRequest,
  createCollection,
  type DoneChange,
  duplicateCollection,
  duplicateItem,
  type Moved,
  moveItems,
  removeCollection,
  removeItems,
  saveRequest,
  saveSettings,
  type Workplace,
} from './change-collection.ts';
import { putText } from './collection-files.ts';
import { cannotUndo, changedSince, noItem } from './collection-problems.ts';
import { findCollection, findFolder, findItem, readCollections } from './read-collections.ts';
import { type DiskFolder, ending } from './read-tree.ts';
import { createRememberingReader } from './remembering-reader.ts';
import { type CollectionFileKind, schemaPath } from './schema-line.ts';
import { type ChangeStep, undoChange } from './undo-change.ts';

/** How many changes can be taken back. */
const mostChanges = 200;

/**
 * Collections as `collections/<id>` of the workspace, for git: `collection.yaml` with name, notes, variables and order,
 * a folder for each folder with its `folder.yaml`, and a file for each request. A file that cannot be read, or that a
 * newer workbench wrote, is named and left as it is. Hidden beside them stand `.schema`, what editors check the files
 * with, and `.removed`, which git does not see: what was removed, a folder for each time, until it is brought back.
 */
export function createYamlCollectionStore(
  workspace: string,
  dataDirectory: string,
  watchPace?: WatchPace,
): CollectionStore {
  const root = join(workspace, 'collections');
  const hidden = join(root, '.removed');
  const lockPath = join(dataDirectory, 'collections.lock');
  const changes = new Map<string, readonly ChangeStep[]>();
  const { read, forgetUnused } = createRememberingReader();

  /** Makes one change alone, and remembers how it is taken back. */
  const change = (
    what: string,
    action: (place: Workplace) => Result<DoneChange, Problem>,
  ): Result<StoreChange, Problem> =>
    attemptStorage(what, root, () =>
      withExclusiveLock(lockPath, () => {
        const token = randomUUID();
        const place = { root, aside: join(hidden, token) };
        try {
          const done = action(place);
          if (!done.ok) return done;
          changes.set(token, done.value.steps);
          for (const oldest of [...changes.keys()].slice(0, -mostChanges)) changes.delete(oldest);
          writeHiddenFiles(root, hidden);
          return ok({ path: done.value.path, undo: token });
        } finally {
          removeEmpty(place.aside);
        }
      }),
    );
  const inCollection = (
    id: string,
    what: string,
    action: (collection: DiskFolder, place: Workplace) => Result<DoneChange, Problem>,
  ): Result<StoreChange, Problem> =>
    change(what, (place) => {
      const collection = findCollection(root, id, read);
      if (!collection.ok) return collection;
      const { readOnly } = collection.value;
      return readOnly === null ? action(collection.value, place) : fail(readOnly);
    });
  const inFolder = (
    id: string,
    path: string,
    what: string,
    action: (folder: DiskFolder, place: Workplace) => Result<DoneChange, Problem>,
  ): Result<StoreChange, Problem> =>
    inCollection(id, what, (collection, place) => {
      const folder = findFolder(collection, path);
      if (!folder.ok) return folder;
      return folder.value.readOnly === null ? action(folder.value, place) : fail(folder.value.readOnly);
    });

  return {
    list: () => {
      const listing = readCollections(root, read);
      forgetUnused();
      return listing;
    },
    create: (content) =>
      change('The collection cannot be written', (place) => ok(createCollection(content, place))),
    save: (id, { name, notes, variables }, revision) =>
      inCollection(id, 'The collection cannot be saved', (collection) =>
        collection.revision === revision
          ? saveSettings(root, collection, { name, notes, variables })
          : fail(changedSince(collection.settings.name)),
      ),
    addRequest: (id, folder, request) =>
      inFolder(id, folder, 'The request cannot be saved', (found, place) =>
        addRequest(found, request, place),
      ),
    saveRequest: (id, path, request, revision) =>
      inCollection(id, 'The request cannot be saved', (collection, place) => {
        const item = findItem(collection, path);
        if (!item.ok) return item;
        const { node, parent } = item.value;
        if (node.kind !== 'request') return fail(noItem(id, path, 'request'));
        return saveRequest({ node, parent }, request, revision, place);
      }),
    addFolder: (id, folder, name) =>
      inFolder(id, folder, 'The folder cannot be made', (found, place) => addFolder(found, name, place)),
    saveFolder: (id, path, settings) =>
      inFolder(id, path, 'The folder cannot be saved', (folder) => saveSettings(root, folder, settings)),
    duplicate: (id, path) =>
      inCollection(id, 'It cannot be copied', (collection, place) => {
        const names = (): readonly string[] =>
          readCollections(root, read).collections.map(({ name }) => name);
        if (path === '') return ok(duplicateCollection(collection, names(), place));
        const item = findItem(collection, path);
        if (!item.ok) return item;
        const blocked = item.value.parent.readOnly;
        return blocked === null ? duplicateItem(item.value.node, item.value.parent, place) : fail(blocked);
      }),
    move: (from, to) =>
      inCollection(from.id, 'It cannot be moved', (source, place) => {
        const collection = from.id === to.id ? ok(source) : findCollection(root, to.id, read);
        if (!collection.ok) return collection;
        const target = findFolder(collection.value, to.folder);
        if (!target.ok) return target;
        const items = findItems(source, from.paths);
        if (!items.ok) return items;
        const folders = [collection.value, target.value, ...items.value.map(({ parent }) => parent)];
        const blocked = folders.find(({ readOnly }) => readOnly !== null)?.readOnly ?? null;
        return blocked === null ? moveItems(items.value, target.value, to.index, place) : fail(blocked);
      }),
    remove: (id, paths) =>
      change('It cannot be removed', (place) => {
        const collection = findCollection(root, id, read);
        if (!collection.ok) return collection;
        if (paths.length === 0) return ok(removeCollection(collection.value, place));
        const items = findItems(collection.value, paths);
        if (!items.ok) return items;
        const folders = [collection.value, ...items.value.map(({ parent }) => parent)];
        const blocked = folders.find(({ readOnly }) => readOnly !== null)?.readOnly ?? null;
        return blocked === null ? ok(removeItems(collection.value, items.value, place)) : fail(blocked);
      }),
    undo: (token) =>
      attemptStorage('The change cannot be taken back', root, () =>
        withExclusiveLock(lockPath, () => {
          const steps = changes.get(token);
          if (steps === undefined) return fail(cannotUndo('this program does not know it'));
          const undone = undoChange(root, steps);
          if (undone.ok) changes.delete(token);
          removeEmpty(join(hidden, token));
          return undone;
        }),
      ),
    watch: (listener) =>
      watchFolder(root, (name) => name.endsWith(ending), listener, { ...watchPace, below: true }),
  };
}

/** The items at some paths, each once; what stands in a folder that is among them goes with it. */
function findItems(collection: DiskFolder, paths: readonly string[]): Result<readonly Moved[], Problem> {
  const outer = [...new Set(paths)].filter((path) => !paths.some((other) => path.startsWith(`${other}/`)));
  const items: Moved[] = [];
  for (const path of outer) {
    const item = findItem(collection, path);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(items);
}

/** Schemas for editors, and the word to git that what was removed is no part of the workspace. */
function writeHiddenFiles(root: string, hidden: string): void {
  for (const [kind, schema] of Object.entries(collectionJsonSchemas())) {
    const path = schemaPath(root, kind as CollectionFileKind);
    if (!existsSync(path)) putText(path, `${JSON.stringify(schema, null, 2)}\n`);
  }
  const ignore = join(hidden, '.gitignore');
  if (!existsSync(ignore)) putText(ignore, '*\n');
}

/** Removes a folder that holds nothing but folders. */
function removeEmpty(directory: string): void {
  if (!existsSync(directory)) return;
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(join(directory, entry.name));
  }
  if (readdirSync(directory).length === 0) rmdirSync(directory);
}
