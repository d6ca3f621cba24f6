import { describe, expect, it } from 'vitest';

import { jsonOf, openCli, type RunningCli } from '../support/run-cli.ts';

type Running = {
  readonly origin: string;
  readonly apis: readonly {
    id: string;
    baseUrl: string;
    credentials: Record<string, string>;
    transactions: readonly { id: string; title: string; state: string }[];
  }[];
};

async function describeOf(running: RunningCli): Promise<Running> {
  return JSON.parse(await running.firstLine()) as Running;
}

/** A refund as any HTTP client sends it, with what the sandbox printed and nothing else. */
async function refundOutside({ apis }: Running): Promise<Response> {
  const api = apis.find(({ id }) => id === 'front-payment');
  return fetch(`${api?.baseUrl}/connect/terminal/orders/refund/${api?.transactions[0]?.id}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${api?.credentials['front-payment.token']}`,
    },
    body: '{"type":"regular","grandTotal":42,"products":[{"id":12,"amount":42}],"isReversal":false}',
  });
}

describe('sandbox', () => {
  it('--json prints one line with all that a client needs, and works with a plain HTTP client', async () => {
    const running = openCli().start(['sandbox', '--json']);
    const description = await describeOf(running);
    expect(description.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(description.apis.map(({ id }) => id).toSorted()).toEqual([
      'digipay',
      'edubrite',
      'front-payment',
      'luminate',
      'payu',
    ]);
    for (const { id, baseUrl, credentials, transactions } of description.apis) {
      expect(baseUrl).toMatch(new RegExp(`^${description.origin}/${id}`));
      expect(Object.keys(credentials), id).not.toEqual([]);
      expect(transactions, id).not.toEqual([]);
    }
    expect((await refundOutside(description)).status).toBe(202);
    running.child.kill('SIGTERM');
    const run = await running.ended;
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops on %s with exit 0, also while a client is connected',
    async (signal) => {
      const running = openCli().start(['sandbox', '--json']);
      const description = await describeOf(running);
      await refundOutside(description);
      running.child.kill(signal);
      expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
      await expect(refundOutside(description)).rejects.toThrow();
    },
  );

  it('listens on the port it is given', async () => {
    const cli = openCli();
    const first = cli.start(['sandbox', '--json']);
    const { origin } = await describeOf(first);
    first.child.kill('SIGTERM');
    await first.ended;
    const second = cli.start(['sandbox', '--json', '--port', new URL(origin).port]);
    expect((await describeOf(second)).origin).toBe(origin);
  });

  it('shares its ledger with the commands, and a reset puts it back', async () => {
    const cli = openCli();
    const description = await describeOf(cli.start(['sandbox', '--json']));
    expect((await refundOutside(description)).status).toBe(202);
    expect((await cli.run(['send', 'front-payment/refund'])).code).toBe(1);
    expect((await cli.run(['sandbox', 'reset'])).stdout).toBe(
      'The sandbox is back to its demo transactions.\n',
    );
    expect((await refundOutside(description)).status).toBe(202);
  });

  it('keeps its ledger after it was stopped', async () => {
    const cli = openCli();
    const running = cli.start(['sandbox', '--json']);
    await refundOutside(await describeOf(running));
    running.child.kill('SIGTERM');
    await running.ended;
    expect((await cli.run(['send', 'front-payment/refund'])).code).toBe(1);
  });

  it('prints for people the base URL, credentials and transactions of every API', async () => {
    const running = openCli().start(['sandbox']);
    expect(await running.firstLine()).toMatch(
      /^Sandbox on http:\/\/127\.0\.0\.1:\d+, until you stop it with Ctrl\+C\./,
    );
    running.child.kill('SIGTERM');
    const { stdout } = await running.ended;
    for (const name of ['payu', 'luminate', 'front-payment', 'digipay', 'edubrite']) {
      expect(stdout).toMatch(new RegExp(`^  ${name}\\.baseUrl = http://127\\.0\\.0\\.1:\\d+/${name}`, 'm'));
    }
    expect(stdout).toContain('  403993715529606983  ');
  });

  it('needs no window or page: a send starts it by itself and stops it', async () => {
    const cli = openCli();
    const run = await cli.run(['send', 'payu/refund', '--json']);
    const { request } = jsonOf(run) as { request: { url: string } };
    await expect(fetch(request.url)).rejects.toThrow();
  });
});
