import xpath, { type XpathNodeSet, type XpathValue } from 'xpath';

import { fail, ok, type Result } from '../model/result.ts';
import type { PathFault } from './json-path.ts';
import { readXmlNodes, type XmlNode } from './xml-nodes.ts';

/** A document that XPaths can be asked of. */
export type XmlDocument = XmlNode;

/** An XPath that was read: gives the values it finds in a document, or why it cannot be asked. */
export type XmlPath = (document: XmlDocument) => Result<readonly string[], string>;

/** What an XPath found; `node` is `null` for what was calculated. */
export type XmlFound = { readonly text: string; readonly node: XmlNode | null };

/** An XPath that was read: gives what it finds in a document, or why it cannot be asked. */
export type XmlNodePath = (document: XmlDocument) => Result<readonly XmlFound[], string>;

/** More looking than this (about a second) is refused. */
const maxSteps = 5_000_000;

/** Thrown and caught inside this file, with part of a sentence. */
class Refused extends Error {}

/** What is counted while an expression runs; it runs in one piece. */
const running = { steps: 0, most: maxSteps, calculates: false };

/** Opens XML in which `findXmlProblem` finds nothing. */
export const openXml = readXmlNodes;

/**
 * Reads an XPath 1.0. Without namespaces a name matches by its local part, whatever prefix and namespace it has in the
 * document; with them the rules of XPath hold. Elements give their text without the blanks around it. Numbers of XPath
 * are binary fractions: what would not be exact in them (more than 15 digits, calculating with fractions) is refused.
 */
export function parseXmlPath(
  path: string,
  namespaces: Readonly<Record<string, string>>,
): Result<XmlPath, PathFault> {
  const parsed = parseXmlNodePath(path, namespaces);
  if (!parsed.ok) return parsed;
  return ok((document) => {
    const found = parsed.value(document);
    return found.ok ? ok(found.value.map(({ text }) => text)) : found;
  });
}

/** The same, with the places of what is found; `most` is how much it may look at. */
export function parseXmlNodePath(
  path: string,
  namespaces: Readonly<Record<string, string>>,
  most = maxSteps,
): Result<XmlNodePath, PathFault> {
  const bound = new Map(Object.entries(namespaces));
  try {
    const parsed = xpath.parse(path);
    const calculates = prepare(parsed.expression, bound);
    return ok((document) => {
      running.steps = 0;
      running.most = most;
      running.calculates = calculates;
      try {
        return ok(valuesOf(parsed.evaluate({ node: document, namespaces: (prefix) => bound.get(prefix) })));
      } catch (error) {
        return fail(reasonOf(error));
      }
    });
  } catch (error) {
    if (error instanceof Refused) return fail({ message: error.message, column: 1 });
    return fail(faultOf(path, reasonOf(error)));
  }
}

function valuesOf(value: XpathValue): readonly XmlFound[] {
  if (value instanceof xpath.XNodeSet) return textsOf(value);
  if (value instanceof xpath.XNumber && !Number.isSafeInteger(value.numberValue()))
    throw new Refused(`it calculates ${value.stringValue()}, which is no whole number and so not exact`);
  return [{ text: value.stringValue(), node: null }];
}

function textsOf(set: XpathNodeSet): readonly XmlFound[] {
  return (set.nodes as XmlNode[])
    .toSorted((left, right) => left.place - right.place)
    .map((node) => {
      const text = set.stringForNode(node);
      return { text: node.nodeType === 2 ? text : text.trim(), node };
    });
}

/** Walks a parsed expression: refuses what cannot be answered, counts its steps; tells whether it calculates. */
function prepare(part: unknown, bound: ReadonlyMap<string, string>): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (part instanceof xpath.VariableReference) throw new Refused(`it uses a variable, $${part.variable}`);
  if (part instanceof xpath.FunctionCall && !functions.has(part.functionName))
    throw new Refused(`there is no function ${part.functionName}()`);
  if (part instanceof xpath.Step) watch(part, bound);
  const inner = Object.values(part).map((child) => prepare(child, bound));
  return inner.includes(true) || isCalculation(part);
}

