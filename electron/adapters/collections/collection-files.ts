import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { CollectionRequest } from '../../../shared/model/collection.ts';
import { writeThenMove } from '../atomic-file.ts';
import { makeDirectory } from '../make-directory.ts';
import { type FolderSettings, writeFolderText } from './folder-text.ts';
import { ending } from './read-tree.ts';
import { type CollectionFileKind, schemaLine, withSchemaLine } from './schema-line.ts';
import { writeRequestText } from './write-request-text.ts';

/** The text of a request file at a path, made from the one there was. */
export function requestText(
  root: string,
  file: string,
  request: CollectionRequest,
  before: string | null,
): string {
  const text = writeRequestText(request, before);
  return withSchemaLine(text, schemaLine(root, file, 'request'), before);
}

/** The text of the own file of a collection or folder at a path, made from the one there was. */
export function folderText(
  root: string,
  file: string,
  settings: FolderSettings,
  before: string | null,
): string {
  return withSchemaLine(writeFolderText(settings, before), schemaLine(root, file, kindOf(file)), before);
}

/** Writes a file so that readers see either the old text or the new one. */
export function putText(file: string, text: string): void {
  makeDirectory(dirname(file));
  writeThenMove(file, text, { mode: 0o644, beforeMove: () => undefined });
}

/** Moves a file or folder; what lands among the collections is led to its schemas again. */
export function moveInto(root: string, from: string, to: string): void {
  makeDirectory(dirname(to));
  renameSync(from, to);
  refreshSchemaLines(root, to);
}

/** What files there are below a path, and what is in them. */
export function fingerprint(path: string): string {
  const hash = createHash('sha256');
  for (const file of filesBelow(path)) {
    hash
      .update(`${file.slice(path.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function refreshSchemaLines(root: string, path: string): void {
  for (const file of filesBelow(path).filter((name) => name.endsWith(ending))) {
    const text = readFileSync(file, 'utf8');
    const right = withSchemaLine(text, schemaLine(root, file, kindOf(file)), '');
    if (right !== text) putText(file, right);
  }
}

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function kindOf(file: string): CollectionFileKind {
  const name = basename(file, ending);
  return name === 'collection' || name === 'folder' ? name : 'request';
}
