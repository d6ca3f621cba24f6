import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { deepest } from '../../../shared/contract/collection-schemas.ts';
import type { CollectionContent, CollectionRequest, ContentNode } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { readTextFile } from '../read-text-file.ts';
import { fingerprint, folderText, moveInto, putText, requestText } from './collection-files.ts';
import { changedSince, refused } from './collection-problems.ts';
import { fileNameFor, freeFileName, isNamedAfter } from './file-name-for.ts';
import { orderFor } from './order-names.ts';
import { depthOf, type DiskFolder, type DiskNode, type DiskRequest, ending } from './read-tree.ts';
import { takenIds } from './read-collections.ts';
import type { ChangeStep } from './undo-change.ts';

/** What a change did: where the thing stands now, and what happened to the files. */
export type DoneChange = { readonly path: string; readonly steps: readonly ChangeStep[] };

/** Where changes happen: the folder of the collections, and one of its own for what this change makes or puts aside. */
export type Workplace = { readonly root: string; readonly aside: string };

/** Writes a whole collection beside the others and moves it to its place in one step. */
export function createCollection(content: CollectionContent, { root, aside }: Workplace): DoneChange {
  const id = freeFileName(fileNameFor(content.name, 'collection'), takenIds(root));
  const [made, to] = [join(aside, id), join(root, id)];
  writeContent({ root, made, to }, content, `collection${ending}`);
  return { path: id, steps: [appear(root, made, to)] };
}

/** Changes what the own file of a collection or folder says beside the order. */
export function saveSettings(
  root: string,
  folder: DiskFolder,
  settings: Partial<Pick<CollectionContent, 'name' | 'notes' | 'variables'>>,
): Result<DoneChange, Problem> {
  if (folder.readOnly !== null) return fail(folder.readOnly);
  const after = writeFolder(root, folder, { ...folder.settings, ...settings });
  return ok({ path: folder.path, steps: stepBetween(folder, after) });
}

/** Writes a new request as the last of a folder. */
export function addRequest(
  folder: DiskFolder,
  request: CollectionRequest,
  place: Workplace,
): Result<DoneChange, Problem> {
  if (depthOf(folder.path) >= deepest) return fail(tooDeep);
  const stem = freeFileName(fileNameFor(request.name, 'request'), folder.taken);
  const made = join(place.aside, stem + ending);
  putText(made, requestText(place.root, join(folder.directory, stem + ending), request, null));
  return bringIn(folder, [{ stem, made }], place, folder.items.length);
}

/** Makes a new folder as the last of another. */
export function addFolder(folder: DiskFolder, name: string, place: Workplace): Result<DoneChange, Problem> {
  if (depthOf(folder.path) >= deepest) return fail(tooDeep);
  const stem = freeFileName(fileNameFor(name, 'folder'), folder.taken);
  const made = join(place.aside, stem);
  const to = join(folder.directory, stem);
  writeContent(
    { root: place.root, made, to },
    { name, notes: '', variables: [], items: [] },
    `folder${ending}`,
  );
  return bringIn(folder, [{ stem, made }], place, folder.items.length);
}

/** Copies a request or a folder with everything in it to the place after it. */
export function duplicateItem(
  node: DiskNode,
  parent: DiskFolder,
  place: Workplace,
): Result<DoneChange, Problem> {
  const readOnly = node.kind === 'folder' ? node.readOnly : node.stored.readOnly;
  if (readOnly !== null) return fail(readOnly);
  const names = parent.items.map(nameOf);
  const name = copyName(nameOf(node), names);
  const stem = freeFileName(fileNameFor(name, node.kind), parent.taken);
  const made = join(place.aside, node.kind === 'folder' ? stem : stem + ending);
  copyAs(place.root, node, name, made);
  return bringIn(parent, [{ stem, made }], place, parent.items.indexOf(node) + 1);
}

/** Copies a whole collection; `names` are those of all collections. */
export function duplicateCollection(
  collection: DiskFolder,
  names: readonly string[],
  place: Workplace,
): DoneChange {
  const name = copyName(collection.settings.name, names);
  const id = freeFileName(fileNameFor(name, 'collection'), takenIds(place.root));
  const made = join(place.aside, id);
  copyAs(place.root, collection, name, made);
  return { path: id, steps: [appear(place.root, made, join(place.root, id))] };
}

/** Writes a request over the revision it was made from. A file that was named after the request gets its new name. */
export function saveRequest(
  { node, parent }: { readonly node: DiskRequest; readonly parent: DiskFolder },
  request: CollectionRequest,
  revision: string,
  { root }: Workplace,
): Result<DoneChange, Problem> {
  const { readOnly } = node.stored;
  if (readOnly !== null) return fail(readOnly);
  const content = readTextFile(node.file);
  if (!content.ok || content.value.revision !== revision) return fail(changedSince(node.stored.request.name));
  const before = content.value.text;
  const stem = renamedStem(node, parent, request.name);
  const file = join(parent.directory, stem + ending);
  const after = requestText(root, file, request, before);
  const renamed = stem === node.stem ? [] : renameIn(root, parent, node, stem);
  if (after !== before) putText(file, after);
  const written: readonly ChangeStep[] = after === before ? [] : [{ kind: 'request', file, before, after }];
  return ok({ path: joined(parent.path, stem), steps: [...renamed, ...written] });
}

