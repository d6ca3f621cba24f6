/**
 * The words of a text as a search compares them: letters and digits in a row, without case, accents and differences of
 * width; everything else parts words.
 */
export function foldWords(text: string): readonly string[] {
  // Lower case may put a mark of its own on a letter, as on the capital I with a dot; so it comes before the marks go.
  const folded = text.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll('ς', 'σ');
  return folded.replace(/\p{M}/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}
