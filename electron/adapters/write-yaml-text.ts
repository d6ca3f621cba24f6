import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isNode, isScalar, isSeq, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

import { layoutOfYaml, ownLayout } from './layout-of-yaml.ts';
import { parseYaml } from './read-versioned-yaml.ts';

/** What can be written: texts, and lists and maps of them. */
export type YamlValue = string | readonly YamlValue[] | YamlEntries;

/** A map whose entries stand in the order they are written in. */
export type YamlEntries = ReadonlyMap<string, YamlValue>;

/** How a kind of file is written. */
export type YamlStyle = {
  /** Every key the top of the file may have; others are a person's own and stay. */
  readonly keys: readonly string[];
  /** Keys whose texts are words of the format, written without quotes. */
  readonly bare: readonly string[];
  /** Keys whose maps stand in the order of the value, not in that of the file. */
  readonly ordered: readonly string[];
};

/**
 * A value as YAML. Where there was a text before, it is changed only where the value differs, so that comments, unknown
 * keys and the order of a person stay, and version control shows what was done.
 */
export function writeYamlText(value: YamlEntries, before: string | null, style: YamlStyle): string {
  const changed = before === null ? null : changeText(value, before, style);
  // References between values can make a change of one a change of another; then the file is written anew.
  return changed !== null && says(changed, value, style) ? changed : writeAnew(value, style);
}

function writeAnew(value: YamlEntries, style: YamlStyle): string {
  const document = new Document(undefined, { schema: 'failsafe' });
  document.contents = makeMap(value, style);
  return toText(document, ownLayout);
}