/** A folder or request that is moved or removed, and the folder it stands in. */
export type Moved = { readonly node: DiskNode; readonly parent: DiskFolder };

/** Moves folders and requests before the index-th item of a folder. */
export function moveItems(
  items: readonly Moved[],
  target: DiskFolder,
  index: number,
  { root }: Workplace,
): Result<DoneChange, Problem> {
  const blocked = findBlock(items, target);
  if (blocked !== null) return fail(blocked);
  const nodes = new Set(items.map(({ node }) => node));
  const anchor = target.items.slice(index).find((node) => !nodes.has(node));
  const staying = target.items.filter((node) => !nodes.has(node)).map(({ stem }) => stem);
  const taken = new Set(target.taken);
  const arrivals = items.map(({ node, parent }) => {
    const stem = parent.directory === target.directory ? node.stem : freeFileName(node.stem, taken);
    taken.add(stem.toLowerCase());
    return { node, parent, stem };
  });
  const at = anchor === undefined ? staying.length : staying.indexOf(anchor.stem);
  const names = staying.toSpliced(at, 0, ...arrivals.map(({ stem }) => stem));
  const steps: ChangeStep[] = [...stepBetween(target, reorder(root, target, names))];
  for (const { node, parent, stem } of arrivals) {
    if (parent.directory === target.directory) continue;
    const from = pathOf(node, parent, node.stem);
    const to = pathOf(node, target, stem);
    moveInto(root, from, to);
    steps.push({ kind: 'moved', from, to, print: null });
  }
  const sources = Map.groupBy(items, ({ parent }) => parent);
  for (const [parent, left] of sources) {
    if (parent.directory === target.directory) continue;
    const gone = left.map(({ node }) => node.stem);
    steps.push(...stepBetween(parent, reorder(root, parent, stemsWithout(parent, gone), gone)));
  }
  return ok({ path: joined(target.path, arrivals[0]?.stem ?? ''), steps });
}

/** Puts folders and requests aside, each at its path below the collection's name. */
export function removeItems(
  collection: DiskFolder,
  items: readonly Moved[],
  { root, aside }: Workplace,
): DoneChange {
  const moved = items.map(({ node, parent }): ChangeStep => {
    const from = pathOf(node, parent, node.stem);
    const to = join(aside, collection.stem, node.kind === 'folder' ? node.path : node.path + ending);
    moveInto(root, from, to);
    return { kind: 'moved', from, to, print: null };
  });
  const orders = [...Map.groupBy(items, ({ parent }) => parent)].flatMap(([parent, left]) => {
    const gone = left.map(({ node }) => node.stem);
    return stepBetween(parent, reorder(root, parent, stemsWithout(parent, gone), gone));
  });
  return { path: '', steps: [...moved, ...orders] };
}

/** Puts a whole collection aside. */
export function removeCollection({ stem, directory }: DiskFolder, { root, aside }: Workplace): DoneChange {
  const to = join(aside, stem);
  moveInto(root, directory, to);
  return { path: '', steps: [{ kind: 'moved', from: directory, to, print: null }] };
}

/** Writes a folder where nobody looks; its files lead to the schemas from where it goes. */
function writeContent(
  { root, made, to }: { readonly root: string; readonly made: string; readonly to: string },
  { name, notes, variables, items }: CollectionContent,
  fileName: string,
): void {
  const taken = new Set<string>();
  const order = items.map((item) => {
    const stem = freeFileName(fileNameFor(nameOfContent(item), item.kind), taken);
    taken.add(stem);
    const [path, target] = [join(made, stem), join(to, stem)];
    if (item.kind === 'request') {
      putText(path + ending, requestText(root, target + ending, item.request, null));
    } else {
      writeContent({ root, made: path, to: target }, { ...item, variables: [] }, `folder${ending}`);
    }
    return stem;
  });
  const settings = { name, notes, variables, order };
  putText(join(made, fileName), folderText(root, join(to, fileName), settings, null));
}

function nameOfContent(item: ContentNode): string {
  return item.kind === 'folder' ? item.name : item.request.name;
}

/** The order goes first: a name without a file counts for nothing, so that whoever is interrupted has one state or the other. */
function bringIn(
  folder: DiskFolder,
  arrivals: readonly { readonly stem: string; readonly made: string }[],
  place: Workplace,
  index: number,
): Result<DoneChange, Problem> {
  const stems = arrivals.map(({ stem }) => stem);
  const names = folder.items.map(({ stem }) => stem).toSpliced(index, 0, ...stems);
  const ordered = stepBetween(folder, reorder(place.root, folder, names));
  const appeared = arrivals.map(({ stem, made }) =>
    appear(place.root, made, join(folder.directory, made.endsWith(ending) ? stem + ending : stem)),
  );
  return ok({ path: joined(folder.path, stems[0] ?? ''), steps: [...ordered, ...appeared] });
}

