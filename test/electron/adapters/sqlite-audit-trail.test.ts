import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createSqliteAuditTrail } from '../../../electron/adapters/sqlite-audit-trail.ts';
import { type AuditReport, auditActs, firstPreviousHash } from '../../../shared/model/audit.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { AuditTrail } from '../../../shared/ports/audit-trail.ts';
import { auditEvent } from '../../support/audit-events.ts';
import { type RunningCli, startProgram } from '../../support/run-cli.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const noon = Date.UTC(2026, 0, 31, 12);

/** A trail whose clock gives the given times, then goes on by the second. */
function openTrail(folder = temporaryDirectory(), times: readonly number[] = []): AuditTrail {
  let call = 0;
  const now = (): number => times[call++] ?? noon + call * 1000;
  const trail = createSqliteAuditTrail(folder, { clock: { now }, who: 'ada' });
  onTestFinished(() => trail.close());
  return trail;
}

function valueOf<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function appendMany(trail: AuditTrail, count: number): void {
  for (let index = 1; index <= count; index += 1)
    valueOf(trail.append(auditEvent({ detail: `no. ${index}` })));
}

function verify(folder: string, head: string | null = null): AuditReport {
  return valueOf(openTrail(folder).verify({ head }));
}

/** A raw connection, as anybody with the file has one. */
function openRaw(folder: string): DatabaseSync {
  const raw = new DatabaseSync(join(folder, 'audit.db'));
  onTestFinished(() => raw.close());
  return raw;
}

/** Changes the file behind the trail's back, its triggers dropped. */
function tamper(folder: string, statement: string): void {
  const raw = openRaw(folder);
  for (const name of ['line_is_never_changed', 'line_is_never_removed', 'line_is_only_added']) {
    raw.exec(`DROP TRIGGER ${name}`);
  }
  raw.exec(statement);
}

describe('a line', () => {
  it('holds the event, when and by whom, and the hash of the line before', () => {
    const trail = openTrail();
    const nothing = { environment: null, api: null, fingerprints: [], exchangeId: null, verdict: null };
    valueOf(trail.append(auditEvent()));
    valueOf(trail.append(auditEvent({ ...nothing, what: 'vault-changed', detail: '' })));
    const [first, second, ...more] = valueOf(trail.list({ limit: 10, after: null }));
    expect(more).toEqual([]);
    const anyHash = expect.stringMatching(/^[\da-f]{64}$/);
    const who = 'ada';
    expect(first).toEqual({
      ...auditEvent(),
      number: 1,
      time: '2026-01-31T12:00:01.000Z',
      who,
      previousHash: firstPreviousHash,
      hash: anyHash,
    });
    expect(second).toEqual({
      ...nothing,
      what: 'vault-changed',
      detail: '',
      number: 2,
      time: '2026-01-31T12:00:02.000Z',
      who,
      previousHash: first?.hash,
      hash: anyHash,
    });
  });

  it('has a hash that any other program can compute', () => {
    const folder = temporaryDirectory();
    valueOf(openTrail(folder).append(auditEvent()));
    const canonical = `["${firstPreviousHash}","1","2026-01-31T12:00:01.000Z","ada","sent","acme","Acme test","test","payu","[\\"an-invented-fingerprint\\"]","12","pending","Refund of 1.00, invented"]`;
    expect(verify(folder).head).toBe(hash('sha256', canonical, 'hex'));
  });

  it('keeps any text, and the trail stays unbroken', () => {
    const folder = temporaryDirectory();
    const trail = openTrail(folder);
    const text = fc.string({ unit: 'binary', maxLength: 50 });
    let count = 0;
    const property = fc.property(
      text,
      fc.array(text),
      fc.constantFrom(...auditActs),
      (detail, fingerprints, what) => {
        valueOf(trail.append(auditEvent({ detail, fingerprints, what })));
        const [line] = valueOf(trail.list({ limit: 1, after: count++ }));
        expect(line).toMatchObject({ detail, fingerprints, what, number: count });
      },
    );
    fc.assert(property, { seed: 4417, numRuns: 100 });
    expect(verify(folder)).toMatchObject({ count: 100, damage: null });
  });

  it('with half a character in it is stored whole and stays provable', () => {
    const folder = temporaryDirectory();
    valueOf(openTrail(folder).append(auditEvent({ detail: 'a\ud800b' })));
    expect(verify(folder)).toMatchObject({ count: 1, damage: null });
  });
});

