import { escapeXml } from '../formats/xml.ts';

/** A secret by the name that takes its place. */
export type NamedSecret = { readonly name: string; readonly value: string };

/** A text, and what takes its place. */
export type Replacement = { readonly value: string; readonly by: string };

/** Whether what stands between two offsets of a text was put there in place of something and has to stay. */
export type IsTaken = (text: string, start: number, end: number) => boolean;

/** Replaces every known secret in a text by its reference, `{{name}}`. */
export type Redactor = (text: string) => string;

/** Shorter values are replaced only where they stand alone, else `1` would tear amounts apart. */
const shortest = 4;

/**
 * Redacts by value, in every encoding a secret may have on its way: as it is, JSON-escaped, XML-escaped, any of them
 * percent-encoded, base64 and base64url at any alignment (so also inside a Basic header), hexadecimal.
 */
export function createRedactor(secrets: readonly NamedSecret[]): Redactor {
  const names: ReadonlySet<string> = new Set(secrets.map(({ name }) => name));
  return createReplacer(
    secrets.map(({ name, value }) => ({ value, by: `{{${name}}}` })),
    (text, start, end) => isReference(text, start, end, names),
  );
}

/** Replaces texts in every encoding that `createRedactor` knows, the longest first. */
export function createReplacer(replacements: readonly Replacement[], isTaken: IsTaken): Redactor {
  const needles = replacements
    .filter(({ value }) => value !== '')
    .flatMap(({ value, by }) =>
      encodingsOf(value).map((form) => ({ ...form, by, alone: value.length < shortest })),
    )
    .toSorted((left, right) => right.text.length - left.text.length);
  return (text) => needles.reduce((result, needle) => replaceNeedle(result, needle, isTaken), text);
}

/** Applies a redactor to every text inside a JSON-like value; shape and everything else stay. */
export function redactDeep<Value>(value: Value, redact: Redactor): Value {
  if (typeof value === 'string') return redact(value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => redactDeep(item, redact)) as Value;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([key, item]) => [key, redactDeep(item as unknown, redact)]);
    return Object.fromEntries(entries) as Value;
  }
  return value;
}

type Form = { readonly text: string; readonly kind: 'plain' | 'base64' };
type Needle = Form & { readonly by: string; readonly alone: boolean };

function encodingsOf(value: string): readonly Form[] {
  const bytes = new TextEncoder().encode(value);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const written = [value, ...jsonForms(value), ...xmlForms(value)];
  // In base64 and hexadecimal a short value is nothing but ordinary digits: `1` would be 31.
  const isShort = bytes.length < shortest;
  const plain = [...written, ...written.flatMap(percentForms), ...(isShort ? [] : [hex, hex.toUpperCase()])];
  const base64 = isShort ? [] : [0, 1, 2].map((shift) => alignedBase64(bytes, shift));
  return [
    ...[...new Set(plain)].map((text) => ({ text, kind: 'plain' as const })),
    ...[...new Set(base64.flatMap((text) => [text, toUrlAlphabet(text)]))].map((text) => ({
      text,
      kind: 'base64' as const,
    })),
  ];
}

/** Percent-encoded as URLs, as forms and as RFC 3986 want it; blanks as `%20` or `+`, digits in either case. */
function percentForms(text: string): readonly string[] {
  const component = encodeURIComponent(text.toWellFormed());
  const encode = (more: RegExp): string =>
    component.replaceAll(more, (character) => `%${hexOf(character, 2).toUpperCase()}`);
  return [component, encode(/[!'()~]/g), encode(/[!'()*]/g)]
    .flatMap((form) => [form, lowerEscapes(form)])
    .flatMap((form) => [form, form.replaceAll('%20', '+')]);
}

function lowerEscapes(text: string): string {
  return text.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());
}

/** As JavaScript writes it, and as others do: slashes escaped, ASCII only, digits in either case. */
function jsonForms(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const ascii = (digits: (text: string) => string): string =>
    json.replaceAll(/[\u0080-\uffff]/g, (character) => `\\u${digits(hexOf(character, 4))}`);
  return [json, ascii((text) => text), ascii((text) => text.toUpperCase())].flatMap((form) => [
    form,
    form.replaceAll('/', '\\/'),
  ]);
}

/** With and without the two quotes, which need no escape in element text. */
function xmlForms(value: string): readonly string[] {
  const bare = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const attribute = bare.replaceAll('"', '&quot;');
  return [bare, attribute, attribute.replaceAll("'", '&#39;'), escapeXml(value)];
}

function hexOf(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The characters of base64 that depend on the secret alone when it starts `shift` bytes after a group's start:
 * the first and last character may mix in neighbours and are left out.
 */
function alignedBase64(bytes: Uint8Array, shift: number): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const skip = (6 - ((shift * 8) % 6)) % 6;
  const characters = Math.floor((bits.length - skip) / 6);
  let text = '';
  for (let index = 0; index < characters; index += 1) {
    text += alphabet[Number.parseInt(bits.slice(skip + index * 6, skip + index * 6 + 6), 2)] ?? '';
  }
  return text;
}

function toUrlAlphabet(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

function replaceNeedle(text: string, needle: Needle, isTaken: IsTaken): string {
  let result = '';
  let last = 0;
  for (
    let at = text.indexOf(needle.text);
    at !== -1;
    at = text.indexOf(needle.text, Math.max(last, at + 1))
  ) {
    if (at < last) continue;
    const [start, end] = extent(text, at, needle);
    if (needle.alone && !standsAlone(text, start, end)) continue;
    if (isTaken(text, start, end)) continue;
    result += text.slice(last, Math.max(last, start)) + needle.by;
    last = end;
  }
  return last === 0 ? text : result + text.slice(last);
}

/** A base64 run that holds a secret is replaced whole: its ends still carry bits of it. */
function extent(text: string, at: number, needle: Needle): [start: number, end: number] {
  let start = at;
  let end = at + needle.text.length;
  if (needle.kind === 'base64') {
    while (start > 0 && /[\w+/-]/.test(text[start - 1] ?? '')) start -= 1;
    while (end < text.length && /[\w+/=-]/.test(text[end] ?? '')) end += 1;
  }
  return [start, end];
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}.]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}.]/u.test(text[end] ?? ' ');
}

/** Inside `{{…}}` stands the name of a secret, not a secret, even where the two are alike. */
function isReference(text: string, start: number, end: number, names: ReadonlySet<string>): boolean {
  const open = text.lastIndexOf('{{', start);
  const close = open === -1 ? -1 : text.indexOf('}}', open);
  const inner = close < end ? '' : text.slice(open + 2, close);
  const isWhole = open + 2 === start && close === end;
  return /^[\w.$-]+$/.test(inner) && (!isWhole || names.has(inner));
}
