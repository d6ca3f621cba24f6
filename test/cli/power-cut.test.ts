import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

import { httpAnswer, startRawServer } from '../support/raw-server.ts';
import { type Cli, jsonOf, openCli } from '../support/run-cli.ts';

const killer = pathToFileURL(join(import.meta.dirname, '..', 'support', 'kill-at.mjs')).href;
const credentials = {
  REFUND_WORKBENCH_SECRET_PAYU_ACCESSTOKEN: 'invented-token',
  REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'invented-secret',
};
const queued = httpAnswer('{"status":1,"msg":"Refund Request Queued","request_id":"1","error_code":102}');
const refund = ['send', 'payu/refund', '--env', 'acme', '--json'];

type Provider = Awaited<ReturnType<typeof startRawServer>>;

/** An environment of class test, where the guard stops, that points to a server of the test's own. */
async function openAcme(answer: (count: number) => Buffer | null): Promise<{ cli: Cli; provider: Provider }> {
  const cli = openCli();
  const provider = await startRawServer(({ socket, number }) => {
    const bytes = answer(number);
    if (bytes !== null) socket.write(bytes);
  });
  mkdirSync(join(cli.workspace, 'environments'));
  const values = {
    baseUrl: provider.origin,
    merchantId: '1',
    resellerId: '2',
    payuId: '403993715529606983',
    refundId: 'TICKET-1',
    amount: '23.12',
  };
  const lines = Object.entries(values).map(([name, value]) => `  payu.${name}: '${value}'`);
  const file = ["version: '1'", "name: 'Acme'", 'class: test', 'variables:', ...lines, 'secrets: []', ''];
  writeFileSync(join(cli.workspace, 'environments', 'acme.yaml'), file.join('\n'));
  return { cli, provider };
}

async function unresolved(cli: Cli): Promise<readonly { readonly id: string; readonly headline: string }[]> {
  const run = await cli.run(['history', 'unresolved', '--json']);
  return jsonOf(run) as readonly { id: string; headline: string }[];
}

describe('killed at any step, the next start tells the truth', () => {
  it.each([
    ['before the record', 0, 0],
    ['in the record', 0, 0],
    ['after the record', 0, 1],
    ['after the answer', 1, 1],
    ['in the outcome', 1, 1],
  ])('%s: %i requests left, %i may have happened', async (step, left, open) => {
    const { cli, provider } = await openAcme(() => queued);
    const env = { ...credentials, NODE_OPTIONS: `--import ${killer}`, KILL_AT: step };
    const killed = await cli.run(refund, { env });
    expect(killed).toMatchObject({ code: null, stdout: '' });
    expect(provider.requests).toHaveLength(left);
    const waiting = await unresolved(cli);
    expect(waiting).toHaveLength(open);
    const again = await cli.run(refund, { env: credentials });
    if (open === 0) {
      expect(again.code).toBe(0);
      return;
    }
    expect(waiting[0]?.headline).toBe('Outcome unknown: the answer was never recorded');
    expect(again.code).toBe(2);
    expect(jsonOf(again)).toMatchObject({
      problems: [{ code: 'unknown-outcome', stop: { exchangeId: waiting[0]?.id } }],
    });
    expect(provider.requests).toHaveLength(left);
  });

  it('while it waits for the answer: locked, until somebody decides', async () => {
    const { cli, provider } = await openAcme((count) => (count === 1 ? null : queued));
    const running = cli.start(refund, { env: credentials });
    await expect.poll(() => provider.requests.length).toBe(1);
    running.child.kill('SIGKILL');
    await running.ended;
    const [waiting] = await unresolved(cli);
    const id = waiting?.id ?? '';
    expect((await cli.run(refund, { env: credentials })).code).toBe(2);
    const decide = ['history', 'decide', id, '--not-happened', '--note', 'Not in their portal.'];
    expect((await cli.run(decide)).stdout).toContain('refused, user');
    expect(await unresolved(cli)).toEqual([]);
    expect((await cli.run(refund, { env: credentials })).code).toBe(0);
    expect(provider.requests).toHaveLength(2);
  });
});
