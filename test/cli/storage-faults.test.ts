import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';

import { acmeCredentials, openAcmePayu } from '../support/acme-payu.ts';
import { httpAnswer, type RawRequest } from '../support/raw-server.ts';
import { type Cli, type CliRun, expectSentence, jsonOf } from '../support/run-cli.ts';
import { mayMount, openSmallDisk, type SmallDisk } from '../support/small-disk.ts';

const queued = httpAnswer('{"status":1,"msg":"Refund Request Queued","request_id":"1","error_code":102}');
/** An answer that does not fit into what a log has left over. */
const long = httpAnswer(`{"status":1,"msg":"${'x'.repeat(500_000)}","request_id":"1","error_code":102}`);
const refund = ['send', 'payu/refund', '--env', 'acme', '--json'];

function accept({ socket }: RawRequest): void {
  socket.write(queued);
}

function idsOf(run: CliRun): readonly string[] {
  return (jsonOf(run) as readonly { id: string }[]).map(({ id }) => id);
}

describe.runIf(mayMount())('a full disk (needs the right to mount one)', () => {
  type OnDisk = { readonly disk: SmallDisk; readonly run: (args: readonly string[]) => Promise<CliRun> };

  const onDisk = (cli: Cli): OnDisk => {
    const disk = openSmallDisk();
    const env = { ...acmeCredentials, REFUND_WORKBENCH_DATA: disk.path };
    return { disk, run: (args) => cli.run(args, { env }) };
  };

  it(
    'refuses a send before anything leaves, and works again once there is space',
    { timeout: 60_000 },
    async () => {
      const { cli, provider } = await openAcmePayu('test', accept);
      const { disk, run } = onDisk(cli);
      expect((await run(refund)).code).toBe(0);
      const another = [...refund, '--set', 'payu.payuId=403993715529606984'];
      disk.fill();
      const refused = await run(another);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toMatch(
        /^The send cannot be recorded, so nothing was sent \(\S+\): the disk is full\. Free some space, then try again\.\n/,
      );
      expect(provider.connectionCount()).toBe(1);
      disk.free();
      expect(idsOf(await run(['history', 'list', '--json']))).toEqual(['1']);
      expect((await run(another)).code).toBe(0);
      expect(idsOf(await run(['history', 'list', '--json']))).toEqual(['2', '1']);
      const database = new DatabaseSync(join(disk.path, 'history.db'), { readOnly: true });
      onTestFinished(() => database.close());
      expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    },
  );

  it(
    'that fills up before the answer is there shows the answer, and keeps the refund as unknown',
    { timeout: 60_000 },
    async () => {
      const fill: { disk?: SmallDisk } = {};
      const { cli, provider } = await openAcmePayu('test', ({ socket }) => {
        fill.disk?.fill();
        socket.write(long);
      });
      const { disk, run } = onDisk(cli);
      fill.disk = disk;
      const sent = await run(refund);
      expect(sent.code).toBe(0);
      const { warnings } = jsonOf(sent) as { warnings: readonly { message: string }[] };
      expect(warnings.map(({ message }) => message)).toContain(
        `The outcome could not be recorded in the history (${join(disk.path, 'history.db')}): the disk is full.`,
      );
      disk.free();
      expect(idsOf(await run(['history', 'unresolved', '--json']))).toEqual(['1']);
      expect(jsonOf(await run(refund))).toMatchObject({ problems: [{ code: 'unknown-outcome' }] });
      expect(provider.requests).toHaveLength(1);
    },
  );
});

describe('two programs on one history', () => {
  it(
    'that send 20 requests each lose no record, and neither meets a lock',
    { timeout: 180_000 },
    async () => {
      const { cli, provider } = await openAcmePayu('test', accept);
      const sendMany = async (side: number): Promise<readonly CliRun[]> => {
        const runs: CliRun[] = [];
        for (let number = 0; number < 20; number += 1) {
          const set = ['--set', `payu.payuId=4039937155296069${side}${String(number).padStart(2, '0')}`];
          runs.push(await cli.run([...refund, ...set], { env: acmeCredentials }));
        }
        return runs;
      };
      const runs = (await Promise.all([sendMany(1), sendMany(2)])).flat();
      expect(runs.filter(({ code, stderr }) => code !== 0 || stderr !== '')).toEqual([]);
      expect(provider.requests).toHaveLength(40);
      const sent = runs.map((run) => (jsonOf(run) as { historyId: string }).historyId);
      expect(new Set(sent).size).toBe(40);
      const listed = idsOf(await cli.run(['history', 'list', '--limit', '100', '--json']));
      expect(listed.toSorted()).toEqual(sent.toSorted());
      expect(idsOf(await cli.run(['history', 'unresolved', '--json']))).toEqual([]);
    },
  );

  it(
    'of which one writes for more than five seconds: the other says so, and sends nothing',
    { timeout: 60_000 },
    async () => {
      const { cli, provider } = await openAcmePayu('test', accept);
      await cli.run(['history', 'list']);
      const writer = new DatabaseSync(join(cli.data, 'history.db'));
      writer.exec('BEGIN IMMEDIATE');
      const refused = await cli.run(refund.slice(0, -1), { env: acmeCredentials });
      writer.close();
      expect(refused.code).toBe(2);
      expectSentence(refused);
      expect(refused.stderr).toContain(
        'another program is using it, and did not let go within five seconds. Close the other program, then try again.',
      );
      expect(provider.connectionCount()).toBe(0);
      expect((await cli.run(refund, { env: acmeCredentials })).code).toBe(0);
    },
  );
});

describe('a damaged history', () => {
  it('is told on standard error, also beside the JSON of a list', async () => {
    const { cli } = await openAcmePayu('test', accept);
    const path = join(cli.data, 'history.db');
    writeFileSync(path, 'no history any more '.repeat(1000));
    const run = await cli.run(['history', 'list', '--json']);
    expect(run.code).toBe(0);
    expect(idsOf(run)).toEqual([]);
    expect(run.stderr).toMatch(/^The history was damaged \(\S+\)\. [^\n]+\n$/);
    expect(run.stderr).toContain('The guard against refunding twice may not know every earlier refund.');
    expect(readFileSync(`${path}.damaged-1`, 'utf8')).toContain('no history any more');
  });

  it('stops the first send, and lets the next one go', async () => {
    const { cli, provider } = await openAcmePayu('test', accept);
    writeFileSync(join(cli.data, 'history.db'), 'no history any more '.repeat(1000));
    const first = await cli.run(refund, { env: acmeCredentials });
    expect(first.code).toBe(2);
    expect(first.stderr).toMatch(/^The history was damaged /);
    expect(first.stderr).toContain('not every earlier refund may be known any more');
    expect(jsonOf(first)).toMatchObject({ problems: [{ code: 'storage' }] });
    expect(provider.connectionCount()).toBe(0);
    expect((await cli.run(refund, { env: acmeCredentials })).code).toBe(0);
    expect(provider.connectionCount()).toBe(1);
  });
});