describe('the file', () => {
  it.each([
    ['UPDATE line SET detail = detail', 'never changed'],
    ['DELETE FROM line WHERE number = 3', 'never removed'],
    ['INSERT OR REPLACE INTO line SELECT * FROM line WHERE number = 2', 'only added at its end'],
    [
      'INSERT INTO line SELECT 9, time, who, what, environment_id, environment_name, environment_class, api, fingerprints, exchange_id, verdict, detail, previous_hash, hash FROM line WHERE number = 3',
      'only added at its end',
    ],
  ])('refuses %s', (statement, words) => {
    const folder = temporaryDirectory();
    appendMany(openTrail(folder), 3);
    expect(() => openRaw(folder).exec(statement)).toThrow(words);
    expect(verify(folder)).toMatchObject({ count: 3, damage: null });
  });

  it('is read page by page, oldest first, without a gap or a double', () => {
    const trail = openTrail();
    appendMany(trail, 7);
    const pages = [null, 3, 6, 7].map((after) =>
      valueOf(trail.list({ limit: 3, after })).map(({ number }) => number),
    );
    expect(pages).toEqual([[1, 2, 3], [4, 5, 6], [7], []]);
  });
});

describe('verify', () => {
  it('of an empty trail finds nothing wrong', () => {
    expect(verify(temporaryDirectory())).toEqual({
      count: 0,
      firstTime: null,
      lastTime: null,
      head: firstPreviousHash,
      clockSetBack: null,
      damage: null,
    });
  });

  it('tells how many lines there are, from when to when, and the head', () => {
    const folder = temporaryDirectory();
    const trail = openTrail(folder);
    appendMany(trail, 5);
    expect(verify(folder)).toEqual({
      count: 5,
      firstTime: '2026-01-31T12:00:01.000Z',
      lastTime: '2026-01-31T12:00:05.000Z',
      head: valueOf(trail.list({ limit: 1, after: 4 }))[0]?.hash,
      clockSetBack: null,
      damage: null,
    });
  });

  it('remarks that the clock was set back, which is no damage', () => {
    const folder = temporaryDirectory();
    appendMany(openTrail(folder, [noon, noon - 5000, noon, noon, noon - 1]), 5);
    expect(verify(folder)).toMatchObject({ clockSetBack: { times: 2, firstLine: '2' }, damage: null });
  });

  it.each([
    ['time', "time = '2026-01-31T12:00:03.001Z'"],
    ['who', "who = 'eve'"],
    ['what', "what = 'settled'"],
    ['environment id', "environment_id = 'acme2'"],
    ['environment name', "environment_name = 'Acme live'"],
    ['environment class', "environment_class = 'production'"],
    ['API', "api = ''"],
    ['fingerprints', "fingerprints = '[]'"],
    ['exchange id', "exchange_id = '13'"],
    ['verdict', "verdict = 'refused'"],
    ['detail', "detail = 'no. 3 '"],
    ['hash of the line before', `previous_hash = '${firstPreviousHash}'`],
    ['hash', `hash = '${firstPreviousHash}'`],
  ])('finds a changed %s', (_field, change) => {
    const folder = temporaryDirectory();
    appendMany(openTrail(folder), 5);
    tamper(folder, `UPDATE line SET ${change} WHERE number = 3`);
    expect(verify(folder)).toMatchObject({ count: 5, damage: { kind: 'changed', line: '3' } });
  });

  it.each([
    ['0', { kind: 'changed', line: '0' }],
    ['-7', { kind: 'changed', line: '-7' }],
    ['100', { kind: 'missing', line: '3' }],
    ['9223372036854775807', { kind: 'missing', line: '3' }],
  ])('finds a line that was renumbered to %s', (number, damage) => {
    const folder = temporaryDirectory();
    appendMany(openTrail(folder), 5);
    tamper(folder, `UPDATE line SET number = ${number} WHERE number = 3`);
    expect(verify(folder).damage).toEqual(damage);
  });

  it.each([1, 2, 3, 4])('finds that line %i was removed', (number) => {
    const folder = temporaryDirectory();
    appendMany(openTrail(folder), 5);
    tamper(folder, `DELETE FROM line WHERE number = ${number}`);
    expect(verify(folder)).toMatchObject({ count: 4, damage: { kind: 'missing', line: String(number) } });
  });

  it('finds a line that was replaced by one of another trail, hash and all', () => {
    const [folder, other] = [temporaryDirectory(), temporaryDirectory()];
    appendMany(openTrail(folder), 5);
    appendMany(openTrail(other, [noon - 1]), 5);
    tamper(
      folder,
      `ATTACH '${join(other, 'audit.db')}' AS other;
       REPLACE INTO main.line SELECT * FROM other.line WHERE number = 3`,
    );
    expect(verify(folder).damage).toEqual({ kind: 'wrong-link', line: '3' });
  });

  it('tells the first of two damages', () => {
    const folder = temporaryDirectory();
    appendMany(openTrail(folder), 5);
    tamper(folder, "UPDATE line SET who = 'eve' WHERE number = 4; DELETE FROM line WHERE number = 2");
    expect(verify(folder).damage).toEqual({ kind: 'missing', line: '2' });
  });

  it('finds lines cut off at the end against a head that was kept, also after new lines', () => {
    const folder = temporaryDirectory();
    appendMany(openTrail(folder), 5);
    const { head } = verify(folder);
    tamper(folder, 'DELETE FROM line WHERE number > 3');
    expect(verify(folder)).toMatchObject({ count: 3, damage: null });
    expect(verify(folder, head).damage).toEqual({ kind: 'head-not-found', head });
    appendMany(openTrail(folder), 4);
    expect(verify(folder, head).damage).toEqual({ kind: 'head-not-found', head });
  });

  it('is content with a kept head as long as its line is there', () => {
    const folder = temporaryDirectory();
    const heads = [firstPreviousHash];
    for (let count = 0; count < 3; count += 1) {
      appendMany(openTrail(folder), 1);
      heads.push(verify(folder).head);
    }
    for (const head of heads) expect(verify(folder, head).damage).toBeNull();
  });
});

