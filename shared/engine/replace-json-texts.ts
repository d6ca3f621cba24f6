import { parseDraftJson } from './parse-draft-json.ts';

/**
 * Replaces the texts of named members in a JSON text, in whatever object they stand; every other character stays as it
 * is. A text that is no JSON is given back unchanged.
 */
export function replaceJsonTexts(text: string, replace: (name: string, value: string) => string): string {
  const parsed = parseDraftJson(text);
  if (!parsed.ok) return text;
  const found: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const nodes = [parsed.value];
  for (const node of nodes) {
    if (node.kind === 'array') nodes.push(...node.items);
    if (node.kind !== 'object') continue;
    for (const { name, value } of node.members) {
      nodes.push(value);
      if (value.kind !== 'string') continue;
      const other = replace(name, value.text);
      if (other !== value.text) found.push({ ...value.range, text: JSON.stringify(other) });
    }
  }
  return found
    .toSorted((first, second) => second.start - first.start)
    .reduce((result, piece) => result.slice(0, piece.start) + piece.text + result.slice(piece.end), text);
}
