import type { DatabaseSync } from 'node:sqlite';

import { howHeader } from '../../../shared/definition/sandbox-definition.ts';
import type { SandboxAnswer } from '../../../shared/engine/sandbox/answer-sandbox-request.ts';
import { headerValue } from '../../../shared/model/headers.ts';
import type { SandboxLogEntry } from '../../../shared/model/sandbox.ts';
import { formatFault } from '../../../shared/model/sandbox-fault.ts';
import { prepared } from '../prepared-statement.ts';

/** So many requests are kept; older ones go. */
const mostEntries = 2_000;
const longestPath = 300;
const longestReason = 1_000;

/** A request, and what became of it; `api: null` where the path is that of none. */
export type LoggedRequest = {
  readonly api: string | null;
  readonly method: string;
  readonly path: string;
  readonly answer: Pick<SandboxAnswer, 'response' | 'fault' | 'checks'>;
};

export function logRequest(database: DatabaseSync, request: LoggedRequest, at: Date): void {
  const { api, method, path, answer } = request;
  const { response, fault, checks } = answer;
  const isCut = response === null || fault?.kind === 'cut-after';
  const entry: Omit<SandboxLogEntry, 'number'> = {
    at: at.toISOString(),
    api,
    method,
    path: path.slice(0, longestPath),
    status: isCut ? null : response.status,
    reason: (response?.reason ?? 'a fault that was asked for: cut before anything was done').slice(
      0,
      longestReason,
    ),
    confidence: response?.source.confidence ?? 'guess',
    how: response === null ? null : headerValue(response.headers, howHeader),
    fault: fault === null ? null : formatFault(fault),
    checks: checks.map((check) => ({ ...check, why: check.why?.slice(0, longestReason) ?? null })),
  };
  const { lastInsertRowid } = prepared(database, 'INSERT INTO request_log (entry) VALUES (?)').run(
    JSON.stringify(entry),
  );
  prepared(database, 'DELETE FROM request_log WHERE number <= ?').run(Number(lastInsertRowid) - mostEntries);
}

/** Newest first. */
export function readLog(
  database: DatabaseSync,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): readonly SandboxLogEntry[] {
  const rows = prepared(
    database,
    'SELECT number, entry FROM request_log WHERE ?1 IS NULL OR number < ?1 ORDER BY number DESC LIMIT ?2',
  ).all(before, limit);
  return rows.map((row) => ({
    number: Number(row['number']),
    ...(JSON.parse(String(row['entry'])) as Omit<SandboxLogEntry, 'number'>),
  }));
}

export function clearLog(database: DatabaseSync): void {
  prepared(database, 'DELETE FROM request_log').run();
}
