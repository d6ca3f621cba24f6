import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isScalar, isSeq, Pair, Scalar, type YAMLMap, YAMLSeq } from 'yaml';

import type { Environment } from '../../shared/model/environment.ts';
import {
  environmentFileVersion,
  parseEnvironmentDocument,
  readEnvironmentText,
} from './read-environment-text.ts';

/**
 * The text of an environment file. Where there was one before, it is changed only where the environment differs, so
 * that comments, unknown keys and the order of a person stay, and version control shows what was done.
 */
export function writeEnvironmentText(environment: Environment, before: string | null): string {
  if (before === null) return writeAnew(environment);
  const changed = changeText(environment, before);
  // References between values can make a change of one a change of another; then the file is written anew.
  const read = changed === null ? null : readEnvironmentText(environment.id, changed);
  return changed !== null && read?.ok === true && isDeepStrictEqual(read.value.environment, environment)
    ? changed
    : writeAnew(environment);
}

function writeAnew(environment: Environment): string {
  const document = new Document({}, { schema: 'failsafe' });
  const root = document.contents as YAMLMap;
  root.add(new Pair('version', quoted(environmentFileVersion)));
  root.add(new Pair('name', quoted(environment.name)));
  root.add(new Pair('class', new Scalar(environment.environmentClass)));
  if (environment.notes !== '') root.add(new Pair('notes', quoted(environment.notes)));
  root.add(new Pair('variables', document.createNode(new Map())));
  root.add(new Pair('secrets', document.createNode([])));
  setVariables(root, environment.variables);
  setSecrets(root, environment.secrets);
  return toText(document);
}

function changeText(environment: Environment, before: string): string | null {
  const document: Document = parseEnvironmentDocument(before);
  const root = document.contents;
  if (!isMap(root)) return null;
  setText(root, 'name', environment.name);
  setText(root, 'class', environment.environmentClass);
  if (environment.notes === '') root.delete('notes');
  else setText(root, 'notes', environment.notes);
  if (!isMap(root.get('variables', true))) root.set('variables', document.createNode(new Map()));
  if (!isSeq(root.get('secrets', true))) root.set('secrets', document.createNode([]));
  setVariables(root, environment.variables);
  setSecrets(root, environment.secrets);
  return toText(document);
}

function toText(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Changes the value in place, so that a comment beside it stays; leaves it as it is written where it is the same. */
function setText(map: YAMLMap, name: string, text: string): void {
  const node = map.get(name, true);
  if (!isScalar(node)) {
    map.delete(name);
    map.add(new Pair(new Scalar(name), quoted(text)));
    return;
  }
  if (node.value === text) return;
  const { value, type } = quoted(text);
  node.value = value;
  if (type === undefined) delete node.type;
  else node.type = type;
}

function setVariables(root: YAMLMap, variables: Environment['variables']): void {
  const map = root.get('variables', true);
  if (!isMap(map)) return;
  for (const { name, value } of variables) setText(map, name, value);
  const order = new Map(variables.map(({ name }, index) => [name, index]));
  const kept = map.items.filter(({ key }) => order.has(textOf(key)));
  map.items = kept.toSorted(
    (left, right) => (order.get(textOf(left.key)) ?? 0) - (order.get(textOf(right.key)) ?? 0),
  );
}

function setSecrets(root: YAMLMap, names: readonly string[]): void {
  const list = root.get('secrets', true);
  if (!isSeq(list)) return;
  const nodes = new Map(list.items.map((node) => [textOf(node), node]));
  list.items = names.map((name) => nodes.get(name) ?? new Scalar(name));
  if (list instanceof YAMLSeq && names.length > 0 && nodes.size === 0) list.flow = false;
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : '';
}

/** Quotes keep other readers of YAML from making a number or a date of it; lines stand in a block. */
function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  if (!text.includes('\n')) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
