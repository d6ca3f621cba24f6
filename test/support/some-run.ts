import { emptyCounts } from '../../shared/engine/runs/count-results.ts';
import type { RunResult, RunSummary } from '../../shared/model/run.ts';
import type { NewRun } from '../../shared/ports/run-store.ts';

/** A run that starts, as the core would write it down. */
export function newRun(changes: Partial<NewRun> = {}): NewRun {
  return {
    startedAt: '2026-11-21T10:00:00.000Z',
    collection: { id: 'refunds', name: 'Refunds' },
    environment: { id: 'sandbox', name: 'Local sandbox', environmentClass: 'sandbox' },
    table: null,
    plan: {
      paths: [],
      environmentId: 'sandbox',
      overrides: {},
      table: null,
      iterations: 1,
      bail: false,
      delay: 0,
      concurrency: 1,
      onlyFailedOf: null,
      shard: null,
      timeout: 60_000,
    },
    remarks: [],
    counts: emptyCounts(4),
    ...changes,
  };
}

/** A run that has ended. */
export function endedRun(changes: Partial<RunSummary> = {}): RunSummary {
  return {
    ...newRun(),
    id: '7',
    endedAt: '2026-11-21T10:00:01.000Z',
    state: 'done',
    reason: null,
    duration: 100,
    ...changes,
  };
}

/** What became of a request that passed. */
export function someResult(changes: Partial<RunResult> = {}): RunResult {
  return {
    number: 1,
    iteration: 1,
    row: null,
    path: 'refunds/in-full',
    name: 'In full',
    exchangeId: '12',
    verdict: 'accepted',
    status: 200,
    duration: 12.5,
    headline: 'Accepted: refunded',
    passed: true,
    checks: [],
    captures: [],
    problems: [],
    ...changes,
  };
}
