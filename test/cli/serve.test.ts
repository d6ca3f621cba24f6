import { describe, expect, it } from 'vitest';

import { openCli, type RunningCli } from '../support/run-cli.ts';

async function addressOf(running: RunningCli): Promise<URL> {
  const line = await running.firstLine();
  const address = /^Refund Workbench is at (http:\S+)$/.exec(line)?.[1];
  if (address === undefined) throw new Error(`No address in: ${line}`);
  return new URL(address);
}

async function openSession({ origin, hash }: URL): Promise<Response> {
  const ticket = new URLSearchParams(hash.slice(1)).get('ticket');
  return fetch(`${origin}/session`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ticket }),
  });
}

describe('serve --no-open', () => {
  it('prints an address that opens the page, once', async () => {
    const running = openCli().start(['serve', '--no-open']);
    const address = await addressOf(running);
    expect(address.hostname).toBe('127.0.0.1');
    const page = await fetch(address.origin);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/^<!doctype html>/i);
    expect((await openSession(address)).status).toBe(200);
    expect((await openSession(address)).status).toBe(401);
  });

  it('serves the core on the folders that the command line uses', async () => {
    const cli = openCli();
    await cli.run(['send', 'payu/refund']);
    const address = await addressOf(cli.start(['serve', '--no-open']));
    const { key } = (await (await openSession(address)).json()) as { key: string };
    const answer = await fetch(`${address.origin}/call/workbench.describe`, {
      method: 'POST',
      headers: { Origin: address.origin, 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
      body: 'null',
    });
    expect(await answer.json()).toMatchObject({
      exchangeCount: 1,
      dataDirectory: cli.data,
      workspace: { path: cli.workspace },
    });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s with exit 0', async (signal) => {
    const running = openCli().start(['serve', '--no-open']);
    const address = await addressOf(running);
    await fetch(address.origin);
    running.child.kill(signal);
    const run = await running.ended;
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(
      'Open this address in a browser. It is good once, within a minute; stop with Ctrl+C.\n',
    );
    await expect(fetch(address.origin)).rejects.toThrow();
  });

  it('takes the port it is given', async () => {
    const cli = openCli();
    const first = cli.start(['serve', '--no-open']);
    const { port } = await addressOf(first);
    first.child.kill('SIGTERM');
    await first.ended;
    expect((await addressOf(cli.start(['serve', '--no-open', '--port', port]))).port).toBe(port);
  });
});
