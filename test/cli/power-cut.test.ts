import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

import { acmeCredentials, openAcmePayu } from '../support/acme-payu.ts';
import { httpAnswer } from '../support/raw-server.ts';
import { type Cli, jsonOf } from '../support/run-cli.ts';

const killer = pathToFileURL(join(import.meta.dirname, '..', 'support', 'kill-at.mjs')).href;
const queued = httpAnswer('{"status":1,"msg":"Refund Request Queued","request_id":"1","error_code":102}');
const refund = ['send', 'payu/refund', '--env', 'acme', '--json'];

/** Of class test, where the guard stops; `null` leaves a request without an answer. */
const openAcme = (answer: (count: number) => Buffer | null): ReturnType<typeof openAcmePayu> =>
  openAcmePayu('test', ({ socket, number }) => {
    const bytes = answer(number);
    if (bytes !== null) socket.write(bytes);
  });

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
    const env = { ...acmeCredentials, NODE_OPTIONS: `--import ${killer}`, KILL_AT: step };
    const killed = await cli.run(refund, { env });
    expect(killed).toMatchObject({ code: null, stdout: '' });
    expect(provider.requests).toHaveLength(left);
    const waiting = await unresolved(cli);
    expect(waiting).toHaveLength(open);
    const again = await cli.run(refund, { env: acmeCredentials });
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
    const running = cli.start(refund, { env: acmeCredentials });
    await expect.poll(() => provider.requests.length, { timeout: 10_000 }).toBe(1);
    running.child.kill('SIGKILL');
    await running.ended;
    const [waiting] = await unresolved(cli);
    const id = waiting?.id ?? '';
    expect((await cli.run(refund, { env: acmeCredentials })).code).toBe(2);
    const decide = ['history', 'decide', id, '--not-happened', '--note', 'Not in their portal.'];
    expect((await cli.run(decide)).stdout).toContain('refused, user');
    expect(await unresolved(cli)).toEqual([]);
    expect((await cli.run(refund, { env: acmeCredentials })).code).toBe(0);
    expect(provider.requests).toHaveLength(2);
  });
});
