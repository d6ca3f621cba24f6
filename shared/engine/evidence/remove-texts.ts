import { type RemovalKind, removalKinds } from '../../model/evidence.ts';
import { createReplacer, type Redactor } from '../redact.ts';

/** A text that the user wants taken out, and what it is. */
export type Removal = { readonly kind: RemovalKind; readonly text: string };

/** What stands in place of a text that was taken out. */
export function removalMark(kind: RemovalKind): string {
  return kind === 'text' ? '[removed]' : `[removed: ${kind}]`;
}

/** Takes texts out wherever they stand, in every encoding a secret would be found in. */
export function createRemover(removals: readonly Removal[]): Redactor {
  return createReplacer(
    removals.map(({ kind, text }) => ({ value: text, by: removalMark(kind) })),
    isInsideMark,
  );
}

/** Whether a text holds a mark of something that was taken out. */
export function holdsRemovalMark(text: string): boolean {
  return text.includes('[removed') && removalKinds.some((kind) => text.includes(removalMark(kind)));
}

/** How often a mark stands in a text. */
export function countOf(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Marks and references stand for something already; a text that is part of their wording is left alone there. */
function isInsideMark(text: string, start: number, end: number): boolean {
  return isBetween(text, start, end, '[removed', ']') || isBetween(text, start, end, '{{', '}}');
}

function isBetween(text: string, start: number, end: number, opening: string, closing: string): boolean {
  const open = text.lastIndexOf(opening, start);
  if (open === -1) return false;
  const close = text.indexOf(closing, open);
  const mark = text.slice(open, close + closing.length);
  return close !== -1 && end <= close + closing.length && isMark(mark);
}

const reference = /^\{\{[\w.$-]+\}\}$/;

function isMark(text: string): boolean {
  return reference.test(text) || removalKinds.some((kind) => removalMark(kind) === text);
}
