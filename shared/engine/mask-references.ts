/**
 * A JSON string as it is written (one that is not closed ends with its line), or a reference; whichever comes first, so
 * that a reference in a string is passed over.
 */
const stringOrReference = /"(?:[^"\\\r\n]|\\[^\r\n])*(?:"|\\?(?=[\r\n]|$))|\{\{[^{}"]*\}\}/g;

/** The same, and the beginning of a reference that is still being typed. */
const stringOrBegunReference =
  /"(?:[^"\\\r\n]|\\[^\r\n])*(?:"|\\?(?=[\r\n]|$))|\{\{(?:[^{}"]*\}\}|[\w.$-]*)/g;

/**
 * A JSON text in which every `{{variable}}` outside of strings is a number of the very same length, so that a JSON
 * reader takes it for a value and every offset stays. `begun` does so with `{{am` as well.
 */
export function maskReferences(text: string, { begun = false }: { readonly begun?: boolean } = {}): string {
  return text.replaceAll(begun ? stringOrBegunReference : stringOrReference, (found) =>
    found.startsWith('"') ? found : '1'.repeat(found.length),
  );
}
