import type { TextRange } from '../model/parsed-body.ts';

/** The text with something else in place of a stretch of it. */
export function replaceRange(text: string, { start, end }: TextRange, written: string): string {
  return text.slice(0, start) + written + text.slice(end);
}
