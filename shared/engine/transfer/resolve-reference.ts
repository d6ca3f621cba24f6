import { jsonMember, memberText } from '../../formats/json.ts';
import type { JsonNode } from '../../model/parsed-body.ts';

/** What a `$ref` inside the document points to; anything else as it is. */
export function resolveReference(root: JsonNode, node: JsonNode | null, depth = 0): JsonNode | null {
  const pointer = memberText(node, '$ref');
  if (pointer === null || depth > 50) return node;
  if (!pointer.startsWith('#/')) return null;
  const target = pointer
    .slice(2)
    .split('/')
    .reduce<JsonNode | null>((found, piece) => {
      const name = decodePointer(piece);
      return found?.kind === 'array' ? (found.items[Number(name)] ?? null) : jsonMember(found, name);
    }, root);
  return resolveReference(root, target, depth + 1);
}

function decodePointer(piece: string): string {
  const text = piece.replaceAll('~1', '/').replaceAll('~0', '~');
  return /%(?![\da-f]{2})/i.test(text) ? text : decodeURIComponent(text);
}
