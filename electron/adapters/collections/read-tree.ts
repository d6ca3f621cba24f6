import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { deepest } from '../../../shared/contract/collection-schemas.ts';
import type { StoredRequest } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { readTextFile, revisionOf, type TextFile } from '../read-text-file.ts';
import { attemptStorage } from '../storage-problem.ts';
import { leftOut, tooNew, unknownKey, unreadable } from './collection-problems.ts';
import { type FolderSettings, readFolderText } from './folder-text.ts';
import { orderNames } from './order-names.ts';
import type { ReadRequest } from './read-request-text.ts';
import { requestKeys } from './request-keys.ts';

/** How the names of all files of a collection end. */
export const ending = '.yaml';

/** A collection or a folder of one, as it stands on disk. */
export type DiskFolder = {
  readonly kind: 'folder';
  /** Name of the directory. */
  readonly stem: string;
  /** In the collection; empty for the collection itself. */
  readonly path: string;
  readonly directory: string;
  /** Where its own file stands, or would. */
  readonly file: string;
  /** What its own file says; `null` where there is none. */
  readonly text: string | null;
  readonly revision: string;
  readonly settings: FolderSettings;
  /** Why its own file cannot be changed. */
  readonly readOnly: Problem | null;
  /** Names that nothing new may have, in lower case. */
  readonly taken: ReadonlySet<string>;
  readonly items: readonly DiskNode[];
};

/** A request file that could be read. */
export type DiskRequest = {
  readonly kind: 'request';
  /** Name of the file without its ending. */
  readonly stem: string;
  readonly path: string;
  readonly file: string;
  readonly stored: StoredRequest;
};

/** What stands in a folder. */
export type DiskNode = DiskFolder | DiskRequest;

/** A folder, and what is wrong with files in it; each is left as it is. */
export type TreeReading = { readonly folder: DiskFolder; readonly problems: readonly Problem[] };

/** Reads the text of a request file; one that remembers saves the work where nothing changed. */
export type RequestReader = (stem: string, file: TextFile) => Result<ReadRequest, string>;

/** Longest path in a collection, in characters, as in the contract. */
const longestPath = 1000;

/** Largest file that is read, in bytes: a body of 5 MB, escaped. */
const mostBytes = 40_000_000;

/** Reads a collection or a folder of one with everything in it. Links are not followed: they may lead anywhere. */
export function readTree(
  directory: string,
  place: { readonly stem: string; readonly path: string; readonly fileName: string },
  read: RequestReader,
): TreeReading {
  const file = join(directory, place.fileName);
  const entries = listEntries(directory);
  if (!entries.ok)
    return { folder: withoutFile(directory, file, place, entries.error), problems: [entries.error] };
  const own = readOwnFile(file, place.stem);
  const { kept, problems: omitted } = sortOut(directory, place, entries.value);
  const readings = kept.map((entry) => readEntry(directory, place.path, entry, read));
  const nodes = new Map(readings.flatMap(({ node }) => (node === null ? [] : [[node.stem, node] as const])));
  const order = orderNames([...nodes.keys()], own.settings.order);
  const folder: DiskFolder = {
    kind: 'folder',
    stem: place.stem,
    path: place.path,
    directory,
    file,
    ...own,
    taken: new Set(['collection', 'folder', ...entries.value.map(({ name }) => stemOf(name).toLowerCase())]),
    items: order.flatMap((stem) => nodes.get(stem) ?? []),
  };
  const problems = [
    ...(own.readOnly === null ? [] : [own.readOnly]),
    ...omitted,
    ...readings.flatMap((reading) => reading.problems),
  ];
  return { folder, problems };
}

/** A folder whose directory or own file cannot be read: what is in it may still be used. */
function withoutFile(
  directory: string,
  file: string,
  { stem, path }: { readonly stem: string; readonly path: string },
  readOnly: Problem,
): DiskFolder {
  const settings = { name: stem, notes: '', variables: [], order: [] };
  const own = { file, text: null, revision: revisionOf(''), settings, readOnly };
  return { kind: 'folder', stem, path, directory, ...own, taken: new Set(), items: [] };
}

type OwnFile = Pick<DiskFolder, 'text' | 'revision' | 'settings' | 'readOnly'>;

/** What the own file of a collection or folder says; the name of the directory where there is none. */
export function readOwnFile(path: string, stem: string): OwnFile {
  const settings = { name: stem, notes: '', variables: [], order: [] };
  const stats = lstatSync(path, { throwIfNoEntry: false });
  const nothing = { text: null, revision: revisionOf(''), settings };
  if (stats === undefined) return { ...nothing, readOnly: null };
  const content = stats.isFile() ? readSmallFile(path) : fail('it is no file');
  if (!content.ok) return { ...nothing, readOnly: unreadable(path, content.error) };
  const read = readFolderText(stem, content.value.text);
  if (!read.ok) return { ...nothing, ...content.value, readOnly: unreadable(path, read.error) };
  const { newer } = read.value;
  return {
    ...content.value,
    settings: read.value.settings,
    readOnly: newer === null ? null : tooNew(path, newer),
  };
}

