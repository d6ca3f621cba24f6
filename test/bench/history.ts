import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';

import { insertExchange } from '../../electron/adapters/history/exchange-table.ts';
import { historyMigrations } from '../../electron/adapters/history/history-migrations.ts';
import { indexExchange } from '../../electron/adapters/history/search-index.ts';
import { inTransaction, openDatabase } from '../../electron/adapters/open-database.ts';
import { insertRefunds, setStates } from '../../electron/adapters/refund-table.ts';
import { createSqliteHistoryStore } from '../../electron/adapters/sqlite-history-store.ts';
import { noAnnotation } from '../../shared/model/annotation.ts';
import { everything, type HistoryQuery } from '../../shared/model/history-query.ts';
import type { HistoryStore } from '../../shared/ports/history-store.ts';
import { inventExchange, rareWord, transactionOf } from './invented-exchange.ts';

// How quick the history is: `npm run bench -- [entries] [folder to keep]`. Floors are measured in the same run.

const entries = Number(process.argv[2] ?? 100_000);
const kept = process.argv[3];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'refund-workbench-bench-'));
const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  print(
    `\n${new Date().toISOString().slice(0, 10)} · ${cpus()[0]?.model ?? ''} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB · Node ${process.versions.node}, SQLite ${process.versions['sqlite'] ?? ''}\n`,
  );
  measureSaves();
  fill();
  measureQueries();
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

/** A save is what a send does: the record before it, the outcome after it, each on the disk before it goes on. */
function measureSaves(): void {
  const count = 2000;
  const store = createSqliteHistoryStore(join(folder, 'saves'));
  store.count();
  const save = timeEach(count, (index) => {
    const { exchange, refunds } = inventExchange(index);
    const begun = store.begin({ ...exchange, explanation: null }, { refunds, guard: () => [] });
    if (!begun.ok) throw new Error(begun.error[0]?.message);
    must(
      store.settle(
        { ...exchange, id: begun.value },
        refunds.map(() => 'accepted'),
      ),
    );
  });
  store.close();
  const lines = join(folder, 'lines.jsonl');
  const line = timeEach(count, (index) =>
    appendFileSync(lines, `${JSON.stringify(inventExchange(index))}\n`, { flush: true }),
  );
  const list = Array.from({ length: 10_000 }, (_, index) => inventExchange(index));
  const file = timeEach(20, () =>
    writeFileSync(join(folder, 'all.json'), JSON.stringify(list), { flush: true }),
  );
  const rate = (times: readonly number[]): number =>
    1000 / (times.reduce((sum, time) => sum + time, 0) / times.length);
  print('| save | per second | p50 ms | p95 ms |\n| --- | --- | --- | --- |');
  for (const [name, times] of [
    ['begin and settle, searchable, two synchronous commits', save],
    ['floor: a line appended to JSONL, synchronous', line],
    ['floor: one JSON file of 10,000 entries rewritten', file],
  ] as const) {
    print(`| ${name} | ${Math.round(rate(times))} | ${at(times, 0.5)} | ${at(times, 0.95)} |`);
  }
  print(
    `\nSaving is ${(rate(save) / rate(file)).toFixed(0)} times as quick as rewriting the file, and ${(rate(save) / rate(line)).toFixed(2)} times as quick as appending a line.\n`,
  );
}

/** The same rows as by the store, many to a transaction. */
function fill(): void {
  const path = join(folder, 'history.db');
  const database = openDatabase(path, historyMigrations);
  database.exec('PRAGMA synchronous = OFF');
  const begun = performance.now();
  const already = Number(database.prepare('SELECT max(id) AS id FROM exchange').get()?.['id'] ?? 0);
  for (let from = already; from < entries; from += 2000) {
    inTransaction(database, () => {
      for (let number = from; number < Math.min(from + 2000, entries); number += 1) {
        const { exchange, refunds } = inventExchange(number);
        const id = insertExchange(database, exchange);
        insertRefunds(database, id, refunds);
        setStates(
          database,
          id,
          refunds.map(() => (number % 5000 === 0 ? 'unknown' : 'accepted')),
        );
        indexExchange(database, { exchange: { ...exchange, id: String(id) }, annotation: noAnnotation });
      }
    });
  }
  database.close();
  const bytes = statSync(path).size;
  print(
    `${entries.toLocaleString('en')} entries, filled in ${((performance.now() - begun) / 1000).toFixed(0)} s, ${(bytes / 1e6).toFixed(0)} MB, ${Math.round(bytes / entries)} bytes an entry\n`,
  );
}

