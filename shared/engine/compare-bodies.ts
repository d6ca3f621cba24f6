import type { ComparedSide, Difference } from '../model/comparison.ts';
import { alignLists } from './align-lists.ts';
import { type BodyNode, readBodyNode } from './body-node.ts';
import { isSameDecimal, isSameNumber } from './same-notation.ts';

/** A body to compare; `text` is `null` where none was sent. */
export type ComparableBody = { readonly text: string | null; readonly isForm: boolean };

export type BodyComparison = {
  readonly differences: readonly Difference[];
  /** What was not compared, or not to its end, and why. */
  readonly note: string | null;
  /** True where there may be differences that are not listed. */
  readonly incomplete: boolean;
};

/** Characters of the longer body up to which bodies are read; the work stays well under a second. */
export const longestCompared = 1_000_000;

/** More are not listed: nobody reads them, and what differs so much is something else. */
export const mostDifferences = 1000;

/**
 * Compares two bodies by their structure, in the order of the left one. Numbers count as they are written, the order of
 * names does not, and XML goes by local names. What cannot be read, or is too long, is compared as text: one difference,
 * with the place where it begins.
 */
export function compareBodies(left: ComparableBody, right: ComparableBody): BodyComparison {
  const [one, other] = [left.text ?? '', right.text ?? ''];
  if (one === other) return { differences: [], note: null, incomplete: false };
  if (one.trim() === '' || other.trim() === '') return wholeMissing(one, other);
  const longest = Math.max(one.length, other.length);
  if (longest > longestCompared) {
    const note = `A body of ${longest} characters is compared as text: only bodies of up to ${longestCompared} are read.`;
    return { ...asText(one, other, note), incomplete: true };
  }
  const readLeft = readBodyNode(one, left.isForm);
  const readRight = readBodyNode(other, right.isForm);
  if (readLeft === null || readRight === null) {
    const which =
      readLeft === null ? (readRight === null ? 'Both bodies are' : 'The left body is') : 'The right body is';
    return asText(one, other, `${which} no well-formed JSON or XML, so they are compared as text.`);
  }
  if (readLeft.format !== readRight.format) {
    const sides = { left: wholeSide(readLeft.format), right: wholeSide(readRight.format) };
    const note = 'The two bodies have different formats; what is in them is not compared.';
    return { differences: [{ ...plain, path: '', kind: 'type', ...sides }], note, incomplete: false };
  }
  return takeFirst(compareNodes(readLeft.root, readRight.root));
}

const plain = { note: null, mark: null } as const;

function takeFirst(all: Iterable<Difference>): BodyComparison {
  const differences: Difference[] = [];
  for (const difference of all) {
    if (differences.length === mostDifferences) {
      const note = `There are more than ${mostDifferences} differences; these are the first.`;
      return { differences, note, incomplete: true };
    }
    differences.push(difference);
  }
  return { differences, note: null, incomplete: false };
}

function* compareNodes(left: BodyNode, right: BodyNode): Generator<Difference> {
  const type = comparedTypes(left, right);
  if (type !== null) {
    yield type;
    return;
  }
  if (left.text !== right.text && left.type === right.type) yield comparedTexts(left, right);
  for (const name of new Set([...left.groups.keys(), ...right.groups.keys()])) {
    for (const [one, other] of alignLists(left.groups.get(name) ?? [], right.groups.get(name) ?? [])) {
      if (one !== null && other !== null) yield* compareNodes(one, other);
      else if (other !== null)
        yield { ...plain, path: other.path, kind: 'missing', left: null, right: sideOf(other) };
      else if (one !== null)
        yield { ...plain, path: one.path, kind: 'extra', left: sideOf(one), right: null };
    }
  }
}

/** An element without content may hold elements elsewhere; a text that became elements is another type. */
function comparedTypes(left: BodyNode, right: BodyNode): Difference | null {
  if (left.type === right.type || isEmptyElement(left, right) || isEmptyElement(right, left)) return null;
  const isSameText = left.text === right.text && left.groups.size === 0 && right.groups.size === 0;
  const note = isSameText ? 'The same text as another type.' : null;
  return { ...plain, path: left.path, kind: 'type', left: sideOf(left), right: sideOf(right), note };
}

function isEmptyElement(node: BodyNode, other: BodyNode): boolean {
  return other.type === 'element' && node.type === 'text' && node.text.trim() === '';
}

function comparedTexts(left: BodyNode, right: BodyNode): Difference {
  const note = sameButForNotation(left, right);
  const kind = note === null ? 'value' : 'notation';
  return { path: left.path, kind, left: sideOf(left), right: sideOf(right), note, mark: null };
}

function sameButForNotation(left: BodyNode, right: BodyNode): string | null {
  if (left.type === 'number' && isSameNumber(left.text, right.text))
    return 'The same number, written differently.';
  if (isSameDecimal(left.text.trim(), right.text.trim())) return 'The same amount, written differently.';
  if (left.text.trim() === right.text.trim()) return 'Only blanks around it differ.';
  return null;
}

function sideOf({ path, type, text, groups }: BodyNode): ComparedSide {
  if (type !== 'object' && type !== 'list' && type !== 'element') return { path, type, text };
  const count = [...groups.values()].reduce((sum, nodes) => sum + nodes.length, 0);
  const noun = type === 'object' ? 'member' : type === 'list' ? 'item' : 'part';
  return { path, type, text: `${count} ${noun}${count === 1 ? '' : 's'}` };
}

function wholeSide(text: string): ComparedSide {
  return { path: '', type: 'body', text };
}

function wholeMissing(left: string, right: string): BodyComparison {
  const [one, other] = [
    left.trim() === '' ? null : wholeSide(left),
    right.trim() === '' ? null : wholeSide(right),
  ];
  if (one === null && other === null) return { differences: [], note: null, incomplete: false };
  const kind = one === null ? 'missing' : 'extra';
  return {
    differences: [{ ...plain, path: '', kind, left: one, right: other }],
    note: null,
    incomplete: false,
  };
}

function asText(left: string, right: string, note: string): BodyComparison {
  const difference: Difference = {
    ...plain,
    path: '',
    kind: 'value',
    left: wholeSide(left),
    right: wholeSide(right),
  };
  return { differences: [difference], note, incomplete: false };
}
