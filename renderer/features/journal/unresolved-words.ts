/** `2 refund requests have no known outcome`. One request may ask for a whole batch. */
export function unresolvedWords(count: number): string {
  return count === 1
    ? '1 refund request has no known outcome'
    : `${count} refund requests have no known outcome`;
}
