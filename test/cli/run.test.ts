import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { createYamlCollectionStore } from '../../electron/adapters/collections/yaml-collection-store.ts';
import { runReportSchema } from '../../shared/contract/run-report-schema.ts';
import type { CollectionContent } from '../../shared/model/collection.ts';
import type { RunReport } from '../../shared/model/run.ts';
import { httpAnswer, startRawServer } from '../support/raw-server.ts';
import { type Cli, type CliRun, expectSentence, jsonOf, openCli } from '../support/run-cli.ts';
import { contentOf, requestOf } from '../support/run-plans.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { valueOf } from '../support/value-of.ts';

const partial = requestOf('Part', 'payu', 'partial-refund');
const status = requestOf('Status', 'payu', 'refund-status', {
  checks: [{ subject: { of: 'status' }, operator: 'equals', expected: '200' }],
});

/** A command line with the collection `refunds` in its workspace. */
function openWith(content: CollectionContent): Cli {
  const cli = openCli();
  valueOf(createYamlCollectionStore(cli.workspace, cli.data).create(content));
  return cli;
}

function fileOf(name: string, text: string): string {
  const path = join(temporaryDirectory(), name);
  writeFileSync(path, text);
  return path;
}

function reportOf(run: CliRun): RunReport {
  return jsonOf(run) as RunReport;
}

describe('run', () => {
  it('tells each request as it ends and exits by what became of them', async () => {
    const cli = openWith(contentOf([partial, requestOf('Again', 'payu', 'partial-refund')]));
    const run = await cli.run(['run', 'refunds']);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.stdout).toMatch(/^ {5}1 passed {3}200 +\d+ ms {2}Part \(history 1\)\n {5}2 failed {3}200 /);
    expect(run.stdout).toMatch(
      /\nRun 1: everything was run\. 1 of 2 passed, 1 failed\. \d+\.\d s of requests\.\n$/,
    );
    expect((await cli.run(['sandbox', 'reset'])).code).toBe(0);
    expect((await cli.run(['run', 'refunds/part'])).code).toBe(0);
  });

  it('with --json prints the report alone, of the documented shape, and goes on telling people', async () => {
    const cli = openWith(contentOf([partial, status]));
    const path = fileOf('rows.csv', 'payu.amount;note\n23.12;a\n23.13;b\n');
    const run = await cli.run(['run', 'refunds', '--data', path, '--json']);
    const report = reportOf(run);
    expect(v.safeParse(runReportSchema, report).issues).toBeUndefined();
    expect(report.results.map(({ name, row }) => [name, row])).toEqual([
      ['Part', 1],
      ['Status', 1],
      ['Part', 2],
      ['Status', 2],
    ]);
    expect(run.stderr).toContain('Note: The separator was guessed from the first lines: the semicolon.');
    expect(run.stderr).toContain('Note: The column "note" of the data file is used by no request.');
    expect(run.stderr).toMatch(/ 4 failed .* Status \(row 2\)/);
  });

  it('writes reports, and runs what failed again', async () => {
    const cli = openWith(contentOf([partial, requestOf('Again', 'payu', 'partial-refund'), status]));
    const folder = temporaryDirectory();
    const names = { junit: 'out/run.xml', html: 'run.html', json: 'run.json' };
    const reports = Object.entries(names).flatMap(([kind, name]) => [
      '--report',
      `${kind}:${join(folder, name)}`,
    ]);
    expect((await cli.run(['run', 'refunds', ...reports])).code).toBe(1);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    expect(read(names.junit)).toMatch(/<testsuite name="Refunds" tests="3" failures="2" errors="0"/);
    expect(read(names.html)).toContain('<title>Run 1: Refunds</title>');
    expect(JSON.parse(read(names.json))).toMatchObject({
      format: 'refund-workbench-run-1',
      run: { id: '1' },
    });
    expect(readdirSync(folder).toSorted()).toEqual(['out', 'run.html', 'run.json']);
    const again = reportOf(await cli.run(['run', 'refunds', '--only-failed', '1', '--json']));
    expect(again.results.map(({ path }) => path)).toEqual(['again', 'status']);
    expect(again.run.plan.onlyFailedOf).toBe('1');
  });

  it('exits 3 where an outcome is unknown, and the run goes on', async () => {
    const cli = openWith(contentOf([partial, status]));
    const server = await startRawServer(({ socket, number }) => {
      if (number === 1) socket.destroy();
      else socket.end(httpAnswer('{"status":1}'));
    });
    const set = ['--set', `payu.baseUrl=${server.origin}`];
    const run = await cli.run(['run', 'refunds', ...set]);
    expect(run.code).toBe(3);
    expect(run.stdout).toContain('Outcome unknown: look at the provider before anything is sent again');
    expect(server.requests).toHaveLength(2);
  });

  it('with Ctrl+C lets the request under way end, and sends no other', async () => {
    const cli = openWith(contentOf([status]));
    let answer = (): void => undefined;
    const server = await startRawServer(({ socket }) => {
      answer = () => socket.end(httpAnswer('{}'));
    });
    const set = ['--set', `payu.baseUrl=${server.origin}`];
    const running = cli.start(['run', 'refunds', '--iterations', '50', ...set]);
    await expect.poll(() => server.requests.length, { timeout: 10_000 }).toBe(1);
    running.child.kill('SIGINT');
    await new Promise((resolve) => running.child.stderr.once('data', resolve));
    answer();
    const run = await running.ended;
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('Run 1: cancelled. 1 of 50 passed, 49 skipped.');
    expect(server.requests).toHaveLength(1);
  });

  it('takes a collection from anywhere on the disk', async () => {
    const other = openWith(contentOf([status]));
    const cli = openCli();
    const path = join(other.workspace, 'collections', 'refunds');
    for (const target of [path, join(path, 'status.yaml')]) {
      const report = reportOf(await cli.run(['run', target, '--json']));
      expect(report.results.map(({ name }) => name)).toEqual(['Status']);
      expect(report.run.collection.id).toBeNull();
    }
  });

  it.each([
    ['a collection that is not there', ['refnds'], 'Did you mean refunds?'],
    ['a path that is not there', ['refunds/none'], 'has no request and no folder'],
    ['an unknown environment', ['refunds', '--env', 'nowhere'], 'There is no environment "nowhere".'],
    ['a data file that is not there', ['refunds', '--data', '/none.csv'], 'The data file cannot be read'],
    ['a report of no kind', ['refunds', '--report', 'junti:x.xml'], 'Did you mean junit?'],
    ['a part beyond the last', ['refunds', '--shard', '3/2'], '--shard 3/2 is no part of a run.'],
    ['a variable that nothing uses', ['refunds', '--set', 'payu.amuont=1'], 'No request of this run uses'],
    ['a run that is not there', ['refunds', '--only-failed', '9'], 'There is no run 9.'],
    ['no number of iterations', ['refunds', '--iterations', '0'], '--iterations 0 is not a whole number'],
  ])('with %s exits 2 with a sentence, and sends nothing', async (_what, args, sentence) => {
    const cli = openWith(contentOf([status]));
    const run = await cli.run(['run', ...args]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expectSentence(run);
    expect(run.stderr).toContain(sentence);
    expect(existsSync(join(cli.data, 'history.db'))).toBe(false);
  });
});

