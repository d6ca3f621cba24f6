import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Collection, StoredNode } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { CollectionListing } from '../../../shared/ports/collection-store.ts';
import { storageProblem } from '../storage-problem.ts';
import { leftOut, noCollection, noItem } from './collection-problems.ts';
import {
  type DiskFolder,
  type DiskNode,
  ending,
  readTree,
  type RequestReader,
  type TreeReading,
} from './read-tree.ts';

/** Reads every collection of a folder, by name. */
export function readCollections(root: string, read: RequestReader): CollectionListing {
  const entries = directoriesOf(root);
  if (!entries.ok) return { collections: [], problems: [entries.error] };
  const readings = entries.value.kept.map((id) => readCollection(root, id, read));
  const collections = readings.map(({ folder }) => toCollection(folder));
  return {
    collections: collections.toSorted((left, right) => left.name.localeCompare(right.name)),
    problems: [...entries.value.problems, ...readings.flatMap(({ problems }) => problems)],
  };
}

/** One collection of the folder, by the very name of its directory: an id is never a way out of it. */
export function findCollection(root: string, id: string, read: RequestReader): Result<DiskFolder, Problem> {
  const entries = directoriesOf(root);
  if (!entries.ok) return entries;
  return entries.value.kept.includes(id) ? ok(readCollection(root, id, read).folder) : fail(noCollection(id));
}

/** A folder of a collection by path, empty for the collection itself. */
export function findFolder(collection: DiskFolder, path: string): Result<DiskFolder, Problem> {
  const node = path === '' ? collection : nodeAt(collection, path);
  return node?.kind === 'folder' ? ok(node) : fail(noItem(collection.stem, path, 'folder'));
}

/** A folder or request of a collection by path, and the folder it stands in. */
export function findItem(
  collection: DiskFolder,
  path: string,
): Result<{ readonly node: DiskNode; readonly parent: DiskFolder }, Problem> {
  const node = path === '' ? null : nodeAt(collection, path);
  const parent = findFolder(collection, parentPath(path));
  return node === null || !parent.ok
    ? fail(noItem(collection.stem, path, 'folder or request'))
    : ok({ node, parent: parent.value });
}

/** Names of directories in a folder of collections, in lower case: no new collection may have one of them. */
export function takenIds(root: string): ReadonlySet<string> {
  return new Set(entriesOf(root).map(({ name }) => name.toLowerCase()));
}

function parentPath(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function nodeAt(folder: DiskFolder, path: string): DiskNode | null {
  const [first = '', ...rest] = path.split('/');
  const node = folder.items.find(({ stem }) => stem === first) ?? null;
  if (node === null || rest.length === 0) return node;
  return node.kind === 'folder' ? nodeAt(node, rest.join('/')) : null;
}

function readCollection(root: string, id: string, read: RequestReader): TreeReading {
  return readTree(join(root, id), { stem: id, path: '', fileName: `collection${ending}` }, read);
}

function directoriesOf(
  root: string,
): Result<{ readonly kept: readonly string[]; readonly problems: readonly Problem[] }, Problem> {
  try {
    const entries = entriesOf(root).filter(({ name }) => !name.startsWith('.'));
    const links = entries.filter((entry) => entry.isSymbolicLink());
    const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const kept = ids.filter((id) => twinOf(id, ids) === null);
    return ok({
      kept,
      problems: [
        ...links.map(({ name }) => leftOut(join(root, name), 'it is a link, and links are not followed')),
        ...ids.flatMap((id) => {
          const twin = twinOf(id, ids);
          const reason = `its name differs from ${twin} only in capitals, which some systems take for the same`;
          return twin === null ? [] : [leftOut(join(root, id), reason)];
        }),
      ],
    });
  } catch (error) {
    return fail(storageProblem('The collections cannot be read', root, error));
  }
}

/** The name that stays where some systems take two for the same: the last in order, which has the small letters. */
function twinOf(id: string, ids: readonly string[]): string | null {
  const last = ids
    .filter((other) => other.toLowerCase() === id.toLowerCase())
    .toSorted()
    .at(-1);
  return last === undefined || last === id ? null : last;
}

/** Everything in the folder; nothing where there is no folder. */
function entriesOf(root: string): readonly Dirent[] {
  try {
    return readdirSync(root, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function toCollection({ stem, settings, revision, readOnly, items }: DiskFolder): Collection {
  const { name, notes, variables } = settings;
  return { id: stem, name, notes, variables, revision, readOnly, items: items.map(toStored) };
}

function toStored(node: DiskNode): StoredNode {
  if (node.kind === 'request') return node.stored;
  const { name, notes } = node.settings;
  return { kind: 'folder', path: node.path, name, notes, items: node.items.map(toStored) };
}
