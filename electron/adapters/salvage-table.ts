import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

import { quoted, type StoredTable } from './database-tables.ts';
import { sqliteFault } from './sqlite-fault.ts';

/** Keys of a table, both ends included. */
export type Span = { readonly from: bigint; readonly to: bigint };

/** The keys whose rows could not be read; a key that no row ever had may be among them. `null` for all of them. */
export type Unread = readonly Span[] | null;

/** Reads that may fail before the rest of a table is given up: a disk that answers nothing must not be asked for ever. */
const patience = 100_000;

const least = -(2n ** 63n);
const greatest = 2n ** 63n - 1n;

/**
 * Copies every row of a table that can still be read: from its beginning on, from its end back, and between them by
 * halves. `top` is the greatest key that any row can have, as far as that is known. Throws where the copy cannot be
 * written.
 */
export function salvageTable(
  from: DatabaseSync,
  to: DatabaseSync,
  table: StoredTable,
  top: bigint | null,
): Unread {
  const misfits = new Set<bigint>();
  const read = rowReader(from, to, table, (key) => misfits.add(key));
  const unread = readAll(read, table, top);
  return unread === null ? null : [...unread, ...[...misfits].map((key) => ({ from: key, to: key }))];
}

function readAll(read: Read, table: StoredTable, top: bigint | null): Unread {
  if (table.key === null) return readWithoutKey(read);
  let failures = 0;
  const salvage = (span: Span): readonly Span[] => {
    const rest = readFromBothEnds(read, table.unique, span);
    if (rest === null) return [];
    failures += 1;
    if (rest.from === rest.to || failures > patience) return [rest];
    const middle = rest.from + (rest.to - rest.from) / 2n;
    return joined([
      ...salvage({ from: rest.from, to: middle }),
      ...salvage({ from: middle + 1n, to: rest.to }),
    ]);
  };
  const whole = readFromBothEnds(read, table.unique, { from: least, to: greatest });
  if (whole === null) return [];
  // Ids count from 1. Without this the halves would go on through numbers that nothing ever had.
  const bottom = whole.from === least ? 1n : whole.from;
  const end = whole.to === greatest ? top : whole.to;
  if (end === null) return [{ from: bottom, to: greatest }];
  return bottom > end ? [] : salvage({ from: bottom, to: end });
}

type Direction = 'ASC' | 'DESC';

/** Copies rows in one direction until it meets what it cannot read; gives the last key it read. */
type Read = (
  span: Span,
  direction: Direction,
) => { readonly complete: boolean; readonly last: bigint | null };

function rowReader(
  from: DatabaseSync,
  to: DatabaseSync,
  { name, columns, key }: StoredTable,
  tellMisfit: (key: bigint) => void,
): Read {
  const list = columns.map(quoted).join(', ');
  const insert = to.prepare(
    `INSERT OR IGNORE INTO ${quoted(name)} (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const where = key === null ? '' : `WHERE ${quoted(key)} BETWEEN ? AND ? ORDER BY ${quoted(key)}`;
  return (span, direction) => {
    let last: bigint | null = null;
    try {
      const select = from.prepare(
        `SELECT ${key === null ? 'NULL' : quoted(key)}, ${list} FROM ${quoted(name)} ${where} ${key === null ? '' : direction}`,
      );
      select.setReadBigInts(true);
      select.setReturnArrays(true);
      const bounds = key === null ? [] : [span.from, span.to];
      for (const row of select.iterate(...bounds) as Iterable<unknown>) {
        const [at, ...values] = row as SQLInputValue[];
        if (typeof at === 'bigint') {
          // A page that stands where it does not belong goes round in circles.
          if (last !== null && (direction === 'ASC' ? at < last : at > last))
            return { complete: false, last };
          last = at;
        }
        if (!insertIfFitting(() => insert.run(...values)) && typeof at === 'bigint') tellMisfit(at);
      }
      return { complete: true, last };
    } catch (error) {
      if (sqliteFault(error) !== 'damaged') throw error;
      return { complete: false, last };
    }
  };
}

/** A row that breaks a rule of its table was damaged without a trace, and counts as one that cannot be read. */
function insertIfFitting(insert: () => unknown): boolean {
  try {
    insert();
    return true;
  } catch (error) {
    const constraint = 19;
    const mismatch = 20;
    const { errcode } = error as { errcode?: number };
    if (![constraint, mismatch].includes((errcode ?? 0) & 0xff)) throw error;
    return false;
  }
}

/** What is left unread between the two ends; `null` where nothing is. */
function readFromBothEnds(read: Read, unique: boolean, span: Span): Span | null {
  const step = unique ? 1n : 0n;
  const up = read(span, 'ASC');
  if (up.complete) return null;
  const from = up.last === null ? span.from : up.last + step;
  if (from > span.to) return null;
  const down = read({ from, to: span.to }, 'DESC');
  if (down.complete) return null;
  const to = down.last === null ? span.to : down.last - step;
  return from > to ? null : { from, to };
}

function readWithoutKey(read: Read): Unread {
  return read({ from: least, to: greatest }, 'ASC').complete ? [] : null;
}

/** Neighbours as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const [first, ...rest] = spans;
  if (first === undefined) return [];
  return rest.reduce<Span[]>(
    (before, span) => {
      const last = before.at(-1) ?? first;
      return last.to + 1n === span.from
        ? [...before.slice(0, -1), { from: last.from, to: span.to }]
        : [...before, span];
    },
    [first],
  );
}
