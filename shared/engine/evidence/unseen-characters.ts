/**
 * Characters that nobody sees, or that change the order in which others are seen: controls but tab and line feed,
 * direction marks, joiners, lone halves of pairs. Variation selectors only choose between two pictures and stay.
 */
const unseen =
  /(?![\t\n]|\p{Variation_Selector})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Writes every unseen character as `show` gives it, by its name `U+202E`. A line may end as Windows ends it. */
export function showUnseen(text: string, show: (name: string) => string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(unseen, (character) =>
      show(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`),
    );
}

/** JSON in which no unseen character stands as itself, so that a file shows whoever opens it what is in it. */
export function writeVisibleJson(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent).replaceAll(unseen, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => String.raw`\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
