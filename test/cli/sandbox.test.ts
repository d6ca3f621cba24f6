import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { openWorkbench } from '../../electron/open-workbench.ts';
import { cheapVault } from '../support/cheap-vault.ts';
import { type Cli, expectSentence, jsonOf, openCli, type RunningCli } from '../support/run-cli.ts';

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

describe('sandbox scenarios', () => {
  it('--json prints what the sandbox of an API can be asked for', async () => {
    const run = await openCli().run(['sandbox', 'scenarios', 'front-payment', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const list = jsonOf(run) as readonly Record<string, unknown>[];
    for (const scenario of list) expect(Object.keys(scenario)).toEqual(['id', 'code', 'message', 'how']);
    expect(list[0]).toEqual({
      id: 'refund-requested',
      code: null,
      message: 'terminalOrderRefundRequestSuccessfully',
      how: 'by state',
    });
    expect(list).toContainEqual({
      id: 'something-went-wrong',
      code: null,
      message: 'somethingWentWrong',
      how: 'forced',
    });
  });

  it('prints a line for each to people, and how to ask', async () => {
    const { stdout } = await openCli().run(['sandbox', 'scenarios', 'payu']);
    expect(stdout).toMatch(/^ {2}214 +by state {2}214 Refund FAILURE - Two refunds/m);
    expect(stdout).toContain('send payu --scenario ID');
  });

  it.each([
    ['nothing more', ['scenarios']],
    ['an API that there is not', ['scenarios', 'payuu']],
    ['a word too many', ['reset', 'payu', 'now']],
  ])('with %s is refused in a sentence', async (_what, words) => {
    const run = await openCli().run(['sandbox', ...words]);
    expect(run.code).toBe(2);
    expectSentence(run);
  });
});

describe('send --scenario', () => {
  it.each([
    ['payu', '214', 1, 'refused'],
    ['payu/partial-refund', 'queued', 0, 'pending'],
    ['edubrite', '0154', 1, 'refused'],
    ['front-payment', 'something-went-wrong', 3, 'unknown'],
  ])('%s %s gets that answer of the catalog, with exit %i', async (target, id, code, verdict) => {
    const run = await openCli().run(['send', target, '--scenario', id, '--json']);
    expect(run.code).toBe(code);
    const { environment, catalog, ...sent } = jsonOf(run) as {
      environment: string;
      verdict: string;
      catalog: readonly { id: string }[];
    };
    expect(environment).toBe('sandbox');
    expect(sent.verdict).toBe(verdict);
    expect(catalog[0]?.id).toBe(id);
  });

  it.each([
    ['a misspelt id', ['send', 'payu/refund', '--scenario', 'invalid-hsh'], 'Did you mean invalid-hash?'],
    ['an entry that nothing answers with', ['send', 'payu', '--scenario', '501'], 'file upload'],
    [
      'a template of another call',
      ['send', 'payu/refund', '--scenario', 'status-queued'],
      'payu/refund-status',
    ],
    ['a template that there is not', ['send', 'payu/refnd', '--scenario', '214'], 'Did you mean refund?'],
  ])('with %s is refused in a sentence', async (_what, args, words) => {
    const run = await openCli().run(args);
    expect(run.code).toBe(2);
    expectSentence(run);
    expect(run.stderr).toContain(words);
  });

  it('goes to the sandbox also while another environment is active, unless one is named', async () => {
    const cli = openCli();
    mkdirSync(join(cli.workspace, 'environments'));
    writeFileSync(
      join(cli.workspace, 'environments', 'acme.yaml'),
      "version: '1'\nname: Acme\nclass: test\nvariables:\n  payu.baseUrl: https://refunds.example.com\n",
    );
    await activate(cli, 'acme');
    const run = await cli.run(['send', 'payu', '--scenario', '214', '--json']);
    expect(jsonOf(run)).toMatchObject({ environment: 'sandbox', verdict: 'refused' });
    const dry = await cli.run(['send', 'payu', '--scenario', '214', '--env', 'acme', '--dry-run', '--json']);
    expect(jsonOf(dry)).toMatchObject({ environment: 'acme' });
  });

  it('shows the header before anything is sent', async () => {
    const run = await openCli().run(['send', 'payu', '--scenario', '214', '--dry-run']);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stdout).toContain('X-Sandbox-Scenario: 214');
  });
});

/** Makes an environment the active one, as the window does. */
async function activate({ data, workspace }: Cli, id: string): Promise<void> {
  const opened = openWorkbench({
    environment: { REFUND_WORKBENCH_DATA: data },
    workspace,
    sandboxPort: 0,
    anyOtherPort: true,
    vault: cheapVault,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const activated = await opened.value.handlers['environment.activate']({ id });
  await opened.value.close();
  expect(activated).toMatchObject({ ok: true });
}
