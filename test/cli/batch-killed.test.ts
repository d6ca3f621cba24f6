import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';

import { openWorkbench } from '../../electron/open-workbench.ts';
import { findApi } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import { type Cli, jsonOf, openCli } from '../support/run-cli.ts';
import { sandboxStateOf } from '../support/sandbox-state.ts';
import { valueOf } from '../support/value-of.ts';

/** How many refunds; `REFUND_WORKBENCH_BATCH_ROWS=10000` makes it the full proof, which takes some minutes. */
const rowCount = Number(process.env['REFUND_WORKBENCH_BATCH_ROWS'] ?? 300);

const kills = 20;

/** A sandbox in a process and a folder of its own, which nothing kills, and an environment that points to it. */
async function openTestEnvironment(
  cli: Cli,
): Promise<{ readonly sandbox: Cli; readonly env: Record<string, string> }> {
  const sandbox = openCli();
  const running = sandbox.start(['sandbox', '--json']);
  const { origin } = JSON.parse(await running.firstLine()) as { origin: string };
  const { variables, basePath } = sandboxes.get('payu') ?? { variables: {}, basePath: '' };
  const secrets = findApi('payu')?.variables.filter(({ secret }) => secret) ?? [];
  const isSecret = (name: string): boolean => secrets.some((spec) => spec.name === name);
  const plain = Object.entries({ ...variables, 'payu.baseUrl': `${origin}/payu${basePath}` }).filter(
    ([name]) => !isSecret(name),
  );
  const lines = plain.map(([name, value]) => `  ${name}: '${value}'`);
  mkdirSync(join(cli.workspace, 'environments'));
  writeFileSync(
    join(cli.workspace, 'environments', 'acme.yaml'),
    ["version: '1'", 'name: Acme', 'class: test', 'variables:', ...lines, ''].join('\n'),
  );
  const env = Object.entries(variables).flatMap(([name, value]) =>
    isSecret(name)
      ? [[`REFUND_WORKBENCH_SECRET_${name.replace('.', '_').toUpperCase()}`, value] as const]
      : [],
  );
  return { sandbox, env: Object.fromEntries(env) };
}

type LedgerRefund = { readonly refundId: string; readonly payuId: string; readonly amount: string };

/** What the sandbox itself wrote down, but for what stands in a fresh ledger. */
function refundsInLedger({ data }: Cli): readonly LedgerRefund[] {
  const refundsOf = (state: unknown): readonly LedgerRefund[] =>
    (state as { readonly refunds: readonly LedgerRefund[] }).refunds;
  const standing = new Set(refundsOf(sandboxes.get('payu')?.seed()).map(({ refundId }) => refundId));
  return refundsOf(sandboxStateOf(data, 'payu')).filter(({ refundId }) => !standing.has(refundId));
}

/** Rows that a batch is done with, as its journal says while it runs. */
function settledRows({ data }: Cli): number {
  try {
    const database = new DatabaseSync(join(data, 'batches.db'), { readOnly: true });
    const row = database
      .prepare("SELECT count(*) AS n FROM batch_row WHERE state NOT IN ('ready', 'not-sent', 'sending')")
      .get();
    database.close();
    return Number(row?.['n'] ?? 0);
  } catch {
    return 0;
  }
}

/** Runs a command and kills it a moment after so many rows are settled. Gives whether it lived long enough for that. */
async function killAfter(
  cli: Cli,
  args: readonly string[],
  env: Record<string, string>,
  rows: number,
): Promise<boolean> {
  const running = cli.start(args, { env });
  while (running.child.exitCode === null && settledRows(cli) < rows) await pause(15);
  // The moment within the calls that follow is left to chance.
  await pause(Math.random() * 40);
  const killed = running.child.kill('SIGKILL');
  const { stderr } = await running.ended;
  if (!killed) expect(stderr).toContain('is under way');
  return killed;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

it(
  `SIGKILL at ${kills} moments of a batch of ${rowCount} rows, resumed each time, sends every row exactly once`,
  { timeout: 180_000 + rowCount * 300 },
  async () => {
    const cli = openCli();
    const { sandbox, env } = await openTestEnvironment(cli);
    const file = join(cli.workspace, 'refunds.csv');
    const expected = Array.from({ length: rowCount }, (_, index) => ({
      refundId: `R-${index}`,
      payuId: `4039937160${String(index).padStart(8, '0')}`,
      amount: `${(index % 900) + 1}.10`,
    }));
    const lines = expected.map(({ payuId, amount, refundId }) => `${payuId},${amount},${refundId}`);
    writeFileSync(file, ['payuId,amount,refundId', ...lines].join('\n'));
    const target = ['payu/refund', '--data', file, '--env', 'acme'];
    const check = await cli.run(['batch', 'check', ...target, '--json'], { env });
    const { confirmation } = jsonOf(check) as { confirmation: { text: string } };
    const observer = valueOf(
      openWorkbench({
        environment: { REFUND_WORKBENCH_DATA: cli.data },
        workspace: cli.workspace,
        sandboxPort: 0,
        anyOtherPort: true,
      }),
    );
    onTestFinished(() => observer.close());
    const moments = Array.from({ length: kills }, () => Math.floor(Math.random() * rowCount * 0.8)).toSorted(
      (left, right) => left - right,
    );
    onTestFinished(({ task }) => {
      if (task.result?.state === 'fail') process.stderr.write(`Kills after rows ${moments.join(', ')}.\n`);
    });

    let [killCount, unknownCount] = [0, 0];
    let args = ['batch', 'run', ...target, '--confirm', confirmation.text];
    for (const moment of moments) {
      if (await killAfter(cli, args, env, Math.max(moment, settledRows(cli) + 1))) killCount += 1;
      // Its next look, from another program, finds out what became of the call under way.
      const batch = valueOf(await observer.handlers['batch.get']({ id: '1' }));
      if (batch === null) throw new Error('There is no batch');
      const { state, counts, left } = batch;
      expect(state).toBe('broken-off');
      expect(counts.sending + counts.refused + counts.invalid).toBe(0);
      unknownCount = counts.unknown;
      args = ['batch', 'resume', '1', '--confirm', left?.confirmation.text ?? ''];
    }
    expect(killCount).toBe(kills);
    expect(unknownCount).toBeLessThanOrEqual(kills);
    const result = join(cli.workspace, 'result.csv');
    const last = await cli.run([...args, '--resolve', '--result', result, '--json'], { env });
    expect(last.code, last.stderr).toBe(0);
    expect(jsonOf(last)).toMatchObject({
      state: 'done',
      counts: { pending: rowCount, unknown: 0, ready: 0 },
    });

    const sent = refundsInLedger(sandbox).map(({ refundId, payuId, amount }) => ({
      refundId,
      payuId,
      amount,
    }));
    const inOrder = (refunds: readonly LedgerRefund[]): readonly string[] =>
      refunds.map(({ refundId, payuId, amount }) => `${refundId} ${payuId} ${amount}`).toSorted();
    expect(inOrder(sent)).toEqual(inOrder(expected));
    const written = readFileSync(result, 'utf8').trimEnd().split('\r\n').slice(1);
    expect(written.map((line) => line.split(',').slice(0, 4).join(','))).toEqual(
      lines.map((line) => `${line},pending`),
    );
  },
);
