import { jsonpath } from 'json-p3';

import type { JsonNode } from '../model/parsed-body.ts';
import { compareJsonNumbers } from './json-number.ts';
import { compilePattern, testPattern } from './linear-pattern.ts';

/** A value in a filter; `null` is the RFC's Nothing. */
type Value = JsonNode | null;

const expressions = jsonpath.expressions;

/** Stands at no place of a document. */
const nowhere = { start: 0, end: 0 };

/** What a filter needs of the query it stands in. */
export type FilterScope = {
  /** What `$` means. */
  readonly root: JsonNode;
  /** Runs a path inside the filter, from a node. */
  readonly run: (path: jsonpath.JSONPathQuery, start: JsonNode) => readonly JsonNode[];
  /** Counts what is looked at; does not return where that was too much. */
  readonly spend: (steps: number) => void;
};

/** Whether a filter holds for a node. */
export function evaluateFilter(
  expression: jsonpath.expressions.FilterExpression,
  current: JsonNode,
  scope: FilterScope,
): boolean {
  scope.spend(1);
  const holds = (part: jsonpath.expressions.FilterExpression): boolean =>
    evaluateFilter(part, current, scope);
  if (expression instanceof expressions.LogicalExpression) return holds(expression.expression);
  if (expression instanceof expressions.PrefixExpression) return !holds(expression.right);
  if (expression instanceof expressions.InfixExpression) {
    if (expression.operator === '&&') return holds(expression.left) && holds(expression.right);
    if (expression.operator === '||') return holds(expression.left) || holds(expression.right);
    const [left, right] = [expression.left, expression.right].map((part) => valueOf(part, current, scope));
    return compare(left ?? null, expression.operator, right ?? null, scope);
  }
  if (expression instanceof expressions.FunctionExtension) return testFunction(expression, current, scope);
  return nodesOf(expression, current, scope).length > 0;
}

function nodesOf(
  expression: jsonpath.expressions.FilterExpression,
  current: JsonNode,
  scope: FilterScope,
): readonly JsonNode[] {
  if (expression instanceof expressions.RelativeQuery) return scope.run(expression.path, current);
  if (expression instanceof expressions.RootQuery) return scope.run(expression.path, scope.root);
  throw new Error('json-p3 read a filter that RFC 9535 has not');
}

function valueOf(
  expression: jsonpath.expressions.FilterExpression,
  current: JsonNode,
  scope: FilterScope,
): Value {
  if (expression instanceof expressions.StringLiteral) return text('string', expression.value);
  // The literal as it was written: json-p3 has already made a JavaScript number of its value.
  if (expression instanceof expressions.NumberLiteral) return text('number', expression.token.value);
  if (expression instanceof expressions.BooleanLiteral) return text('boolean', String(expression.value));
  if (expression instanceof expressions.NullLiteral) return text('null', 'null');
  if (!(expression instanceof expressions.FunctionExtension))
    return nodesOf(expression, current, scope)[0] ?? null;
  const [argument] = expression.args;
  if (argument === undefined) return null;
  if (expression.name === 'length') return lengthOf(valueOf(argument, current, scope));
  const nodes = nodesOf(argument, current, scope);
  if (expression.name === 'count') return text('number', String(nodes.length));
  return nodes.length === 1 ? (nodes[0] ?? null) : null;
}

function text(kind: 'string' | 'number' | 'boolean' | 'null', value: string): JsonNode {
  return { kind, text: value, range: nowhere };
}

/** RFC 9535, section 2.4.4: characters, items or members; of repeated names one counts. */
function lengthOf(value: Value): Value {
  if (value?.kind === 'string') return text('number', String([...value.text].length));
  if (value?.kind === 'array') return text('number', String(value.items.length));
  if (value?.kind !== 'object') return null;
  return text('number', String(new Set(value.members.map(({ name }) => name)).size));
}

/** `match` and `search`: false, as the RFC says, where one of the two is no text or the pattern no I-Regexp. */
function testFunction(
  { name, args }: jsonpath.expressions.FunctionExtension,
  current: JsonNode,
  scope: FilterScope,
): boolean {
  const [value, pattern] = args.map((argument) => valueOf(argument, current, scope));
  if (value?.kind !== 'string' || pattern?.kind !== 'string' || !isRegexp(pattern.text)) return false;
  const compiled = compilePattern(pattern.text.replaceAll(unescapedDot, '$1[^\\n\\r]'));
  if (!compiled.ok) return false;
  scope.spend(value.text.length + pattern.text.length);
  const found = testPattern(compiled.value, value.text, name === 'match' ? 'whole' : 'part');
  if (!found.ok) scope.spend(Number.POSITIVE_INFINITY);
  return found.ok && found.value;
}

/** In an I-Regexp a dot is every character but two ends of lines; in JavaScript there are four (RFC 9485, section 5.3). */
const unescapedDot = /((?:^|[^\\])(?:\\\\)*)\./g;

/** RFC 9485, as json-p3 reads it; on an empty text even a pattern made to be slow takes no time. */
function isRegexp(pattern: string): boolean {
  try {
    new jsonpath.functions.Match({ throwErrors: true, cacheSize: 0 }).call('', pattern);
    return true;
  } catch {
    return false;
  }
}

/** RFC 9535, section 2.3.5.2.2. */
function compare(left: Value, operator: string, right: Value, scope: FilterScope): boolean {
  switch (operator) {
    case '==':
      return isEqual(left, right, scope);
    case '!=':
      return !isEqual(left, right, scope);
    case '<':
      return isLess(left, right);
    case '<=':
      return isLess(left, right) || isEqual(left, right, scope);
    case '>':
      return isLess(right, left);
    case '>=':
      return isLess(right, left) || isEqual(left, right, scope);
    default:
      throw new Error(`json-p3 read an operator that RFC 9535 has not: ${operator}`);
  }
}

function isLess(left: Value, right: Value): boolean {
  if (left?.kind === 'number' && right?.kind === 'number')
    return compareJsonNumbers(left.text, right.text) < 0;
  if (left?.kind !== 'string' || right?.kind !== 'string') return false;
  return comesBefore([...left.text], [...right.text]);
}

/** By code points; JavaScript's own order goes by halves of characters. */
function comesBefore(left: readonly string[], right: readonly string[]): boolean {
  const differs = left.findIndex((sign, index) => sign !== right[index]);
  if (differs === -1) return left.length < right.length;
  return (left[differs]?.codePointAt(0) ?? 0) < (right[differs]?.codePointAt(0) ?? -1);
}

function isEqual(left: Value, right: Value, scope: FilterScope): boolean {
  scope.spend(1);
  if (left === null || right === null) return left === right;
  if (left.kind === 'object') return right.kind === 'object' && hasSameMembers(left, right, scope);
  if (left.kind === 'array')
    return (
      right.kind === 'array' &&
      left.items.length === right.items.length &&
      left.items.every((item, index) => isEqual(item, right.items[index] ?? null, scope))
    );
  if (right.kind !== left.kind) return false;
  return left.kind === 'number' ? compareJsonNumbers(left.text, right.text) === 0 : left.text === right.text;
}

type JsonObject = JsonNode & { readonly kind: 'object' };

function hasSameMembers(left: JsonObject, right: JsonObject, scope: FilterScope): boolean {
  const [a, b] = [left, right].map(({ members }) => new Map(members.map(({ name, value }) => [name, value])));
  if (a === undefined || b === undefined || a.size !== b.size) return false;
  scope.spend(a.size);
  return [...a].every(([name, value]) => b.has(name) && isEqual(value, b.get(name) ?? null, scope));
}
