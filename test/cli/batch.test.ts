import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { payuTable } from '../support/batch-of.ts';
import { type Cli, expectSentence, jsonOf, openCli } from '../support/run-cli.ts';

const mapped = [
  ...['--map', 'payu.payuId=Payment'],
  ...['--map', 'payu.amount=Sum'],
  ...['--map', 'payu.refundId=Ref'],
];
const table = [
  'Payment;Sum;Ref',
  '403993716000000001;1.10;R-1',
  '403993716000000002;2.20;R-2',
  '403993716000000003;3,30;R-3',
].join('\n');

function fileOf({ workspace }: Cli, name: string, text: string): string {
  const path = join(workspace, name);
  writeFileSync(path, text);
  return path;
}

describe('batch', () => {
  it('checks, is refused without its total, runs with it, and tells how it went', async () => {
    const cli = openCli();
    const data = fileOf(cli, 'refunds.csv', table);
    const target = ['payu/refund', '--data', data, ...mapped];
    const checked = await cli.run(['batch', 'check', ...target, '--json']);
    expect(checked.code).toBe(1);
    expect(jsonOf(checked)).toMatchObject({
      ...{ rows: 3, ready: 2, confirmation: { text: '3.30' } },
      problems: [{ row: 3, column: 'Sum', stops: true }],
    });
    const refused = await cli.run(['batch', 'run', ...target]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expectSentence(refused);
    expect(refused.stderr).toContain('Type the total, 3.30.');
    const result = join(cli.workspace, 'result.csv');
    const run = await cli.run(['batch', 'run', ...target, '--confirm', '3.30', '--result', result, '--json']);
    expect(run.code).toBe(1);
    const { id } = jsonOf(run) as { id: string };
    expect(jsonOf(run)).toMatchObject({ state: 'done', counts: { pending: 2, invalid: 1 } });
    expect(readFileSync(result, 'utf8').split('\r\n')[1]).toMatch(
      /^403993716000000001,1\.10,R-1,pending,102,/,
    );
    expect((await cli.run(['batch', 'result', id])).stdout).toBe(readFileSync(result, 'utf8'));
    const rows = await cli.run(['batch', 'rows', id, '--state', 'invalid', '--json']);
    expect(jsonOf(rows)).toMatchObject([{ row: 3, state: 'invalid' }]);
    expect(await cli.run(['batch', 'show', id])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('2 pending, 1 invalid') as string,
    });
    expect(jsonOf(await cli.run(['batch', '--json', 'list']))).toMatchObject([{ id }]);
    expect((await cli.run(['history', 'list'])).stdout.trim().split('\n')).toHaveLength(2);
  });

  it('compares with an export of the provider, and says by its exit code whether it is the same', async () => {
    const cli = openCli();
    const data = fileOf(cli, 'refunds.csv', payuTable(3));
    const run = await cli.run(['batch', 'run', 'payu/refund', '--data', data, '--confirm', '6.30', '--json']);
    expect(run.code).toBe(0);
    const { id } = jsonOf(run) as { id: string };
    const lines = ['id,refunded', '403993716000000000,1.1', '403993716000000001,-2.10'];
    const reconcile = (text: readonly string[]): ReturnType<Cli['run']> =>
      cli.run([
        ...['batch', 'reconcile', id, '--data', fileOf(cli, 'export.csv', text.join('\n'))],
        ...['--key', 'id', '--amount', 'refunded', '--json'],
      ]);
    const differs = await reconcile([...lines, '999,5.00']);
    expect(differs.code).toBe(1);
    expect(jsonOf(differs)).toMatchObject({
      counts: { same: 2, missing: 1, extra: 1 },
      ...{ requested: [{ amount: '6.30' }], accepted: [{ amount: '6.30' }], confirmed: '8.20' },
    });
    expect((await reconcile([...lines, '403993716000000002,3.10'])).code).toBe(0);
  });

  it('stops after the call under way on Ctrl+C, and resumes with the total of what is left', async () => {
    const cli = openCli();
    const data = fileOf(cli, 'refunds.csv', payuTable(3));
    const plan = ['payu/refund', '--data', data, '--confirm', '6.30', '--delay', '600000', '--json'];
    const running = cli.start(['batch', 'run', ...plan]);
    let settled = '';
    for (let tries = 0; tries < 100 && !settled.includes('pending'); tries += 1)
      settled = (await cli.run(['batch', 'rows', '1'])).stdout;
    running.child.kill('SIGINT');
    const stopped = await running.ended;
    expect(stopped.code).toBe(1);
    expect(jsonOf(stopped)).toMatchObject({ state: 'stopped', left: { rows: 2 } });
    const unconfirmed = await cli.run(['batch', 'resume', '1']);
    expect(unconfirmed.code).toBe(2);
    expect(unconfirmed.stderr).toContain('Type the total, 5.20.');
  });

  it.each([
    ['no verb', ['batch']],
    ['an unknown verb', ['batch', 'rnu']],
    ['no data file', ['batch', 'check', 'payu/refund']],
    ['a data file that is not there', ['batch', 'check', 'payu/refund', '--data', 'nothing.csv']],
    ['no such batch', ['batch', 'show', '7']],
    ['a path for an id', ['batch', 'resume', '../../x']],
    ['a state that is none', ['batch', 'rows', '1', '--state', 'done']],
    ['a limit that is no amount', ['batch', 'check', 'payu/refund', '--data', 'x', '--limit', '1,0']],
    ['a pair without a value', ['batch', 'check', 'payu/refund', '--data', 'x', '--map', 'payu.amount']],
  ])('%s is wrong use, in one sentence', async (_what, args) => {
    const run = await openCli().run(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expectSentence(run);
  });
});
