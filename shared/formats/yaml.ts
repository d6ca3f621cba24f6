import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

import type { JsonNode, SyntaxProblem } from '../model/parsed-body.ts';
import { fail, ok, type Result } from '../model/result.ts';

/** Aliases are followed so often at most: a few of them, each of the last, would make a huge tree. */
const maxNodes = 2_000_000;

/**
 * Reads YAML into the tree of JSON. A number is the text it was written as; offsets are those of the YAML text. The
 * problem is the first one, with its place.
 */
export function parseYaml(text: string): Result<JsonNode, SyntaxProblem> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    strict: true,
    uniqueKeys: true,
    version: '1.2',
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const [first = ''] = error.message.split('\n');
    const message = first.replace(/ at line \d+, column \d+:?$/, '');
    return fail({ line, column: col, message: message.charAt(0).toLowerCase() + message.slice(1) });
  }
  let left = maxNodes;
  const convert = (node: unknown, depth: number): JsonNode => {
    left -= 1;
    if (left < 0 || depth > 500) throw new RangeError('too many');
    if (isAlias(node)) return convert(node.resolve(document), depth + 1);
    const range = rangeOf(node as Node);
    if (isMap(node))
      return {
        kind: 'object',
        range,
        members: node.items.map(({ key, value }) => ({
          name: isScalar(key) ? String(key.source ?? key.value) : '',
          value: convert(value, depth + 1),
        })),
      };
    if (isSeq(node))
      return { kind: 'array', range, items: node.items.map((item) => convert(item, depth + 1)) };
    if (!isScalar(node)) return { kind: 'null', range, text: 'null' };
    if (typeof node.value === 'boolean') return { kind: 'boolean', range, text: String(node.value) };
    if (node.value === null) return { kind: 'null', range, text: 'null' };
    if (typeof node.value === 'string') return { kind: 'string', range, text: node.value };
    // YAML writes more numbers than JSON can: 0x1F, .inf.
    const written = node.source ?? '';
    return {
      kind: /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(written) ? 'number' : 'string',
      range,
      text: written,
    };
  };
  try {
    return ok(convert(document.contents, 0));
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    return fail({ line: 1, column: 1, message: 'it is nested too deep, or its aliases make it too large' });
  }
}

function rangeOf(node: Node | null): { start: number; end: number } {
  const [start = 0, end = 0] = node?.range ?? [];
  return { start, end };
}
