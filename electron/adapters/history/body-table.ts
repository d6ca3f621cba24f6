import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import { prepared } from '../prepared-statement.ts';
import { compressText, decompressText, type TextCodec } from './compressed-text.ts';

/** Long texts of exchanges, each once, compressed; and which exchange uses which. */
export const bodyTable = `CREATE TABLE body (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    codec TEXT NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE TABLE body_use (
    exchange_id INTEGER NOT NULL,
    body_id INTEGER NOT NULL,
    PRIMARY KEY (exchange_id, body_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX body_use_by_body ON body_use (body_id, exchange_id)`;

/** Texts up to this many UTF-16 units stay in the row of their exchange. */
const longestInRow = 4096;

/** Stands in the JSON of an exchange where a long text was. A text is always a string there, so none can pose as one. */
type Reference = { readonly $body: string };

/** JSON whose long texts stand in the body table, and the rows there that it refers to. */
type Packed = { readonly json: string; readonly bodies: ReadonlySet<number> };

/** Writes a value as JSON and its long texts into the body table; `useBodies` has to follow in the same transaction. */
export function packBodies(database: DatabaseSync, exchange: object): Packed {
  const bodies = new Set<number>();
  const json = JSON.stringify(exchange, (_key, value: unknown) => {
    if (typeof value !== 'string' || value.length <= longestInRow) return value;
    const { id, hash } = keepBody(database, value);
    bodies.add(id);
    return { $body: hash } satisfies Reference;
  });
  return { json, bodies };
}

/** Keeps which bodies an exchange uses. What it used before and nobody uses now is removed. */
export function useBodies(database: DatabaseSync, exchangeId: number, bodies: ReadonlySet<number>): void {
  const use = prepared(database, 'INSERT OR IGNORE INTO body_use (exchange_id, body_id) VALUES (?, ?)');
  for (const id of bodies) use.run(exchangeId, id);
  const used = prepared(database, 'SELECT body_id FROM body_use WHERE exchange_id = ?').all(exchangeId);
  for (const id of used.map((row) => Number(row['body_id']))) {
    if (!bodies.has(id)) releaseBody(database, exchangeId, id);
  }
}

function releaseBody(database: DatabaseSync, exchangeId: number, id: number): void {
  prepared(database, 'DELETE FROM body_use WHERE exchange_id = ? AND body_id = ?').run(exchangeId, id);
  prepared(
    database,
    'DELETE FROM body WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM body_use WHERE body_id = ?1)',
  ).run(id);
}

/** Reads JSON that `packBodies` wrote. Throws where it is damaged or a body is missing. */
export function unpackBodies(database: DatabaseSync, text: string): unknown {
  if (!text.includes('{"$body":')) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown) =>
    isReference(value) ? readBody(database, value.$body) : value,
  );
}

function keepBody(database: DatabaseSync, text: string): { readonly id: number; readonly hash: string } {
  const codec: TextCodec = text.isWellFormed() ? 'utf8' : 'utf16le';
  const hash = createHash('sha256').update(`${codec}\n`).update(text, codec).digest('hex');
  const known = prepared(database, 'SELECT id FROM body WHERE hash = ?').get(hash);
  if (known !== undefined) return { id: Number(known['id']), hash };
  const { lastInsertRowid } = prepared(
    database,
    'INSERT INTO body (hash, codec, size, bytes) VALUES (?, ?, ?, ?)',
  ).run(hash, `zstd-${codec}`, Buffer.byteLength(text, codec), compressText(text, codec));
  return { id: Number(lastInsertRowid), hash };
}

function readBody(database: DatabaseSync, hash: string): string {
  const row = prepared(database, 'SELECT codec, bytes FROM body WHERE hash = ?').get(hash);
  if (row === undefined) throw new Error('a body of this entry is missing');
  return decompressText(row['bytes'] as Uint8Array, row['codec'] === 'zstd-utf16le' ? 'utf16le' : 'utf8');
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '$body');
}
