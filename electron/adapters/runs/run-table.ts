import type { DatabaseSync } from 'node:sqlite';

import type { HistoryPage } from '../../../shared/model/exchange.ts';
import type { RunCounts, RunResult, RunResultPage, RunState, RunSummary } from '../../../shared/model/run.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';
import type { FailedIteration, NewRun } from '../../../shared/ports/run-store.ts';
import { prepared } from '../prepared-statement.ts';

/**
 * `owner` names the lock of the program that runs it. `detail` holds checks, captures and problems as JSON, which only
 * one page at a time is read of.
 */
export const runMigrations = [
  `CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL,
    state TEXT NOT NULL,
    ended_at TEXT,
    reason TEXT,
    counts TEXT NOT NULL,
    duration REAL NOT NULL,
    summary TEXT NOT NULL
  ) STRICT;
  CREATE INDEX run_by_state ON run (state);
  CREATE TABLE run_result (
    run_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    iteration INTEGER NOT NULL,
    data_row INTEGER,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    exchange_id TEXT,
    verdict TEXT,
    status INTEGER,
    duration REAL,
    headline TEXT NOT NULL,
    passed INTEGER NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (run_id, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX failed_result ON run_result (run_id, iteration, number) WHERE passed = 0;`,
];

/** A run, and whose it is. */
export type OwnedRun = { readonly owner: string; readonly summary: RunSummary };

export function insertRun(database: DatabaseSync, owner: string, { counts, ...run }: NewRun): string {
  const row = prepared(
    database,
    `INSERT INTO run (owner, state, counts, duration, summary) VALUES (?, 'running', ?, 0, ?) RETURNING id`,
  ).get(owner, JSON.stringify(counts), JSON.stringify(run));
  return String(row?.['id']);
}

export function insertResult(
  database: DatabaseSync,
  id: string,
  result: RunResult,
  { counts, duration }: { readonly counts: RunCounts; readonly duration: number },
): void {
  prepared(
    database,
    `INSERT INTO run_result (run_id, number, iteration, data_row, path, name, exchange_id, verdict, status, duration,
      headline, passed, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    result.number,
    result.iteration,
    result.row,
    result.path,
    result.name,
    result.exchangeId,
    result.verdict,
    result.status,
    result.duration,
    result.headline,
    result.passed ? 1 : 0,
    JSON.stringify([result.checks, result.captures, result.problems]),
  );
  prepared(database, 'UPDATE run SET counts = ?, duration = ? WHERE id = ?').run(
    JSON.stringify(counts),
    duration,
    id,
  );
}

/** Ends a run, unless it has ended. */
export function endRun(
  database: DatabaseSync,
  id: string,
  end: Pick<RunSummary, 'endedAt' | 'state' | 'reason' | 'counts'>,
): void {
  prepared(
    database,
    `UPDATE run SET ended_at = ?, state = ?, reason = ?, counts = ? WHERE id = ? AND state = 'running'`,
  ).run(
    end.endedAt,
    end.state,
    end.reason === null ? null : JSON.stringify(end.reason),
    JSON.stringify(end.counts),
    id,
  );
}

export function findRun(database: DatabaseSync, id: string): OwnedRun | null {
  const row = prepared(database, 'SELECT * FROM run WHERE id = ?').get(id);
  return row === undefined ? null : toRun(row);
}

export function listRuns(database: DatabaseSync, { limit, before }: HistoryPage): readonly OwnedRun[] {
  return prepared(database, 'SELECT * FROM run WHERE id < ? ORDER BY id DESC LIMIT ?')
    .all(before ?? Number.MAX_SAFE_INTEGER, limit)
    .map(toRun);
}

export function listResults(
  database: DatabaseSync,
  { id, after, limit, only }: RunResultPage,
): readonly RunResult[] {
  const failed = only === 'failed' ? 'AND passed = 0' : '';
  return prepared(
    database,
    `SELECT * FROM run_result WHERE run_id = ? AND number > ? ${failed} ORDER BY number LIMIT ?`,
  )
    .all(id, after, limit)
    .map(toResult);
}

export function listFailedIterations(
  database: DatabaseSync,
  id: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly FailedIteration[] {
  return prepared(
    database,
    `SELECT iteration, max(data_row) AS data_row, json_group_array(path) AS paths FROM run_result
      WHERE run_id = ? AND passed = 0 AND iteration > ? GROUP BY iteration ORDER BY iteration LIMIT ?`,
  )
    .all(id, after, limit)
    .map((row) => ({
      iteration: Number(row['iteration']),
      row: numberOf(row['data_row']),
      paths: JSON.parse(String(row['paths'])) as readonly string[],
    }));
}

export function deleteRun(database: DatabaseSync, id: string): void {
  prepared(database, 'DELETE FROM run_result WHERE run_id = ?').run(id);
  prepared(database, 'DELETE FROM run WHERE id = ?').run(id);
}

type Row = Readonly<Record<string, unknown>>;

function toRun(row: Row): OwnedRun {
  const reason = textOf(row['reason']);
  const summary: RunSummary = {
    ...(JSON.parse(String(row['summary'])) as NewRun),
    id: String(row['id']),
    state: row['state'] as RunState,
    endedAt: textOf(row['ended_at']),
    reason: reason === null ? null : (JSON.parse(reason) as RunSummary['reason']),
    counts: JSON.parse(String(row['counts'])) as RunCounts,
    duration: Number(row['duration']),
  };
  return { owner: String(row['owner']), summary };
}

function toResult(row: Row): RunResult {
  const [checks, captures, problems] = JSON.parse(String(row['detail'])) as [
    RunResult['checks'],
    RunResult['captures'],
    RunResult['problems'],
  ];
  return {
    number: Number(row['number']),
    iteration: Number(row['iteration']),
    row: numberOf(row['data_row']),
    path: String(row['path']),
    name: String(row['name']),
    exchangeId: textOf(row['exchange_id']),
    verdict: textOf(row['verdict']) as Verdict | null,
    status: numberOf(row['status']),
    duration: numberOf(row['duration']),
    headline: String(row['headline']),
    passed: row['passed'] === 1,
    checks,
    captures,
    problems,
  };
}

function textOf(value: unknown): string | null {
  return value === null ? null : String(value);
}

function numberOf(value: unknown): number | null {
  return value === null ? null : Number(value);
}