/** Moves what was made to its place; taken back, it goes aside again as long as nobody changed it. */
function appear(root: string, made: string, to: string): ChangeStep {
  moveInto(root, made, to);
  return { kind: 'moved', from: made, to, print: fingerprint(to) };
}

/** A copy under another name. It goes where it is as deep, so that it leads to the schemas as the original does. */
function copyAs(root: string, node: DiskNode, name: string, made: string): void {
  if (node.kind === 'request') {
    const before = readTextFile(node.file);
    const request = { ...node.stored.request, name };
    putText(made, requestText(root, node.file, request, before.ok ? before.value.text : null));
    return;
  }
  cpSync(node.directory, made, { recursive: true, verbatimSymlinks: true });
  const file = join(made, node.path === '' ? `collection${ending}` : `folder${ending}`);
  putText(file, folderText(root, node.file, { ...node.settings, name }, node.text));
}

function renamedStem(node: DiskRequest, parent: DiskFolder, name: string): string {
  const before = node.stored.request.name;
  if (name === before || !isNamedAfter(node.stem, before, 'request')) return node.stem;
  if (isNamedAfter(node.stem, name, 'request')) return node.stem;
  return freeFileName(fileNameFor(name, 'request'), parent.taken);
}

/** Both names stand in the order while the file is renamed, so that it keeps its place whoever is interrupted. */
function renameIn(root: string, parent: DiskFolder, node: DiskRequest, stem: string): readonly ChangeStep[] {
  const stems = parent.items.map((item) => item.stem);
  const both = stems.toSpliced(stems.indexOf(node.stem), 0, stem);
  const between = reorder(root, parent, both);
  const to = join(parent.directory, stem + ending);
  moveInto(root, node.file, to);
  const names = both.filter((name) => name !== node.stem);
  const after = reorder(root, between, names, [node.stem]);
  return [{ kind: 'moved', from: node.file, to, print: null }, ...stepBetween(parent, after)];
}

function findBlock(items: readonly Moved[], target: DiskFolder): Problem | null {
  for (const { node } of items) {
    if (node.kind === 'folder' && `${target.directory}/`.startsWith(`${node.directory}/`)) {
      return refused(
        `The folder ${node.settings.name} cannot be moved into itself, so nothing was moved.`,
        'Choose another folder.',
      );
    }
    if (depthOf(target.path) + heightOf(node) > deepest) return tooDeep;
  }
  return null;
}

const tooDeep = refused(
  `It would stand deeper than ${deepest} folders, so nothing was changed.`,
  'Choose a folder further up.',
);

function heightOf(node: DiskNode): number {
  return node.kind === 'request' ? 1 : 1 + Math.max(0, ...node.items.map(heightOf));
}

/** Writes the order of a folder where it is another, and gives the folder as its own file says it then. */
function reorder(
  root: string,
  folder: DiskFolder,
  names: readonly string[],
  gone: readonly string[] = [],
): DiskFolder {
  const { settings, taken, items } = folder;
  const unread = settings.order.filter(
    (name) =>
      taken.has(name.toLowerCase()) && !gone.includes(name) && !items.some(({ stem }) => stem === name),
  );
  const order = orderFor(names, unread, settings.order, gone);
  return order === settings.order ? folder : writeFolder(root, folder, { ...settings, order });
}

function writeFolder(root: string, folder: DiskFolder, settings: DiskFolder['settings']): DiskFolder {
  const text = folderText(root, folder.file, settings, folder.text);
  if (text !== folder.text) putText(folder.file, text);
  return { ...folder, text, settings };
}

function stepBetween({ file, text: before }: DiskFolder, { text: after }: DiskFolder): readonly ChangeStep[] {
  return after === null || after === before ? [] : [{ kind: 'folder', file, before, after }];
}

function stemsWithout(folder: DiskFolder, gone: readonly string[]): readonly string[] {
  return folder.items.map(({ stem }) => stem).filter((stem) => !gone.includes(stem));
}

function pathOf(node: DiskNode, parent: DiskFolder, stem: string): string {
  return join(parent.directory, node.kind === 'folder' ? stem : stem + ending);
}

function joined(folder: string, stem: string): string {
  return folder === '' ? stem : `${folder}/${stem}`;
}

function nameOf(node: DiskNode): string {
  return node.kind === 'folder' ? node.settings.name : node.stored.request.name;
}

/** `In full (copy)`, `In full (copy 2)`: the first that nobody has. */
function copyName(name: string, names: readonly string[]): string {
  const plain = name.replace(/ \(copy(?: \d+)?\)$/, '').slice(0, 180);
  for (let number = 1; ; number += 1) {
    const candidate = `${plain} (copy${number === 1 ? '' : ` ${number}`})`;
    if (!names.includes(candidate)) return candidate;
  }
}
