import { describe, expect, it } from 'vitest';

import { acmeCredentials, openAcmePayu } from '../support/acme-payu.ts';
import { httpAnswer, type RawServer } from '../support/raw-server.ts';
import { type Cli, type CliRun, expectSentence, jsonOf } from '../support/run-cli.ts';

const env = acmeCredentials;
const queued = httpAnswer('{"status":1,"msg":"Refund Request Queued","request_id":"1","error_code":102}');

/** An environment that points to a server of the test's own, and the same refund in it, sent with more options. */
async function openAcme(environmentClass: 'test' | 'production'): Promise<{
  readonly cli: Cli;
  readonly provider: RawServer;
  readonly refund: (...options: readonly string[]) => Promise<CliRun>;
}> {
  const { cli, provider } = await openAcmePayu(environmentClass, ({ socket }) => socket.write(queued));
  const refund = (...options: readonly string[]): Promise<CliRun> =>
    cli.run(['send', 'payu/refund', '--env', 'acme', ...options], { env });
  return { cli, provider, refund };
}

describe('the same refund again', () => {
  it('is stopped with exit 2 and a sentence that says what leads on, and goes out by it', async () => {
    const { provider, refund } = await openAcme('test');
    expect((await refund()).code).toBe(0);
    const again = await refund();
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expectSentence(again);
    expect(again.stderr).toContain('A refund of 23.12 of 403993715529606983 was sent before');
    expect(again.stderr).toContain('--repeat-of 1 sends it all the same.');
    expect(provider.requests).toHaveLength(1);
    expect((await refund('--repeat-of', '1')).code).toBe(0);
    expect((await refund('--repeat-of', '1')).code).toBe(2);
    expect(provider.requests).toHaveLength(2);
  });

  it('is foretold by a dry run, which sends nothing', async () => {
    const { provider, refund } = await openAcme('test');
    await refund();
    const dry = await refund('--dry-run', '--json');
    expect(dry.code).toBe(0);
    expect(jsonOf(dry)).toMatchObject({ dryRun: true, stops: [{ code: 'repeated-refund' }] });
    expect(provider.requests).toHaveLength(1);
  });
});

describe('production', () => {
  it('takes an armed command and the typed confirmation, and the audit trail holds both', async () => {
    const { cli, provider, refund } = await openAcme('production');
    for (const options of [
      [],
      ['--confirm', '6983'],
      ['--arm-production'],
      ['--arm-production', '--confirm', '1'],
    ]) {
      const refused = await refund(...options);
      expect(refused, options.join(' ')).toMatchObject({ code: 2, stdout: '' });
      expectSentence(refused);
    }
    expect(provider.connectionCount()).toBe(0);
    expect((await refund('--arm-production', '--confirm', '23.12')).code).toBe(0);
    expect(provider.requests).toHaveLength(1);
    const lines = (await cli.run(['audit', 'export', '--json'])).stdout.trim().split('\n');
    const acts = lines.map((line) => (JSON.parse(line) as { what: string }).what);
    expect(acts.slice(-3)).toEqual(['armed', 'sent', 'settled']);
    expect(acts.filter((what) => what === 'refused-by-rail')).toHaveLength(4);
    expect((await cli.run(['audit', 'verify'])).code).toBe(0);
  });

  it('lets a status call through without arming', async () => {
    const { cli, provider } = await openAcme('production');
    const run = await cli.run(['send', 'payu/refund-status', '--env', 'acme'], { env });
    expect(run.code).not.toBe(2);
    expect(provider.requests).toHaveLength(1);
  });

  it('is the only thing that can be armed', async () => {
    const { refund, provider } = await openAcme('test');
    const run = await refund('--arm-production');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('Acme is not production');
    expect(provider.connectionCount()).toBe(0);
  });
});
