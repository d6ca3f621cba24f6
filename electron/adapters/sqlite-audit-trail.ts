import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';

import { checkAuditChain, type StoredAuditLine } from '../../shared/engine/check-audit-chain.ts';
import {
  type AuditEvent,
  type AuditLine,
  type AuditTexts,
  auditActs,
  canonicalAuditText,
  describeAuditDamage,
  firstPreviousHash,
  hashedFields,
} from '../../shared/model/audit.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { AuditTrail } from '../../shared/ports/audit-trail.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { createLazyDatabase } from './lazy-database.ts';
import { inTransaction } from './open-database.ts';
import { prepared } from './prepared-statement.ts';

/** Every column is the very text that is hashed. The insert trigger is there because OR REPLACE fires no delete trigger. */
const migrations = [
  `CREATE TABLE line (
    number INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    environment_id TEXT NOT NULL,
    environment_name TEXT NOT NULL,
    environment_class TEXT NOT NULL,
    api TEXT NOT NULL,
    fingerprints TEXT NOT NULL,
    exchange_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER line_is_never_changed BEFORE UPDATE ON line
    BEGIN SELECT RAISE(ABORT, 'lines of the audit trail are never changed'); END;
  CREATE TRIGGER line_is_never_removed BEFORE DELETE ON line
    BEGIN SELECT RAISE(ABORT, 'lines of the audit trail are never removed'); END;
  CREATE TRIGGER line_is_only_added BEFORE INSERT ON line
    WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM line)
    BEGIN SELECT RAISE(ABORT, 'lines of the audit trail are only added at its end'); END;`,
];

/**
 * The number as text, because an altered one may be too large for a JavaScript number. Order is by `line.number`:
 * the bare name would be the text.
 */
const select = `SELECT CAST(number AS TEXT) AS number, time, who, what, environment_id AS environmentId,
  environment_name AS environmentName, environment_class AS environmentClass, api, fingerprints,
  exchange_id AS exchangeId, verdict, detail, previous_hash AS previousHash, hash FROM line`;

/** The audit trail in `audit.db` of the data folder. The file is opened at its first use. */
export function createSqliteAuditTrail(
  dataDirectory: string,
  { clock, who }: { readonly clock: Clock; readonly who: string },
): AuditTrail & { close(): void } {
  const lazy = createLazyDatabase(join(dataDirectory, 'audit.db'), migrations);
  const attempt = <Value>(
    what: string,
    action: (database: DatabaseSync) => Value,
  ): Result<Value, Problem> => {
    const result = lazy.attempt(what, action);
    return result.ok ? result : fail({ ...result.error, code: 'audit' });
  };
  return {
    append: (event) =>
      attempt('The audit trail cannot be written', (database) =>
        // The time is read under the lock, so that two programs cannot write theirs in the wrong order.
        inTransaction(database, () => insert(database, event, new Date(clock.now()).toISOString(), who)),
      ),
    verify: ({ head }) =>
      attempt('The audit trail cannot be read', (database) =>
        checkAuditChain(storedLines(database), head, sha256),
      ),
    list: ({ limit, after }) => {
      const rows = attempt('The audit trail cannot be read', (database) =>
        database
          .prepare(`${select} WHERE line.number > ? ORDER BY line.number LIMIT ?`)
          .all(after ?? Number.MIN_SAFE_INTEGER, limit)
          .map((row) => v.parse(storedLine, row)),
      );
      return rows.ok ? toLines(rows.value) : rows;
    },
    close: lazy.close,
  };
}

function insert(database: DatabaseSync, event: AuditEvent, time: string, who: string): null {
  const last = prepared(database, 'SELECT number, hash FROM line ORDER BY number DESC LIMIT 1').get();
  const texts = wellFormed(
    textsOf(event, {
      number: String(Number(last?.['number'] ?? 0) + 1),
      time,
      who,
      previousHash: String(last?.['hash'] ?? firstPreviousHash),
    }),
  );
  prepared(
    database,
    `INSERT INTO line (number, time, who, what, environment_id, environment_name, environment_class, api,
        fingerprints, exchange_id, verdict, detail, previous_hash, hash)
        VALUES (:number, :time, :who, :what, :environmentId, :environmentName, :environmentClass, :api,
        :fingerprints, :exchangeId, :verdict, :detail, :previousHash, :hash)`,
  ).run({ ...texts, hash: sha256(canonicalAuditText(texts)) });
  return null;
}

function textsOf(
  { what, environment, api, fingerprints, exchangeId, verdict, detail }: AuditEvent,
  rest: Pick<AuditTexts, 'number' | 'time' | 'who' | 'previousHash'>,
): AuditTexts {
  return {
    ...rest,
    what,
    environmentId: environment?.id ?? '',
    environmentName: environment?.name ?? '',
    environmentClass: environment?.environmentClass ?? '',
    api: api ?? '',
    fingerprints: JSON.stringify(fingerprints),
    exchangeId: exchangeId ?? '',
    verdict: verdict ?? '',
    detail,
  };
}

/** UTF-8 has no half characters; what is hashed has to be what is stored. */
function wellFormed(texts: AuditTexts): AuditTexts {
  const entries = Object.entries(texts).map(([field, text]) => [field, text.toWellFormed()]);
  return Object.fromEntries(entries) as AuditTexts;
}

function* storedLines(database: DatabaseSync): Generator<StoredAuditLine> {
  for (const row of database.prepare(`${select} ORDER BY line.number`).iterate())
    yield v.parse(storedLine, row);
}

const storedLine = v.object(v.entriesFromList([...hashedFields, 'hash'], v.string()));

/** What a line of this workbench can hold; anything else was written by somebody else. */
const writtenLine = v.object({
  ...storedLine.entries,
  number: v.pipe(v.string(), v.toNumber(), v.safeInteger()),
  what: v.picklist(auditActs),
  environmentClass: v.picklist(['', 'sandbox', 'test', 'production']),
  verdict: v.picklist(['', 'accepted', 'pending', 'refused', 'unknown']),
  fingerprints: v.pipe(v.string(), v.parseJson(), v.array(v.string())),
});

function toLines(rows: readonly StoredAuditLine[]): Result<readonly AuditLine[], Problem> {
  const lines: AuditLine[] = [];
  for (const row of rows) {
    const parsed = v.safeParse(writtenLine, row);
    if (!parsed.success) return fail(describeAuditDamage({ kind: 'changed', line: row.number }));
    const { environmentId, environmentName, environmentClass, api, exchangeId, verdict, ...same } =
      parsed.output;
    lines.push({
      ...same,
      environment:
        environmentClass === '' ? null : { id: environmentId, name: environmentName, environmentClass },
      api: api === '' ? null : api,
      exchangeId: exchangeId === '' ? null : exchangeId,
      verdict: verdict === '' ? null : verdict,
    });
  }
  return ok(lines);
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
