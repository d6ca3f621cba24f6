/** Whether every word of a query stands somewhere in a text, in any order and however it is written. */
export function hasEveryWord(text: string, query: string): boolean {
  const folded = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
