import type { BodyProposal, TextEdit } from '../../shared/model/body-language.ts';

/** A text with a bar in it as the text without it, and where it stood. */
export function atBar(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.replace('|', ''), offset };
}

/** The text after some edits, whose ranges are those of the text before. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((first, second) => second.range.start - first.range.start)
    .reduce(
      (result, { range, text: put }) => result.slice(0, range.start) + put + result.slice(range.end),
      text,
    );
}

/** The text after a proposal was taken, a bar where the cursor goes. */
export function take(text: string, { insert, range, also = [] }: BodyProposal): string {
  const put = insert.replaceAll(
    /\\([\\$])|\$0/g,
    (found, sign: string | undefined) => sign ?? (found && '|'),
  );
  return applyEdits(text, [{ range, text: put }, ...also]);
}