function changeText(value: YamlEntries, before: string, style: YamlStyle): string | null {
  const document: Document = parseYaml(before);
  const root = document.contents;
  if (!isMap(root)) return null;
  const layout = layoutOfYaml(document, before);
  changeMap(root, value, { document, style, stays: (key) => !style.keys.includes(key), ordered: false });
  const text = toText(document, layout);
  return before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** Whether a text holds exactly the value, beside a person's own keys. */
function says(text: string, value: YamlEntries, style: YamlStyle): boolean {
  const plain: unknown = parseYaml(text).toJS({ mapAsMap: true });
  if (!(plain instanceof Map)) return false;
  return style.keys.every((key) => {
    const [read, wanted]: readonly unknown[] = [plain.get(key), value.get(key)];
    if (!isDeepStrictEqual(read, wanted)) return false;
    return !style.ordered.includes(key) || isDeepStrictEqual(keysOf(read), keysOf(wanted));
  });
}

function keysOf(value: unknown): readonly unknown[] {
  return value instanceof Map ? [...value.keys()] : [];
}

function toText(document: Document, layout: typeof ownLayout): string {
  return document.toString({
    ...layout,
    lineWidth: 0,
    // Quoted text over several lines does not always come back as it was.
    doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
  });
}

type Change = {
  readonly document: Document;
  readonly style: YamlStyle;
  /** Whether a key that the value does not have stays. */
  readonly stays: (key: string) => boolean;
  readonly ordered: boolean;
};

/** The node that says a value: the one that was there where it can be changed, else a new one. */
function changeNode(node: unknown, value: YamlValue, key: string, change: Change): unknown {
  if (typeof value === 'string') {
    if (!isScalar(node)) return makeText(value, key, change.style);
    if (node.value !== value) changeScalar(node, makeText(value, key, change.style));
    return node;
  }
  if (isList(value)) {
    if (!isSeq(node)) return makeList(value, key, change.style);
    changeList(node, value, key, change);
    return node;
  }
  if (!isMap(node)) return makeMap(value, change.style);
  changeMap(node, value, {
    ...change,
    stays: () => false,
    ordered: change.style.ordered.includes(key),
  });
  return node;
}

/** In place, so that a comment beside it stays. */
function changeScalar(node: Scalar, { value, type }: Scalar): void {
  node.value = value;
  if (type === undefined) delete node.type;
  else node.type = type;
}

function changeMap(map: YAMLMap, value: YamlEntries, change: Change): void {
  openFor(map, value.size);
  let last = -1;
  for (const [name, item] of value) {
    const index = map.items.findIndex(({ key }) => textOf(key) === name);
    const pair = map.items[index];
    if (pair === undefined) {
      last += 1;
      map.items.splice(last, 0, makePair(name, item, change.style));
    } else {
      last = index;
      pair.value = changeNode(pair.value, item, name, change);
    }
  }
  map.items = map.items.filter(({ key }) => value.has(textOf(key)) || change.stays(textOf(key)));
  if (!change.ordered) return;
  const order = new Map([...value.keys()].map((name, index) => [name, index]));
  const placeOf = (pair: Pair): number => order.get(textOf(pair.key)) ?? 0;
  map.items = map.items.toSorted((left, right) => placeOf(left) - placeOf(right));
}

/** An item that is there already keeps its node wherever it goes; others take the nodes that are left, changed. */
function changeList(list: YAMLSeq, values: readonly YamlValue[], key: string, change: Change): void {
  openFor(list, values.length);
  const there = list.items.map((node) => ({ node, text: canonical(plainOf(node, change)) }));
  const left = new Set(there);
  const byText = Map.groupBy(there, ({ text }) => text);
  const kept = values.map((value) => {
    const found = byText.get(canonical(value))?.shift();
    if (found !== undefined) left.delete(found);
    return found;
  });
  const others = [...left];
  const nodes = values.map((value, index) => {
    const same = kept[index];
    if (same !== undefined) return same.node;
    const other = others.shift();
    return other === undefined
      ? makeNode(value, key, change.style)
      : changeNode(other.node, value, key, change);
  });
  if (nodes[0] !== list.items[0]) giveCommentToFirst(list);
  list.items = nodes;
}

/** A comment above the first item is read as one of the list; it has to go with the item. */
function giveCommentToFirst(list: YAMLSeq): void {
  const [first] = list.items;
  if (!isNode(first) || !list.commentBefore) return;
  first.commentBefore = [list.commentBefore, first.commentBefore].filter(Boolean).join('\n');
  list.commentBefore = null;
}

function plainOf(node: unknown, { document }: Change): unknown {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.toJS(document, { mapAsMap: true }) : null;
}

/** Equal for equal values, and only for them; the order of the entries of a map counts for nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item instanceof Map ? { map: [...item].toSorted(([left], [right]) => (left < right ? -1 : 1)) } : item,
  );
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function makeNode(value: YamlValue, key: string, style: YamlStyle): Scalar | YAMLSeq | YAMLMap {
  if (typeof value === 'string') return makeText(value, key, style);
  return isList(value) ? makeList(value, key, style) : makeMap(value, style);
}

function makeList(values: readonly YamlValue[], key: string, style: YamlStyle): YAMLSeq {
  const list = new YAMLSeq();
  list.items = values.map((value) => makeNode(value, key, style));
  return list;
}

function makeMap(value: YamlEntries, style: YamlStyle): YAMLMap {
  const map = new YAMLMap();
  map.items = [...value].map(([name, item]) => makePair(name, item, style));
  return map;
}

function makePair(name: string, value: YamlValue, style: YamlStyle): Pair {
  return new Pair(new Scalar(name), makeNode(value, name, style));
}

/** Words that other readers of YAML take for something else than text. */
const guessed = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/** Quotes keep other readers of YAML from making a number or a date of it; lines stand in a block. */
function makeText(text: string, key: string, { bare }: YamlStyle): Scalar<string> {
  const scalar = new Scalar(text);
  const isWord = bare.includes(key) && /^[a-z][\w.-]*$/i.test(text) && !guessed.test(text);
  // A block of nothing but blanks would lose some of them.
  const isBlock = text.includes('\n') && /\S/.test(text);
  if (!isWord && !isBlock) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** What was written `{}` or `[]` gets a line for each of its first items. */
function openFor(collection: YAMLMap | YAMLSeq, count: number): void {
  if (collection.items.length === 0 && count > 0) collection.flow = false;
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : '';
}
