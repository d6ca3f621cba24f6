import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';

/** Every way in which a secret could stand in a text, by a list that knows nothing of the redactor's. */
export function encodingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const form = new URLSearchParams({ x: secret }).toString().slice(2);
  const texts = [
    secret,
    json,
    xml,
    xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
    xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    encodeURIComponent(secret),
    form,
    lowerPercent(encodeURIComponent(secret)),
    lowerPercent(form),
    form.replaceAll('+', '%20'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...[0, 1, 2].flatMap((shift) => base64Cores(bytes, shift)),
  ];
  return [...new Set(texts)];
}

/** The encodings of any of the secrets that stand in a text, as `encoding of name`. */
export function tracesOf(secrets: Readonly<Record<string, string>>, text: string): readonly string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    encodingsOf(secret)
      .filter((encoding) => text.includes(encoding))
      .map((encoding) => `${name} as ${encoding}`),
  );
}

/** Every file below a folder, read one character a byte and as UTF-8, and what stands compressed in a database. */
export function readAll(folder: string, skip: RegExp = /^$/): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !skip.test(path) && statSync(join(folder, path)).isFile())
    .map((path) => join(folder, path))
    .map((path) => {
      const bytes = readFileSync(path);
      const unpacked = path.endsWith('.db') ? readCompressed(path) : '';
      return `${bytes.toString('latin1')}\n${bytes.toString('utf8')}\n${unpacked}`;
    })
    .join('\n');
}

/** Every compressed value of every table, read as the texts it may be. */
function readCompressed(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const tables = database.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
    );
    return tables
      .all()
      .flatMap(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all())
      .flatMap((row) => Object.values(row))
      .filter(
        (value) =>
          value instanceof Uint8Array && value.length > 4 && Buffer.from(value).readUInt32LE() === zstdMagic,
      )
      .map((value) => zstdDecompressSync(value as Uint8Array))
      .map((bytes) => `${bytes.toString('utf8')}\n${bytes.toString('utf16le')}`)
      .join('\n');
  } finally {
    database.close();
  }
}

/** The first four bytes of everything that zstd wrote. */
const zstdMagic = 0xfd2fb528;

function lowerPercent(text: string): string {
  return text.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());
}

/** The middle of the base64 of bytes that start `shift` bytes after a group of three: what neighbours cannot change. */
function base64Cores(bytes: Buffer, shift: number): readonly string[] {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes, Buffer.alloc(3)]).toString('base64');
  const first = Math.ceil((shift * 8) / 6);
  const last = Math.floor(((shift + bytes.length) * 8) / 6);
  const core = whole.slice(first, last);
  return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}