/** What of a directory is read: no hidden files, no others' files, and of two names that some systems take for one only one. */
function sortOut(
  directory: string,
  { path }: { readonly path: string },
  entries: readonly Dirent[],
): { readonly kept: readonly Dirent[]; readonly problems: readonly Problem[] } {
  const wanted = entries.filter((entry) => isOfCollection(entry));
  const problems: Problem[] = [];
  const kept: Dirent[] = [];
  const names = new Map<string, string>();
  for (const entry of wanted) {
    const stem = nameOf(entry);
    const twin = names.get(stem.toLowerCase());
    const reason = reasonAgainst(entry, path === '' ? stem : `${path}/${stem}`, twin ?? null);
    if (reason !== null) problems.push(leftOut(join(directory, entry.name), reason));
    else {
      names.set(stem.toLowerCase(), stem);
      kept.push(entry);
    }
  }
  return { kept, problems };
}

function reasonAgainst(entry: Dirent, path: string, twin: string | null): string | null {
  if (entry.isSymbolicLink()) return 'it is a link, and links are not followed';
  if (path.includes('\\')) return 'its name has a backslash, which some systems take for a folder';
  if (path.length > longestPath) return `its path is longer than ${longestPath} characters`;
  if (depthOf(path) > deepest) return `it stands deeper than ${deepest} folders`;
  if (twin === null) return null;
  return twin === nameOf(entry)
    ? 'a folder has the same name'
    : `its name differs from ${twin} only in capitals, which some systems take for the same`;
}

/** How deep something stands in its collection; 0 for the collection itself. */
export function depthOf(path: string): number {
  return path === '' ? 0 : path.split('/').length;
}

type Reading = { readonly node: DiskNode | null; readonly problems: readonly Problem[] };

function readEntry(directory: string, parent: string, entry: Dirent, read: RequestReader): Reading {
  const stem = nameOf(entry);
  const path = parent === '' ? stem : `${parent}/${stem}`;
  const at = join(directory, entry.name);
  if (!entry.isDirectory()) return readRequestFile(at, stem, path, read);
  const { folder, problems } = readTree(at, { stem, path, fileName: `folder${ending}` }, read);
  return { node: folder, problems };
}

/** Reads one request file. */
export function readRequestFile(
  file: string,
  stem: string,
  path: string,
  read: RequestReader,
): Reading & { readonly node: DiskRequest | null } {
  const content = readSmallFile(file);
  const parsed = content.ok ? read(stem, content.value) : content;
  if (!content.ok || !parsed.ok) {
    return { node: null, problems: [unreadable(file, parsed.ok ? '' : parsed.error)] };
  }
  const { request, newer, unknownKeys } = parsed.value;
  const readOnly = newer === null ? null : tooNew(file, newer);
  const strange =
    newer === null && unknownKeys.length > 0 ? [unknownKey(file, unknownKeys, requestKeys)] : [];
  return {
    node: {
      kind: 'request',
      stem,
      path,
      file,
      stored: { kind: 'request', path, revision: content.value.revision, readOnly, request },
    },
    problems: [...(readOnly === null ? [] : [readOnly]), ...strange],
  };
}

function readSmallFile(path: string): Result<TextFile, string> {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return size > mostBytes ? fail('it is larger than 40 MB') : readTextFile(path);
}

function listEntries(directory: string): Result<readonly Dirent[], Problem> {
  return attemptStorage('The collection cannot be read', directory, () => {
    const entries = readdirSync(directory, { withFileTypes: true });
    return ok(entries.toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1)));
  });
}

function isOfCollection(entry: Dirent): boolean {
  if (entry.name.startsWith('.') || isOwnFile(entry.name)) return false;
  return (
    entry.isDirectory() ||
    entry.name.endsWith(ending) ||
    (entry.isSymbolicLink() && !entry.name.includes('.'))
  );
}

function isOwnFile(name: string): boolean {
  return name === `collection${ending}` || name === `folder${ending}`;
}

/** Folders first and names in small letters first, so that those stay where two are taken for one. */
function placeOf(entry: Dirent): string {
  const capitals = entry.name === entry.name.toLowerCase() ? 0 : 1;
  return `${entry.isDirectory() ? 0 : 1}${capitals}${entry.name}`;
}

function nameOf(entry: Dirent): string {
  return entry.isDirectory() ? entry.name : stemOf(entry.name);
}

/** Without the ending, where it is one of a request. */
export function stemOf(name: string): string {
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}