describe('runs', () => {
  it('shows what was run, writes reports of it and forgets it', async () => {
    const cli = openWith(contentOf([partial, requestOf('Again', 'payu', 'partial-refund')]));
    await cli.run(['run', 'refunds']);
    expect((await cli.run(['runs', 'list'])).stdout).toMatch(
      /^ {5}1 {2}\S+Z {2}done +Local sandbox {2}Refunds {2}1 of 2 passed, 1 failed\n$/,
    );
    expect((await cli.run(['runs', 'show', '1'])).stdout).toContain('  Collection    Refunds (refunds)\n');
    const failed = jsonOf(await cli.run(['runs', 'results', '1', '--failed', '--json']));
    expect(failed).toMatchObject([{ name: 'Again', passed: false }]);
    const path = join(temporaryDirectory(), 'run.html');
    expect((await cli.run(['runs', 'report', '1', '--report', `html:${path}`])).stdout).toBe(
      `The report is in ${path}.\n`,
    );
    expect((await cli.run(['runs', 'remove', '1'])).code).toBe(0);
    expectSentence(await cli.run(['runs', 'show', '1']));
  });

  it('prints the shape of the JSON report', async () => {
    const { stdout, code } = await openCli().run(['runs', 'schema']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      $id: 'urn:refund-workbench-run-1',
      required: ['format', 'run', 'results'],
    });
  });
});