function isCalculation(part: object): boolean {
  const { PlusOperation, MinusOperation, MultiplyOperation, DivOperation, ModOperation } = xpath;
  return (
    [PlusOperation, MinusOperation, MultiplyOperation, DivOperation, ModOperation].some(
      (operation) => part instanceof operation,
    ) ||
    (part instanceof xpath.FunctionCall && part.functionName === 'sum')
  );
}

/** Every node an expression looks at passes the test of a step: the place to count, and to match names in our way. */
function watch(step: InstanceType<typeof xpath.Step>, bound: ReadonlyMap<string, string>): void {
  const test = step.nodeTest;
  const { prefix, localName } = test;
  if (typeof prefix === 'string' && !bound.has(prefix) && prefix !== 'xml')
    throw new Refused(`the prefix ${prefix} is bound to no namespace; bind it, or leave prefixes out`);
  const anyNamespace = bound.size === 0 && localName !== undefined;
  step.nodeTest = {
    matches: (node, context) => {
      running.steps += 1;
      if (running.steps > running.most) throw new Refused('it looks at too much of the document');
      if (anyNamespace) return node.nodeType < 3 && node.localName === localName;
      return test.matches(node, context);
    },
  };
}

const functions = new Set(
  `last position count local-name namespace-uri name string concat starts-with contains substring-before
   substring-after substring string-length normalize-space translate boolean not true false number sum floor
   ceiling round`.split(/\s+/),
);

/** The parser names no place; it is where the first token stands that it could not go on with. */
function faultOf(path: string, message: string): PathFault {
  if (path.trim() === '') return { message: 'it is empty', column: 1 };
  const parser = new xpath.XPathParser();
  const tokenize = parser.tokenize.bind(parser);
  const tokens: string[] = [];
  let reached = 0;
  parser.tokenize = (expression) => {
    const [types, values] = tokenize(expression);
    tokens.push(...values);
    const counting = new Proxy(values, {
      get: (list, key) => {
        if (/^\d+$/.test(String(key))) reached = Math.max(reached, Number(key));
        return Reflect.get(list, key) as unknown;
      },
    });
    return [types, counting];
  };
  try {
    parser.parse(path);
  } catch {
    const column = columnOf(path, tokens, reached);
    const what = column > path.length ? 'it ends too early' : 'it is not an XPath from here on';
    return message === 'xPath parse error' ? { message: what, column } : { message, column };
  }
  return { message, column: 1 };
}

function columnOf(path: string, tokens: readonly string[], index: number): number {
  let offset = 0;
  for (const token of tokens.slice(0, index)) offset = path.indexOf(token, offset) + token.length;
  const start = path.indexOf(tokens[index] ?? '', offset);
  // The token that stands for the end is not in the text.
  return (start === -1 ? path.length : start) + 1;
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'it is nested too deeply';
  const { message } = error as Error;
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/[.\0]$/, '');
}

const parseNumber = xpath.XNumber.prototype.parse;

// The package has no seam for these. Numbers: refused where binary fractions would not be exact.
xpath.XNumber.prototype.parse = (text) => {
  const digits = text.trim().replace(/^-?0*/, '').replace('.', '');
  if (/^\d{16,}$/.test(digits))
    throw new Refused(
      `it takes ${text.trim()} as a number, which XPath cannot hold exactly; compare it as text`,
    );
  if (running.calculates && /^\s*-?\d*\.\d/.test(text))
    throw new Refused(`it calculates with ${text.trim()}, and XPath does that with binary fractions`);
  return parseNumber.call(xpath.XNumber.prototype, text);
};
xpath.XNodeSet.prototype.number = function () {
  return new xpath.XNumber(this.stringValue());
};
xpath.XNodeSet.prototype.numberValue = function () {
  return new xpath.XNumber(this.stringValue()).numberValue();
};
// Its own compares every node with every other one.
xpath.XNodeSet.prototype.addArray = function (nodes) {
  this.nodes = [...new Set([...this.nodes, ...nodes])];
  this.size = this.nodes.length;
};
