/** Header lines in order, with the case and duplicates they have on the wire. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** The first value of a header, by name without regard to case. */
export function headerValue(headers: HeaderList, name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1] ?? null;
}

/** The value of a cookie that a response sets; attributes such as the path are left out. */
export function setCookieValue(headers: HeaderList, cookie: string): string | null {
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== 'set-cookie') continue;
    const [pair = ''] = value.split(';');
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === cookie) return pair.slice(equals + 1).trim();
  }
  return null;
}
