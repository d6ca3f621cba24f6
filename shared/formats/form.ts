/** One pair of a form-urlencoded body, decoded. */
export type FormField = { readonly name: string; readonly value: string };

/** Reads `application/x-www-form-urlencoded`; order and repeated names are kept. */
export function parseForm(text: string): readonly FormField[] {
  return [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));
}

/**
 * Reads the text fields of `multipart/form-data`, as curl and PHP send it; what is no field is passed over. The boundary
 * stands in the content type; without one there are no fields.
 */
export function parseMultipart(text: string, contentType: string): readonly FormField[] {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return [];
  return `\r\n${text}`
    .split(`\r\n--${boundary}`)
    .slice(1)
    .flatMap((part) => {
      const end = part.indexOf('\r\n\r\n');
      const name = /^content-disposition:[^\r\n]*;\s*name="([^"\r\n]*)"/im.exec(part.slice(0, end))?.[1];
      return end === -1 || name === undefined ? [] : [{ name, value: part.slice(end + 4) }];
    });
}

/** Writes `application/x-www-form-urlencoded` as browsers do: blank as `+`, UTF-8, everything else percent-encoded. */
export function writeForm(fields: readonly FormField[]): string {
  return new URLSearchParams(fields.map(({ name, value }) => [name, value] as const)).toString();
}

/** The first value of a name. */
export function formValue(fields: readonly FormField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}
