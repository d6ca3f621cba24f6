import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { PendingRefund, SandboxLogEntry, SandboxState } from '../../shared/model/sandbox.ts';
import { type Cli, expectSentence, jsonOf, openCli, type RunningCli } from '../support/run-cli.ts';

const order = 'ODR1000000001';

async function originOf(running: RunningCli): Promise<string> {
  return (JSON.parse(await running.firstLine()) as { origin: string }).origin;
}

async function startSandbox(cli: Cli, args: readonly string[] = []): Promise<string> {
  return originOf(cli.start(['sandbox', '--json', ...args]));
}

/** The demo refund of a terminal order, as any client sends it. */
function refund(origin: string): Promise<Response> {
  return fetch(`${origin}/front-payment/api/v1/connect/terminal/orders/refund/${order}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: 'Bearer sandbox-token-not-a-real-one',
    },
    body: '{"type":"regular","grandTotal":42,"products":[{"id":12,"amount":42}],"isReversal":false}',
  });
}

const statusOf = async (origin: string): Promise<number> => (await refund(origin)).status;

async function sandboxJson(cli: Cli, ...args: readonly string[]): Promise<unknown> {
  const run = await cli.run(['sandbox', ...args, '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return jsonOf(run);
}

async function text(cli: Cli, ...args: readonly string[]): Promise<string> {
  const run = await cli.run(['sandbox', ...args]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return run.stdout;
}

/** The refunds of the terminal that wait for their end. */
async function pendingOf(cli: Cli): Promise<readonly PendingRefund[]> {
  const { apis } = (await sandboxJson(cli, 'state', 'front-payment')) as SandboxState;
  return apis.flatMap(({ pending }) => pending);
}

/** Ports that nobody uses now. */
async function freePorts(count: number): Promise<readonly string[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
    }),
  );
  return Promise.all(
    servers.map((server) => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? String(address.port) : '';
      return new Promise<string>((resolve) => server.close(() => resolve(port)));
    }),
  );
}

describe('a sandbox that runs', () => {
  it('meets what a command sets at its next request', async () => {
    const cli = openCli();
    const origin = await startSandbox(cli);
    await text(cli, 'fault', 'status 503', '--api', 'front-payment', '--next', '1');
    expect(await statusOf(origin)).toBe(503);
    expect(await sandboxJson(cli, 'fault')).toMatchObject({ faults: [] });
    await text(cli, 'pick', 'front-payment', 'something-went-wrong');
    const picked = await refund(origin);
    expect(picked.headers.get('X-Sandbox-How')).toBe('forced');
    expect(await sandboxJson(cli, 'pick')).toEqual({ picks: [] });
    expect(await statusOf(origin)).toBe(202);
    expect(await statusOf(origin)).not.toBe(202);
    await text(cli, 'reset', 'front-payment');
    expect(await statusOf(origin)).toBe(202);
  });

  it('ends refunds by hand, or when the time of its clock has come', async () => {
    const cli = openCli();
    const origin = await startSandbox(cli);
    await text(cli, 'settle', 'front-payment', 'success');
    expect(await text(cli, 'settle', 'front-payment', 'success')).toMatch(
      /^No refund of .* waits for its end/,
    );
    expect(await statusOf(origin)).toBe(202);
    const [waiting] = await pendingOf(cli);
    expect(waiting).toMatchObject({ title: expect.stringContaining(order) as string });
    const id = waiting?.id ?? '';
    expect(await sandboxJson(cli, 'settle', 'front-payment', id, 'failure')).toEqual({
      settled: [waiting],
      outcome: 'failure',
    });
    await text(cli, 'settling', 'after', '5m', 'failure');
    expect(await statusOf(origin)).toBe(202);
    await text(cli, 'clock', 'advance', '4m');
    expect(await pendingOf(cli)).toHaveLength(1);
    expect(await statusOf(origin)).not.toBe(202);
    await text(cli, 'clock', 'advance', '1m');
    expect(await statusOf(origin)).toBe(202);
  });

  it('keeps a log of every request, which a command shows and follows', async () => {
    const cli = openCli();
    const origin = await startSandbox(cli);
    await refund(origin);
    const follower = cli.start(['sandbox', 'log', '--follow', '--json']);
    await follower.firstLine();
    await refund(origin);
    await waitFor(() => follower.stdout().trimEnd().split('\n').length === 2);
    follower.child.kill('SIGINT');
    const followed = await follower.ended;
    expect(followed).toMatchObject({ code: 0, stderr: '' });
    const lines = followed.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as SandboxLogEntry);
    expect(lines.map(({ number, api, method, status }) => ({ number, api, method, status }))).toEqual([
      { number: 1, api: 'front-payment', method: 'POST', status: 202 },
      { number: 2, api: 'front-payment', method: 'POST', status: lines[1]?.status },
    ]);
    expect(await sandboxJson(cli, 'log')).toEqual(lines);
    expect(await sandboxJson(cli, 'log', '--limit', '1')).toEqual(lines.slice(1));
    const shown = await text(cli, 'log');
    expect(shown).toContain(`POST /front-payment/api/v1/connect/terminal/orders/refund/${order}  202  `);
    for (const check of lines.flatMap(({ checks }) => checks)) {
      expect(shown).toContain(`${check.passed ? '✓' : '✗'} ${check.title}`);
      if (check.why !== null) expect(shown).toContain(check.why);
    }
    expect(shown).not.toContain('sandbox-token-not-a-real-one');
    await text(cli, 'log', 'clear');
    expect(await sandboxJson(cli, 'log')).toEqual([]);
  });

  it('--fresh begins with the demo transactions, and not where the port is taken', async () => {
    const cli = openCli();
    const [port = ''] = await freePorts(1);
    const first = cli.start(['sandbox', '--json', '--port', port]);
    const origin = await originOf(first);
    expect(await statusOf(origin)).toBe(202);
    const second = await cli.run(['sandbox', '--fresh', '--port', port]);
    expect(second.code).toBe(2);
    expect(second.stderr).toContain(`Port ${port} is in use.`);
    expect(await statusOf(origin)).not.toBe(202);
    first.child.kill('SIGTERM');
    await first.ended;
    expect(await statusOf(await startSandbox(cli, ['--port', port, '--fresh']))).toBe(202);
  });
});

describe('sandboxes on different ports', () => {
  it('share neither ledger nor clock, rules or log, side by side', async () => {
    const cli = openCli();
    const [left = '', right = ''] = await freePorts(2);
    const origins = await Promise.all([
      startSandbox(cli, ['--port', left]),
      startSandbox(cli, ['--port', right]),
    ]);
    expect(await statusOf(origins[0])).toBe(202);
    expect(await statusOf(origins[0])).not.toBe(202);
    expect(await statusOf(origins[1])).toBe(202);
    await text(cli, 'clock', 'set', '2030-01-01', '--port', left);
    await text(cli, 'fault', 'status 500', '--port', left);
    const states = await Promise.all(
      [['--port', left], ['--port', right], []].map(
        async (port) => (await sandboxJson(cli, 'state', ...port)) as SandboxState,
      ),
    );
    expect(states.map(({ now }) => now.startsWith('2030-01-01'))).toEqual([true, false, false]);
    expect(states.map(({ controls }) => controls.rules.length)).toEqual([1, 0, 0]);
    expect(await statusOf(origins[1])).not.toBe(500);
    expect(await sandboxJson(cli, 'log', '--port', right)).toHaveLength(2);
    expect(await sandboxJson(cli, 'log')).toEqual([]);
    expect((await cli.run(['send', 'front-payment/refund'])).code).toBe(0);
    const there = `payu.baseUrl=${origins[1]}/payu/apilayer`;
    expect((await cli.run(['send', 'payu/refund', '--set', there])).code).toBe(0);
    expect(await sandboxJson(cli, 'log', '--port', right)).toHaveLength(3);
    expect(existsSync(join(cli.data, `sandbox-${left}.db`))).toBe(true);
  });

  it('on the usual port it is the one of the window and of send', async () => {
    const cli = openCli();
    await text(cli, 'clock', 'set', '2031-05-06', '--port', '4010');
    expect(await text(cli, 'clock')).toContain('The clock says 2031-05-06T00:00');
    expect(await text(cli, 'clock', '--port', '0')).toContain('The clock says 2031-05-06T00:00');
    expect(await text(cli, '--port', '4020', 'clock')).not.toContain('2031');
  });
});

describe('a sandbox that does not run', () => {
  it('has a clock that is moved, stopped and put back', async () => {
    const cli = openCli();
    await sandboxJson(cli, 'clock', 'set', '2026-01-31 12:00+05:30');
    expect(await sandboxJson(cli, 'clock', 'stop')).toMatchObject({ stopped: true });
    await text(cli, 'clock', 'advance', '1h30m');
    const stopped = (await sandboxJson(cli, 'clock', 'back', '30m')) as { now: string };
    expect(stopped.now).toMatch(/^2026-01-31T07:3\d/);
    expect(await text(cli, 'clock')).toBe(`The clock says ${stopped.now}, and stands still.\n`);
    expect(await text(cli, 'clock', 'run')).toMatch(/ behind this machine\.\n$/);
    expect(await text(cli, 'clock', 'reset')).toMatch(/, with this machine\.\n$/);
  });

  it('keeps faults and picks, which are listed and cleared one by one or all', async () => {
    const cli = openCli();
    await text(cli, 'fault', 'delay', '2s', '--api', 'payu', '--next', '3', '--meets', 'everything');
    await text(cli, 'pick', 'payu', '214');
    await text(cli, 'fault', 'cut-after');
    expect(await sandboxJson(cli, 'fault')).toMatchObject({
      faults: [
        { id: '1', fault: 'delay 2s', api: 'payu', meets: 'everything', next: 3 },
        { id: '3', fault: 'cut-after', api: null, meets: 'calls', next: null },
      ],
    });
    expect(await sandboxJson(cli, 'pick')).toEqual({
      picks: [{ id: '2', api: 'payu', entry: '214', next: 1 }],
    });
    expect(await text(cli, 'fault')).toMatch(/delay 2s {2}\(payu, logins, too, 3 times\)[^]*redirect https:/);
    const wrong = await cli.run(['sandbox', 'fault', 'clear', '2']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('There is no fault 2. Use one of: 1, 3.');
    await text(cli, 'fault', 'clear', '1');
    await text(cli, 'fault', 'clear');
    expect(await sandboxJson(cli, 'fault')).toMatchObject({ faults: [] });
    expect(await text(cli, 'pick', 'clear', '2')).toBe('No answers are picked.\n');
  });

  it('says how refunds end that were only accepted', async () => {
    const cli = openCli();
    expect(await sandboxJson(cli, 'settling')).toEqual({ after: null, outcome: 'success' });
    expect(await sandboxJson(cli, 'settling', 'after', '5s', 'failure')).toEqual({
      after: '5s',
      outcome: 'failure',
    });
    expect(await text(cli, 'settling')).toContain('end after 5s: failure');
    expect(await text(cli, 'settling', 'hand')).toContain('by hand');
  });

  it('goes into a file and comes back as it was', async () => {
    const cli = openCli();
    const file = join(cli.workspace, 'snapshot.json');
    expect((await cli.run(['send', 'front-payment/refund'])).code).toBe(0);
    await text(cli, 'fault', 'html', '--next', '2');
    const before = await sandboxJson(cli, 'state');
    expect(await text(cli, 'snapshot', 'save', file)).toBe(`The snapshot is in ${file}.\n`);
    const again = await cli.run(['sandbox', 'snapshot', 'save', file]);
    expect(again.stderr).toBe(
      `The file ${file} is there already. Choose another name, or write --force to replace it.\n`,
    );
    await text(cli, 'reset');
    await text(cli, 'snapshot', 'load', file);
    expect(withoutNow(await sandboxJson(cli, 'state'))).toEqual(withoutNow(before));
    const saved: unknown = JSON.parse(readFileSync(file, 'utf8'));
    await text(cli, 'snapshot', 'save', file, '--force');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(saved);
  });

  it('takes a seed in YAML, and says where a wrong one is wrong', async () => {
    const cli = openCli();
    const file = join(cli.workspace, 'seed.yaml');
    writeFileSync(file, 'format: refund-workbench-sandbox\nversion: 1\napis:\n  pay:\n    refunds: []\n');
    const wrong = await cli.run(['sandbox', 'snapshot', 'load', file]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('apis.pay: there is no such API; they are');
    expectSentence(wrong);
  });
});

describe('a mistake in a sandbox command', () => {
  it.each([
    [['state', 'payuu'], 'Did you mean payu?'],
    [['state', '--records', '0'], '--records 0 is not a whole number from 1 to 500'],
    [['stat'], 'Did you mean state?'],
    [['--fres'], 'There is no option --fres. Did you mean --fresh?'],
    [['state', '--port', '70000'], '--port 70000 is not a whole number'],
    [['log', 'clean'], '"clean" is one word too many'],
    [['clock', 'advanc', '5m'], 'Did you mean advance?'],
    [['clock', 'advance'], '"" is not a duration such as 250ms'],
    [['clock', 'advance', '9999d'], '"9999d" is more than ten years'],
    [['clock', 'set', '2026-02-31'], '"2026-02-31" is no time'],
    [['clock', 'stop', 'now'], '"now" is too much'],
    [['fault', 'delai', '2s'], 'Did you mean delay?'],
    [['fault', 'delay'], 'Delay needs a value; write it as in "delay 2s"'],
    [['fault', '--api', 'payu'], 'Say which fault'],
    [['fault', 'html', '--meets', 'login'], 'Did you mean logins?'],
    [['fault', 'html', '--api', 'pay'], 'Did you mean payu?'],
    [['fault', 'html', '--next', '0'], '--next 0 is not a whole number'],
    [['pick', 'payu'], 'Say which answer'],
    [['pick', 'payu', 'invalid-hsh'], 'Did you mean invalid-hash?'],
    [['settle', 'payu'], 'Something is missing'],
    [['settle', 'front-payment', 'sucess'], 'Did you mean success?'],
    [['settle', 'front-payment', 'no-such', 'success'], 'No refund no-such of'],
    [['settling', 'after', '5s'], 'Say how refunds end'],
    [['settling', 'hnd'], 'Did you mean hand?'],
    [['snapshot', 'lod', 'file'], 'Did you mean load?'],
    [['snapshot', 'load', '/nowhere/at/all'], 'The snapshot cannot be read (/nowhere/at/all)'],
  ] as const)('%j is said in a sentence', async (args, words) => {
    const run = await openCli().run(['sandbox', ...args]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(words);
    expectSentence(run);
  });
});

function withoutNow(state: unknown): unknown {
  return { ...(state as SandboxState), now: '' };
}

/** Looks now and then; the test's own time limit ends it. */
async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}
