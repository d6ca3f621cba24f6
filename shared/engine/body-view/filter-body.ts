import { parseJsonPath, type PathFault, selectJson } from '../../formats/json-path.ts';
import { openXml, parseXmlNodePath, type XmlDocument } from '../../formats/xml-path.ts';
import type { FoundValue, FoundValues } from '../../model/body-view.ts';
import { childrenOf, kindOf, nodeAt } from '../../model/outline.ts';
import type { JsonMember, JsonNode } from '../../model/parsed-body.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Places } from './place-of.ts';
import { jsonName, type OutlinedText, valueOf } from './read-node.ts';

/** A person waits for it and can give it up, so it may look at more than a check may. */
const mostSteps = 60_000_000;
/** The first of what was found are shown. */
const mostShown = 1000;
/** Of a long value the beginning. In UTF-16 units. */
const longestShown = 300;

/** Finds values by a path; how depends on what the body is. */
export type BodyFilter = (path: string) => Result<FoundValues, PathFault>;

/** The filter of a body: JSONPath for JSON, XPath without regard to namespaces for XML. */
export function bodyFilter(outlined: OutlinedText, places: Places): BodyFilter {
  if (outlined.outline.format === 'json') return (path) => filterJson(path, outlined, places);
  // The document is made for the first path that asks for it.
  let document: XmlDocument | null = null;
  return (path) => filterXml(path, outlined, places, () => (document ??= openXml(outlined.text)));
}

function filterJson(path: string, outlined: OutlinedText, places: Places): Result<FoundValues, PathFault> {
  const parsed = parseJsonPath(path);
  if (!parsed.ok) return parsed;
  const nodes = selectSafely(() => selectJson(parsed.value, lazyNode(outlined, 0), mostSteps));
  if (!nodes.ok) return nodes;
  const values = nodes.value.slice(0, mostShown).map(({ range }) => {
    const node = nodeAt(outlined.outline, range.start);
    return { node, path: places.pathOf(node), text: valueOf(outlined, node, longestShown) };
  });
  return ok({ count: nodes.value.length, values });
}

function selectSafely(select: () => readonly JsonNode[] | null): Result<readonly JsonNode[], PathFault> {
  try {
    const nodes = select();
    return nodes === null ? fail({ message: 'it looks at too much of the answer', column: 1 }) : ok(nodes);
  } catch (error) {
    if (error instanceof RangeError)
      return fail({ message: 'the answer is nested too deeply for it', column: 1 });
    throw error;
  }
}

/** The values of an outline as a tree whose branches are made when they are looked at. */
function lazyNode(outlined: OutlinedText, node: number): JsonNode {
  const { outline, text } = outlined;
  const range = { start: outline.start[node] ?? 0, end: outline.end[node] ?? 0 };
  const kind = kindOf(outline, node);
  if (kind === 'object') {
    let members: readonly JsonMember[] | null = null;
    return {
      kind,
      range,
      get members() {
        return (members ??= childrenOf(outline, node)
          .map((child) => ({ name: jsonName(outlined, child), value: lazyNode(outlined, child) }))
          .toArray());
      },
    };
  }
  if (kind === 'array') {
    let items: readonly JsonNode[] | null = null;
    return {
      kind,
      range,
      get items() {
        return (items ??= childrenOf(outline, node)
          .map((child) => lazyNode(outlined, child))
          .toArray());
      },
    };
  }
  if (kind === 'string') return lazyString(outlined, node, range);
  const literal = text.slice(range.start, range.end);
  if (kind === 'number') return { kind, range, text: literal };
  return { kind: literal === 'null' ? 'null' : 'boolean', range, text: literal };
}

function lazyString(outlined: OutlinedText, node: number, range: JsonNode['range']): JsonNode {
  return {
    kind: 'string',
    range,
    get text() {
      return valueOf(outlined, node);
    },
  };
}

function filterXml(
  path: string,
  { outline }: OutlinedText,
  places: Places,
  open: () => XmlDocument,
): Result<FoundValues, PathFault> {
  const parsed = parseXmlNodePath(path, {}, mostSteps);
  if (!parsed.ok) return parsed;
  const found = parsed.value(open());
  if (!found.ok) return fail({ message: found.error, column: 1 });
  const values = found.value.slice(0, mostShown).map(({ text: whole, node }): FoundValue => {
    const text = whole.slice(0, longestShown);
    if (node === null || node.offset === 0) return { node: null, path, text };
    const element = nodeAt(outline, node.offset - 1);
    const inside = node.nodeType === 2 ? `/@${node.localName}` : node.nodeType === 3 ? '/text()' : '';
    return { node: element, path: `${places.pathOf(element)}${inside}`, text };
  });
  return ok({ count: found.value.length, values });
}
