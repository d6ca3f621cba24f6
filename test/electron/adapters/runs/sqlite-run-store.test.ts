import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createSqliteRunStore } from '../../../../electron/adapters/runs/sqlite-run-store.ts';
import { countResult, emptyCounts } from '../../../../shared/engine/runs/count-results.ts';
import type { RunResult } from '../../../../shared/model/run.ts';
import { project, startProgram } from '../../../support/run-cli.ts';
import { newRun, someResult } from '../../../support/some-run.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';
import { valueOf } from '../../../support/value-of.ts';

type Store = ReturnType<typeof createSqliteRunStore>;

function openStore(folder = temporaryDirectory()): Store {
  const store = createSqliteRunStore(folder);
  onTestFinished(() => store.close());
  return store;
}

const end = { endedAt: '2026-11-21T10:00:01.000Z', state: 'done', reason: null } as const;

function addAll(store: Store, id: string, results: readonly RunResult[]): void {
  let counts = emptyCounts(4);
  for (const result of results) {
    counts = countResult(counts, result);
    valueOf(store.addResult(id, result, { counts, duration: 1 }));
  }
  valueOf(store.finish(id, { ...end, counts }));
}

describe('the store of runs', () => {
  it('gives back runs, newest first, and their results in pages', () => {
    const store = openStore();
    const first = valueOf(store.begin(newRun()));
    const results = [1, 2, 3, 4, 5].map((number) =>
      someResult({ number, passed: number % 2 === 1, headline: `"${number}"` }),
    );
    addAll(store, first, results);
    const second = valueOf(store.begin(newRun()));
    expect(valueOf(store.list({ limit: 5, before: null })).map(({ id }) => id)).toEqual([second, first]);
    expect(valueOf(store.list({ limit: 5, before: second })).map(({ id }) => id)).toEqual([first]);
    const page = { id: first, after: 0, limit: 2, only: 'all' } as const;
    expect(valueOf(store.results(page))).toEqual(results.slice(0, 2));
    expect(valueOf(store.results({ ...page, after: 4 }))).toEqual(results.slice(4));
    expect(valueOf(store.results({ ...page, only: 'failed' })).map(({ number }) => number)).toEqual([2, 4]);
    expect(valueOf(store.get(first))).toMatchObject({ ...end, counts: { passed: 3, failed: 2 } });
    expect(valueOf(store.get('99'))).toBeNull();
  });

  it('gives the failed requests of each iteration, in order', () => {
    const store = openStore();
    const id = valueOf(store.begin(newRun()));
    addAll(store, id, [
      someResult({ number: 1, iteration: 2, row: 9, path: 'b', passed: false }),
      someResult({ number: 2, iteration: 1, row: 8, path: 'a' }),
      someResult({ number: 3, iteration: 2, row: 9, path: 'c', passed: false }),
      someResult({ number: 4, iteration: 5, row: 3, path: 'a', passed: false }),
    ]);
    expect(valueOf(store.failedIterations(id, { after: 0, limit: 1 }))).toEqual([
      { iteration: 2, row: 9, paths: ['b', 'c'] },
    ]);
    expect(valueOf(store.failedIterations(id, { after: 2, limit: 9 }))).toEqual([
      { iteration: 5, row: 3, paths: ['a'] },
    ]);
  });

  it('removes a run that has ended, and no other', () => {
    const store = openStore();
    const id = valueOf(store.begin(newRun()));
    expect(store.remove(id)).toMatchObject({ ok: false, error: { code: 'bad-run' } });
    addAll(store, id, [someResult()]);
    expect(store.remove(id)).toEqual({ ok: true, value: null });
    expect(valueOf(store.results({ id, after: 0, limit: 9, only: 'all' }))).toEqual([]);
  });

  it('calls a run broken off once its program is dead, and never while it lives', async () => {
    const folder = temporaryDirectory();
    const program = startProgram([join(project, 'test', 'support', 'run-program.ts'), folder]);
    const id = await program.firstLine();
    const store = openStore(folder);
    const own = valueOf(store.begin(newRun()));
    const other = openStore(folder);
    expect(valueOf(other.list({ limit: 9, before: null })).map(({ state }) => state)).toEqual([
      'running',
      'running',
    ]);
    program.child.kill('SIGKILL');
    await program.ended;
    expect(valueOf(store.get(id))).toMatchObject({
      state: 'broken-off',
      endedAt: null,
      counts: { skipped: 4 },
    });
    expect(valueOf(other.get(own))?.state).toBe('running');
    addAll(store, own, [someResult()]);
    expect(valueOf(other.get(own))?.state).toBe('done');
    expect(readdirSync(join(folder, 'running'))).toEqual([]);
  });
});