describe('several programs at once', () => {
  const program = fileURLToPath(new URL('../../support/append-audit-lines.ts', import.meta.url));
  const start = (folder: string, count: number): RunningCli => startProgram([program, folder, String(count)]);

  it('two that append 200 lines each make one unbroken trail of 400', { timeout: 60_000 }, async () => {
    const folder = temporaryDirectory();
    valueOf(openTrail(folder).list({ limit: 1, after: null }));
    // Both are held back until both are there, so that they contend for the first line too.
    const gate = openRaw(folder);
    gate.exec('BEGIN IMMEDIATE');
    const programs = [start(folder, 200), start(folder, 200)];
    await Promise.all(programs.map(({ firstLine }) => firstLine()));
    gate.exec('COMMIT');
    const runs = await Promise.all(programs.map(({ ended }) => ended));
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(verify(folder)).toMatchObject({ count: 400, clockSetBack: null, damage: null });
    const lines = valueOf(openTrail(folder).list({ limit: 500, after: null }));
    for (const { child } of programs) {
      expect(lines.filter(({ who }) => who === `process ${child.pid}`)).toHaveLength(200);
    }
  });

  it('one that is killed leaves every line it told of, unbroken', { timeout: 60_000 }, async () => {
    const folder = temporaryDirectory();
    const { child, ended } = start(folder, 1_000_000);
    let told = '';
    child.stdout.on('data', (chunk: string) => {
      told += chunk;
      if (told.includes('\n50\n')) child.kill('SIGKILL');
    });
    const { stdout } = await ended;
    const last = Number(stdout.slice(0, stdout.lastIndexOf('\n')).split('\n').at(-1));
    const { count, damage } = verify(folder);
    expect(damage).toBeNull();
    expect(last).toBeGreaterThanOrEqual(50);
    // The last one may stand without having been told.
    expect([last, last + 1]).toContain(count);
    appendMany(openTrail(folder), 1);
    expect(verify(folder)).toMatchObject({ count: count + 1, damage: null });
  });
});

