import { parseJson } from '../../shared/formats/json.ts';
import { parseXml } from '../../shared/formats/xml.ts';
import type { XmlElement } from '../../shared/model/parsed-body.ts';

/**
 * Where a body differs from the one that has to come, in words; `null` where it does not. JSON is compared by its
 * tokens, so that the order of names and every digit of a number count and blanks do not; XML as a tree, with texts
 * trimmed. A `<name>` in JSON stands for any one token that fits the pattern of that name.
 */
export function unlikeBodies(
  wanted: string,
  got: string,
  made: Readonly<Record<string, RegExp>> = {},
): string | null {
  return wanted.trimStart().startsWith('<') ? unlikeXml(wanted, got) : unlikeJson(wanted, got, made);
}

function unlikeJson(wanted: string, got: string, made: Readonly<Record<string, RegExp>>): string | null {
  const parsed = parseJson(got);
  if (!parsed.ok) return `no JSON: ${parsed.error.message}: ${got}`;
  const [left, right] = [tokensOf(wanted), tokensOf(got)];
  const index = left.findIndex((token, at) => !fits(token, right[at] ?? '', made));
  if (index !== -1) return `${right[index] ?? 'the end'} in place of ${left[index]} in ${got}`;
  return left.length === right.length ? null : `${right[left.length]} beyond the end in ${got}`;
}

function fits(wanted: string, got: string, made: Readonly<Record<string, RegExp>>): boolean {
  const name = /^<(\w+)>$/.exec(wanted)?.[1];
  return name === undefined ? wanted === got : made[name]?.test(got) === true;
}

function tokensOf(json: string): readonly string[] {
  return json.match(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g) ?? [];
}

function unlikeXml(wanted: string, got: string): string | null {
  const [left, right] = [parseXml(wanted), parseXml(got)];
  if (!left.ok) return `what should come is no XML: ${left.error.message}`;
  if (!right.ok) return `no XML: ${right.error.message}: ${got}`;
  const [leftLines, rightLines] = [linesOf(left.value, ''), linesOf(right.value, '')];
  const index = leftLines.findIndex((line, at) => line !== rightLines[at]);
  if (index !== -1) return `${rightLines[index] ?? 'the end'} in place of ${leftLines[index]} in ${got}`;
  return leftLines.length === rightLines.length ? null : `${rightLines[leftLines.length]} beyond the end`;
}

/** Each element with its attributes and text, in document order, with the path that leads to it. */
function linesOf({ name, attributes, text, children }: XmlElement, above: string): readonly string[] {
  const path = `${above}/${name}`;
  const written = attributes.map(([key, value]) => `${key}="${value}"`).toSorted();
  return [[path, ...written, text.trim()].join(' '), ...children.flatMap((child) => linesOf(child, path))];
}
