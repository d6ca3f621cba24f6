import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';

import { createSqliteAuditTrail } from '../../electron/adapters/sqlite-audit-trail.ts';
import { type AuditEvent, type AuditReport, firstPreviousHash } from '../../shared/model/audit.ts';
import { auditEvent } from '../support/audit-events.ts';
import { expectSentence, jsonOf, openCli } from '../support/run-cli.ts';

const noon = Date.UTC(2026, 0, 31, 12);

/** Writes lines as the workbench would, a second apart. */
function write(folder: string, events: readonly AuditEvent[]): void {
  let time = noon;
  const trail = createSqliteAuditTrail(folder, { clock: { now: () => (time += 1000) }, who: 'ada' });
  for (const event of events) expect(trail.append(event).ok).toBe(true);
  trail.close();
}

function writeMany(folder: string, count: number): void {
  write(
    folder,
    Array.from({ length: count }, (_, index) => auditEvent({ detail: `no. ${index + 1}` })),
  );
}

/** Changes the file as somebody with a SQLite program can. */
function tamper(folder: string, statement: string): void {
  const raw = new DatabaseSync(join(folder, 'audit.db'));
  raw.exec(`DROP TRIGGER line_is_never_changed; DROP TRIGGER line_is_never_removed; ${statement}`);
  raw.close();
}

describe('audit verify', () => {
  it('of an unbroken trail tells its length, its span and its head: exit 0', async () => {
    const cli = openCli();
    writeMany(cli.data, 3);
    const json = await cli.run(['audit', 'verify', '--json']);
    expect(json).toMatchObject({ code: 0, stderr: '' });
    const report = jsonOf(json) as AuditReport;
    expect(report).toEqual({
      count: 3,
      firstTime: '2026-01-31T12:00:01.000Z',
      lastTime: '2026-01-31T12:00:03.000Z',
      head: expect.stringMatching(/^[\da-f]{64}$/),
      clockSetBack: null,
      damage: null,
    });
    const { code, stdout } = await cli.run(['audit', 'verify', '--head', report.head]);
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'The audit trail has 3 lines, from 2026-01-31T12:00:01.000Z to 2026-01-31T12:00:03.000Z.',
      'It is unbroken. Its head is',
      report.head,
    ]);
  });

  it('of an empty trail: exit 0', async () => {
    const run = await openCli().run(['audit', 'verify']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(
      `The audit trail has no lines yet.\nIt is unbroken. Its head is\n${firstPreviousHash}\n`,
    );
  });

  it('remarks a clock that was set back: exit 0', async () => {
    const cli = openCli();
    writeMany(cli.data, 2);
    writeMany(cli.data, 1);
    const run = await cli.run(['audit', 'verify']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('\nNote: the clock was set back, first before line 3.\n');
  });

  it('names the first damaged line: exit 1', async () => {
    const cli = openCli();
    writeMany(cli.data, 3);
    tamper(cli.data, "UPDATE line SET detail = 'another' WHERE number = 2");
    const run = await cli.run(['audit', 'verify']);
    expect(run).toMatchObject({
      code: 1,
      stderr:
        'The audit trail is damaged: line 2 was changed after it was written. Keep the file as it is, and compare it with a backup.\n',
    });
    expect(run.stdout).not.toContain('unbroken');
    const json = await cli.run(['audit', 'verify', '--json']);
    expect(json.code).toBe(1);
    expect(jsonOf(json)).toMatchObject({ count: 3, damage: { kind: 'changed', line: '2' } });
  });

  it('finds lines cut off at the end against the head that it printed before: exit 1', async () => {
    const cli = openCli();
    writeMany(cli.data, 3);
    const { head } = jsonOf(await cli.run(['audit', 'verify', '--json'])) as AuditReport;
    tamper(cli.data, 'DELETE FROM line WHERE number = 3');
    expect((await cli.run(['audit', 'verify'])).code).toBe(0);
    const run = await cli.run(['audit', 'verify', '--head', head]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`no line has the hash ${head}, so lines were cut off`);
    expectSentence(run);
  });
});

describe('audit export', () => {
  it('writes every line with all that is in it as JSON, oldest first', async () => {
    const cli = openCli();
    writeMany(cli.data, 1203);
    const run = await cli.run(['audit', 'export', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { number: number });
    expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 1203 }, (_, index) => index + 1));
    expect(lines[0]).toMatchObject({
      ...auditEvent({ detail: 'no. 1' }),
      who: 'ada',
      time: '2026-01-31T12:00:01.000Z',
      previousHash: firstPreviousHash,
    });
  });

  it('writes one line of text for each, whatever its texts hold', async () => {
    const cli = openCli();
    const nothing = { environment: null, api: null, fingerprints: [], exchangeId: null, verdict: null };
    write(cli.data, [
      auditEvent(),
      auditEvent({ ...nothing, what: 'vault-changed', detail: 'New\nline \u001b[2Jand more' }),
    ]);
    expect(await cli.run(['audit', 'export'])).toEqual({
      code: 0,
      stderr: '',
      stdout:
        '     1  2026-01-31T12:00:01.000Z  ada  sent  Acme test (test)  payu  exchange 12  pending  Refund of 1.00, invented\n' +
        '     2  2026-01-31T12:00:02.000Z  ada  vault-changed  New line  [2Jand more\n',
    });
  });

  it('of an empty trail writes nothing', async () => {
    expect(await openCli().run(['audit', 'export'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

it('a trail that is no database is named and left as it is: exit 2', async () => {
  const cli = openCli();
  const path = join(cli.data, 'audit.db');
  writeFileSync(path, 'not a database\n'.repeat(500));
  for (const verb of ['verify', 'export']) {
    const run = await cli.run(['audit', verb]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(`The audit trail cannot be read (${path}): the file is damaged.`);
    expectSentence(run);
  }
});
