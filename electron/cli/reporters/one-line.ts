/** A text for one line of a terminal: nothing in it may break the line or move the cursor. */
export function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
