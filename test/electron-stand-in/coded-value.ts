/** A value as it travels between worlds and processes, in JSON. */
export type CodedValue =
  | { readonly plain: string | number | boolean | null }
  | { readonly list: readonly CodedValue[] }
  | { readonly record: Readonly<Record<string, CodedValue>> }
  | { readonly missing: true }
  | CodedHandle;

/** What cannot be written down: it stays where it is, and the other side gets its number. */
export type CodedHandle = { readonly function: number } | { readonly promise: number };

/** Also sent into pages as text: it may use nothing from outside. `toHandle` refuses by an error what may not pass. */
export function encodeValue(value: unknown, toHandle: (value: unknown) => CodedHandle): CodedValue {
  if (value === undefined) return { missing: true };
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
    return { plain: value as string | number | boolean | null };
  }
  if (Array.isArray(value)) return { list: value.map((item) => encodeValue(item, toHandle)) };
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return toHandle(value);
  const members = Object.entries(value).map(
    ([name, member]) => [name, encodeValue(member, toHandle)] as const,
  );
  return { record: Object.fromEntries(members) };
}

/** Also sent into pages as text: it may use nothing from outside. */
export function decodeValue(coded: CodedValue, fromHandle: (handle: CodedHandle) => unknown): unknown {
  if ('missing' in coded) return undefined;
  if ('plain' in coded) return coded.plain;
  if ('list' in coded) return coded.list.map((item) => decodeValue(item, fromHandle));
  if (!('record' in coded)) return fromHandle(coded);
  const members = Object.entries(coded.record);
  return Object.fromEntries(members.map(([name, member]) => [name, decodeValue(member, fromHandle)]));
}
