/** One pair of a form-urlencoded body, decoded. */
export type FormField = { readonly name: string; readonly value: string };

/** Reads `application/x-www-form-urlencoded`; order and repeated names are kept. */
export function parseForm(text: string): readonly FormField[] {
  return [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));
}

/** Writes `application/x-www-form-urlencoded` as browsers do: blank as `+`, UTF-8, everything else percent-encoded. */
export function writeForm(fields: readonly FormField[]): string {
  return new URLSearchParams(fields.map(({ name, value }) => [name, value] as const)).toString();
}

/** The first value of a name. */
export function formValue(fields: readonly FormField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}
