import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import type { CollectionContent, ContentNode } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { attemptStorage } from '../storage-problem.ts';
import { leftOut } from './collection-problems.ts';
import {
  type DiskNode,
  ending,
  readOwnFile,
  readRequestFile,
  readTree,
  stemOf,
  type TreeReading,
} from './read-tree.ts';
import { createRememberingReader } from './remembering-reader.ts';

/**
 * Reads a collection, a folder of one or a single request from anywhere on disk. What stands inside a collection has
 * its variables. Everything has to be readable: a part that is left out would be a refund or a check that is not made.
 */
export function readCollectionAt(given: string): Result<CollectionContent, Problem> {
  return attemptStorage('The collection cannot be read', resolve(given), (path) => {
    const isFolder = statSync(path).isDirectory();
    const target = !isFolder && isOwnFile(path) ? dirname(path) : path;
    const isWhole = isFolder || target !== path;
    return isWhole ? readFolderAt(target) : readRequestAt(path);
  });
}

function readFolderAt(directory: string): Result<CollectionContent, Problem> {
  const reading = readAll(directory);
  if (!reading.ok) return reading;
  const around = collectionAround(directory);
  if (!around.ok) return around;
  const { settings, items } = reading.value.folder;
  const { name, notes } = settings;
  const variables = around.value ?? settings.variables;
  const content = { name, notes, variables, items: items.map(toContent) };
  return items.length > 0 ? ok(content) : fail(nothingIn(directory));
}

function readRequestAt(path: string): Result<CollectionContent, Problem> {
  if (!path.endsWith(ending)) {
    return fail({
      ...leftOut(path, `its name does not end in ${ending}`),
      remedy: 'Name a folder, or the file of a request.',
    });
  }
  const stem = stemOf(basename(path));
  const { node, problems } = readRequestFile(path, stem, stem, createRememberingReader().read);
  const [problem] = problems;
  if (problem !== undefined || node === null) return fail(problem ?? nothingIn(path));
  const around = collectionAround(dirname(path));
  if (!around.ok) return around;
  const { request } = node.stored;
  return ok({
    name: request.name,
    notes: '',
    variables: around.value ?? [],
    items: [{ kind: 'request', request }],
  });
}

/** The variables of the collection that a folder is or stands in; `null` where it is none. */
function collectionAround(directory: string): Result<CollectionContent['variables'] | null, Problem> {
  const file = join(directory, `collection${ending}`);
  if (existsSync(file)) {
    const { readOnly, settings } = readOwnFile(file, basename(directory));
    return readOnly === null ? ok(settings.variables) : fail(readOnly);
  }
  const parent = dirname(directory);
  return parent === directory ? ok(null) : collectionAround(parent);
}

function readAll(directory: string): Result<TreeReading, Problem> {
  const isTop = existsSync(join(directory, `collection${ending}`));
  const fileName = `${isTop ? 'collection' : 'folder'}${ending}`;
  const place = { stem: basename(directory), path: '', fileName };
  const reading = readTree(directory, place, createRememberingReader().read);
  const [problem] = reading.problems;
  return problem === undefined ? ok(reading) : fail(problem);
}

function toContent(node: DiskNode): ContentNode {
  if (node.kind === 'request') return { kind: 'request', request: node.stored.request };
  const { name, notes } = node.settings;
  return { kind: 'folder', name, notes, items: node.items.map(toContent) };
}

function isOwnFile(path: string): boolean {
  return [`collection${ending}`, `folder${ending}`].includes(basename(path));
}

function nothingIn(path: string): Problem {
  return {
    code: 'bad-collection',
    message: `There is no request in ${path}.`,
    remedy: 'Name a folder of requests, or the file of one.',
  };
}