function measureQueries(): void {
  const before = process.memoryUsage().rss;
  const open = timeEach(20, () => {
    const fresh = createSqliteHistoryStore(folder);
    must(fresh.search(everything, { limit: 50, before: null }));
    fresh.close();
  });
  const store = createSqliteHistoryStore(folder);
  const random = (step: number): number => Math.floor((((step * 7919) % 10_007) / 10_007) * entries);
  const day = (number: number): string => new Date(Date.UTC(2020, 0, 1) + number * 60_000).toISOString();
  const look = (query: Partial<HistoryQuery>, place: string | null = null) => {
    must(store.search({ ...everything, ...query }, { limit: 50, before: place }));
  };
  const amounts = (from: string, to: string): HistoryQuery['amounts'] => [
    { from, to, includesFrom: true, includesTo: true },
  ];
  const cases: readonly (readonly [string, (step: number) => void, number?])[] = [
    ['newest 50', () => look({})],
    ['a page in the middle', (step) => look({}, String(random(step)))],
    ['count', () => must(store.count())],
    ['describe', () => must(store.describe())],
    ['one entry with bodies', (step) => must(store.get(String(random(step) + 1)))],
    ['api', () => look({ facets: { api: ['payu'] } })],
    ['verdict', () => look({ facets: { verdict: ['refused'] } })],
    ['status 5xx', () => look({ facets: { status: ['5xx'] } })],
    ['code', (step) => look({ facets: { code: [String(100 + (step % 150))] } })],
    ['unresolved (rare)', () => look({ facets: { is: ['unresolved'] } })],
    ['fingerprint (one)', (step) => look({ facets: { transaction: [transactionOf(random(step) >> 1)] } })],
    ['api, verdict and code', (step) => look({ facets: { api: ['payu'], verdict: ['refused'], code: [String(100 + (step % 150))] } })],
    ['api, verdict, code, in the middle', (step) => look({ facets: { api: ['payu'], verdict: ['refused'], code: [String(100 + (step % 150))] } }, String(random(step)))],
    ['filter that nothing fits', () => look({ facets: { tag: ['nobody'] } })],
    ['rare word', (step) => look({ terms: [rareWord(Math.floor(random(step) / 1000))] })],
    ['common word', () => look({ terms: ['reference'] })],
    ['two words in a row', () => look({ terms: ['karo mi'] })],
    ['common word and filter', () => look({ terms: ['reference'], facets: { verdict: ['refused'] } })],
    ['word that nobody wrote', () => look({ terms: ['nothingatall'] })],
    ['one sign `r`', () => look({ terms: ['r'] })],
    ['two signs `re`', () => look({ terms: ['re'] })],
    ['beginning `refu`', () => look({ terms: ['refu'] })],
    ['beginning of many words `karo`', () => look({ terms: ['karo'] }), 20],
    ['whole transaction id', (step) => look({ terms: [transactionOf(random(step) >> 1)] })],
    ['part of an id, 8 signs', (step) => look({ terms: [transactionOf(random(step) >> 1).slice(7, 15)] })],
    ['part of an id, 4 signs', (step) => look({ terms: [transactionOf(random(step) >> 1).slice(9, 13)] }), 20],
    ['beginning of a quarter of all ids', () => look({ terms: ['4039937'] }), 20],
    ['amount, one value', (step) => look({ amounts: amounts(`${10 + (step % 990)}.50`, `${10 + (step % 990)}.50`) })],
    ['amount, rare range', (step) => look({ amounts: amounts(`${10 + (step % 990)}.5`, `${10 + (step % 990)}.9`) })],
    ['amount, common range', () => look({ amounts: amounts('100', '500') })],
    ['amount and verdict', () => look({ amounts: amounts('100', '500'), facets: { verdict: ['refused'] } })],
    ['amount, one value, and common word', (step) => look({ terms: ['reference'], amounts: amounts(`${10 + (step % 990)}.50`, `${10 + (step % 990)}.50`) })],
    ['one day', (step) => look({ after: day(random(step)), before: day(random(step) + 1440) })],
    ['before a day, and verdict', (step) => look({ before: day(random(step)), facets: { verdict: ['refused'] } })],
    ['timeline', (step) => must(store.timeline({ api: apiOf(random(step)), target: 'https://refunds.example' }, [transactionOf(random(step) >> 1)]))],
  ]; // prettier-ignore
  print(`| query, newest 50 of ${entries.toLocaleString('en')} | p50 ms | p95 ms |\n| --- | --- | --- |`);
  print(`| open and newest 50 | ${at(open, 0.5)} | ${at(open, 0.95)} |`);
  for (const [name, action, runs = 200] of cases) {
    const times = timeEach(runs, action);
    print(`| ${name} | ${at(times, 0.5)} | ${at(times, 0.95)} |`);
  }
  print(`\nMemory above the beginning: ${Math.round((process.memoryUsage().rss - before) / 2 ** 20)} MiB`);
  store.close();
  measureScan();
}

/** What there would be without an index: every line read and looked at. */
function measureScan(): void {
  const count = Math.min(entries, 20_000);
  const path = join(folder, 'scan.jsonl');
  writeFileSync(
    path,
    Array.from({ length: count }, (_, number) => JSON.stringify(inventExchange(number))).join('\n'),
  );
  const times = timeEach(5, () => {
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => JSON.stringify(JSON.parse(line)).includes('zebra7'))
      .slice(-50);
  });
  print(`Floor: a JSONL file of ${count.toLocaleString('en')} scanned for a word: ${at(times, 0.5)} ms`);
}

function apiOf(number: number): string {
  return inventExchange(number).exchange.draft.api;
}

/** Milliseconds of each run. */
function timeEach(runs: number, action: (step: number) => void): readonly number[] {
  return Array.from({ length: runs }, (_, step) => {
    const begun = performance.now();
    action(step);
    return performance.now() - begun;
  });
}

function at(times: readonly number[], part: number): string {
  const sorted = times.toSorted((left, right) => left - right);
  return (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(3);
}

function must(
  result: ReturnType<
    HistoryStore[keyof HistoryStore & ('count' | 'get' | 'search' | 'settle' | 'timeline' | 'describe')]
  >,
): void {
  if (!result.ok) throw new Error(result.error.message);
}