describe('a file that cannot be used', () => {
  /** What every call says, which has to be the same reason. */
  function problemsOf(trail: AuditTrail): readonly Problem[] {
    const results = [
      trail.append(auditEvent()),
      trail.verify({ head: null }),
      trail.list({ limit: 1, after: null }),
    ];
    return results.flatMap((result) => (result.ok ? [] : [result.error]));
  }

  it('because it is damaged is named and left as it is', () => {
    const folder = temporaryDirectory();
    const path = join(folder, 'audit.db');
    const text = 'this was a database once\n'.repeat(200);
    writeFileSync(path, text);
    const problems = problemsOf(openTrail(folder));
    expect(problems.map(({ code }) => code)).toEqual(['audit', 'audit', 'audit']);
    expect(problems.map(({ message }) => message)).toEqual([
      `The audit trail cannot be written (${path}): the file is damaged.`,
      `The audit trail cannot be read (${path}): the file is damaged.`,
      `The audit trail cannot be read (${path}): the file is damaged.`,
    ]);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('because a part of it is overwritten says so', () => {
    const folder = temporaryDirectory();
    const path = join(folder, 'audit.db');
    const trail = createSqliteAuditTrail(folder, { clock: { now: () => noon }, who: 'ada' });
    appendMany(trail, 100);
    // The last to close folds the write-ahead log into the file.
    trail.close();
    const bytes = readFileSync(path).fill(0xff, 8192);
    writeFileSync(path, bytes);
    expect(openTrail(folder).verify({ head: null })).toMatchObject({
      ok: false,
      error: { code: 'audit', message: `The audit trail cannot be read (${path}): the file is damaged.` },
    });
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('because a newer workbench wrote it is named and keeps its lines', () => {
    const folder = temporaryDirectory();
    appendMany(openTrail(folder), 2);
    const raw = openRaw(folder);
    raw.exec('PRAGMA user_version = 9');
    for (const { code, message } of problemsOf(openTrail(folder))) {
      expect(code).toBe('audit');
      expect(message).toContain('written by a newer workbench (version 9; this one knows 1)');
    }
    expect(raw.prepare('SELECT count(*) AS n FROM line').get()?.['n']).toBe(2);
  });

  it('is tried again at the next call, so that moving it aside is enough', () => {
    const folder = temporaryDirectory();
    mkdirSync(join(folder, 'audit.db'));
    const trail = openTrail(folder);
    expect(problemsOf(trail)).toHaveLength(3);
    rmdirSync(join(folder, 'audit.db'));
    expect(problemsOf(trail)).toEqual([]);
  });

  it('is no reason to show a line that nobody here can have written', () => {
    const folder = temporaryDirectory();
    appendMany(openTrail(folder), 2);
    tamper(folder, "UPDATE line SET fingerprints = '[1' WHERE number = 2");
    const trail = openTrail(folder);
    expect(valueOf(trail.list({ limit: 1, after: null }))).toHaveLength(1);
    expect(trail.list({ limit: 2, after: null })).toEqual({
      ok: false,
      error: {
        code: 'audit',
        message: 'The audit trail is damaged: line 2 was changed after it was written.',
        remedy: 'Keep the file as it is, and compare it with a backup.',
      },
    });
  });
});
