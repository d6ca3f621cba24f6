import type { BodyFix, TextEdit } from '../model/body-language.ts';
import type { TextRange } from '../model/parsed-body.ts';

/** One place where a text is not well-formed XML. */
export type XmlSlip = {
  /** `tags`: which element ends where. `places`: anything else. */
  readonly concerns: 'tags' | 'places';
  /** What happened, in a word that stays the same: `reopened`, `unclosed`, `ampersand`. */
  readonly kind: string;
  readonly range: TextRange;
  /** A clause without capital and full stop: what is wrong, and what to do about it. */
  readonly message: string;
  /** `null` where there is no one right answer. */
  readonly fix: BodyFix | null;
};

/** No more are looked for: a text with more of them is no XML, and nobody mends it place by place. */
export const mostSlips = 10_000;

/** A change of one stretch, as an order. */
export function fixOf(title: string, range: TextRange, text: string): BodyFix {
  return { title, edits: [{ range, text }] };
}

/** All edits as one list that can be made at once: insertions at the same place become one, in their order. */
export function joinEdits(lists: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  const sorted = lists
    .flat()
    .map((edit, order) => ({ edit, order }))
    .toSorted((a, b) => a.edit.range.start - b.edit.range.start || a.order - b.order);
  for (const { edit } of sorted) {
    const last = joined.at(-1);
    if (last === undefined || edit.range.start > last.range.end) joined.push(edit);
    // What was to be changed twice keeps its first change.
    else if (edit.range.start === last.range.end) {
      joined[joined.length - 1] = {
        range: { start: last.range.start, end: edit.range.end },
        text: last.text + edit.text,
      };
    }
  }
  return joined;
}
