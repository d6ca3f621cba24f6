import { jsonpath, JSONPathEnvironment, JSONPathError, TokenKind } from 'json-p3';

import type { JsonNode } from '../model/parsed-body.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { evaluateFilter, type FilterScope } from './json-path-filter.ts';

/** A JSONPath that was read. */
export type JsonPath = jsonpath.JSONPathQuery;

/** Why a path is none, and where: characters count from 1. */
export type PathFault = { readonly message: string; readonly column: number };

/** More looking than this (about a second) is refused. */
const maxSteps = 5_000_000;

/** Thrown and caught inside this file, where a path looks at too much. */
class TooMuchWork extends Error {}

/** Reads a JSONPath of RFC 9535; its grammar and its rules of types are those of json-p3. */
export function parseJsonPath(path: string): Result<JsonPath, PathFault> {
  try {
    return ok(new JSONPathEnvironment().compile(path));
  } catch (error) {
    if (error instanceof JSONPathError) return fail(toFault(error, path));
    if (error instanceof RangeError) return fail({ message: 'it is nested too deeply', column: 1 });
    throw error;
  }
}

/**
 * The nodes a path selects, in the order of the RFC. The tree of json-p3 is walked here over our own lossless nodes, so
 * that numbers stay the text they are and filters compare them exactly. Of repeated names the last one counts, as
 * everywhere. `null` where the path looks at too much; `most` is how much it may look at.
 */
export function selectJson(path: JsonPath, root: JsonNode, most = maxSteps): readonly JsonNode[] | null {
  let left = most;
  const scope: FilterScope = {
    root,
    run: (inner, start) => runPath(inner, start, scope),
    spend: (steps) => {
      left -= steps;
      if (left < 0) throw new TooMuchWork();
    },
  };
  try {
    return runPath(path, root, scope);
  } catch (error) {
    if (error instanceof TooMuchWork) return null;
    throw error;
  }
}

function runPath(path: JsonPath, start: JsonNode, scope: FilterScope): readonly JsonNode[] {
  let nodes: readonly JsonNode[] = [start];
  for (const segment of path.segments) {
    const from = segment.token.kind === TokenKind.DDOT ? withDescendants(nodes, scope) : nodes;
    const found: JsonNode[] = [];
    for (const node of from) {
      for (const selector of segment.selectors) {
        for (const selected of select(selector, node, scope)) found.push(selected);
      }
    }
    nodes = found;
  }
  return nodes;
}

function withDescendants(nodes: readonly JsonNode[], scope: FilterScope): readonly JsonNode[] {
  const found: JsonNode[] = [];
  const visit = (node: JsonNode): void => {
    scope.spend(1);
    found.push(node);
    childrenOf(node).forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

function select(
  selector: jsonpath.JSONPathSelector,
  node: JsonNode,
  scope: FilterScope,
): readonly JsonNode[] {
  const { NameSelector, IndexSelector, SliceSelector, WildcardSelector, FilterSelector } = jsonpath.selectors;
  scope.spend(1);
  if (selector instanceof NameSelector) return selectName(node, selector.name, scope);
  if (selector instanceof IndexSelector) return selectIndex(node, selector.index);
  if (selector instanceof SliceSelector) return node.kind === 'array' ? slice(node.items, selector) : [];
  const children = childrenOf(node);
  scope.spend(children.length);
  if (selector instanceof WildcardSelector) return children;
  if (!(selector instanceof FilterSelector)) throw new Error('json-p3 read a selector that RFC 9535 has not');
  return children.filter((child) => evaluateFilter(selector.expression, child, scope));
}

function selectName(node: JsonNode, name: string, scope: FilterScope): readonly JsonNode[] {
  if (node.kind !== 'object') return [];
  scope.spend(node.members.length / 8);
  const member = node.members.findLast((candidate) => candidate.name === name);
  return member === undefined ? [] : [member.value];
}

function selectIndex(node: JsonNode, index: number): readonly JsonNode[] {
  const item = node.kind === 'array' ? node.items.at(index) : undefined;
  return item === undefined ? [] : [item];
}

/** RFC 9535, section 2.3.4.2.2. */
function slice(
  items: readonly JsonNode[],
  { start, stop, step = 1 }: Pick<jsonpath.selectors.SliceSelector, 'start' | 'stop' | 'step'>,
): readonly JsonNode[] {
  const length = items.length;
  const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1];
  const bound = (index: number): number =>
    Math.min(Math.max(index < 0 ? index + length : index, lowest), highest);
  const from = bound(start ?? (step > 0 ? 0 : length - 1));
  const to = stop === undefined ? (step > 0 ? length : -1) : bound(stop);
  const found: JsonNode[] = [];
  if (step === 0) return found;
  for (let index = from; step > 0 ? index < to : index > to; index += step) {
    const item = items[index];
    if (item !== undefined) found.push(item);
  }
  return found;
}

/** Values of an object or array; of repeated names the last. */
function childrenOf(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'array') return node.items;
  if (node.kind !== 'object') return [];
  const byName = new Map(node.members.map(({ name, value }) => [name, value]));
  return byName.size === node.members.length ? node.members.map(({ value }) => value) : [...byName.values()];
}

function toFault({ message, token }: JSONPathError, path: string): PathFault {
  const column = token.index + 1;
  if (path.trim() === '') return { message: 'it is empty; a path starts with $', column };
  if (path !== path.trim()) return { message: 'it starts or ends with a blank', column };
  const told = message.replace(/ \('[^]*':\d+\)$/, '');
  const plain = plainWords.find(([words]) => told.startsWith(words))?.[1];
  return { message: plain ?? told.replaceAll('TOKEN_', ''), column };
}

/** What json-p3 says in the words of its grammar, in plain ones. */
const plainWords: readonly (readonly [told: string, plain: string])[] = [
  ["expected '$'", 'a path starts with $'],
  ["can't backup", 'a name or * is expected after the point'],
  ['unexpected shorthand selector', 'a name or * is expected after the point'],
  ['bald descendant segment', 'a name, * or [ is expected after the two points'],
  ['unexpected descendent selection', 'a name, * or [ is expected after the two points'],
  ['unclosed bracketed selection', 'a closing bracket ] is missing'],
  ['unclosed string', 'a closing quotation mark is missing'],
  ['empty bracketed segment', 'a name, a number or a filter is expected between the brackets'],
];
