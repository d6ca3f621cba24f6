import { expect, it } from 'vitest';

import { acmeCredentials, openAcmePayu } from '../support/acme-payu.ts';
import { httpAnswer } from '../support/raw-server.ts';
import { type CliRun, expectSentence, jsonOf, openCli } from '../support/run-cli.ts';

type Entry = {
  readonly id: string;
  readonly api: string;
  readonly verdict: string;
  readonly startedAt: string;
};

function entriesOf(run: CliRun): readonly Entry[] {
  return jsonOf(run) as readonly Entry[];
}

it('history list goes newest first, for scripts and for people', async () => {
  const cli = openCli();
  await cli.run(['send', 'payu/refund']);
  await cli.run(['send', 'luminate/refund', '--set', 'luminate.loginPassword=wrong']);
  const run = await cli.run(['history', 'list', '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const entries = entriesOf(run);
  expect(entries.map(({ id, api, verdict }) => [id, api, verdict])).toEqual([
    ['2', 'luminate', 'refused'],
    ['1', 'payu', 'pending'],
  ]);
  for (const { startedAt } of entries) expect(startedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const { stdout } = await cli.run(['history', 'list']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^ +2 {2}\S+ {2}403 refused {2}Local sandbox {2}luminate\/refund {2}Refused: /);
  expect(lines[1]).toMatch(/^ +1 {2}\S+ {2}200 pending {2}Local sandbox {2}payu\/refund {2}/);
});

it('history list --limit gives the newest only', async () => {
  const cli = openCli();
  for (const _ of [1, 2, 3]) await cli.run(['send', 'payu/refund-status']);
  const run = await cli.run(['history', 'list', '--limit', '2', '--json']);
  expect(entriesOf(run).map(({ id }) => id)).toEqual(['3', '2']);
});

it('history show gives what send gave', async () => {
  const cli = openCli();
  for (const api of ['payu', 'edubrite', 'digipay', 'luminate', 'front-payment']) {
    const sent = await cli.run(['send', `${api}/refund`, '--json']);
    const { historyId } = jsonOf(sent) as { historyId: string };
    const shown = await cli.run(['history', 'show', historyId, '--json']);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    const { refunds, ...exchange } = jsonOf(shown) as { refunds: unknown };
    expect(exchange, api).toEqual(jsonOf(sent));
    expect(refunds).toMatchObject([{ exchangeId: historyId, api, target: 'sandbox', decision: null }]);
  }
});

it('history show says for people what was sent, what came back and what it means', async () => {
  const cli = openCli();
  const sent = await cli.run(['send', 'payu/refund']);
  const shown = await cli.run(['history', 'show', '1']);
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toBe(`${sent.stdout}  Refund        403993715529606983 · 500.00 · pending\n`);
});

it('an empty history is said to be empty', async () => {
  const cli = openCli();
  expect(await cli.run(['history', 'list'])).toEqual({
    code: 0,
    stderr: '',
    stdout: 'Nothing has been sent yet.\n',
  });
  expect(jsonOf(await cli.run(['history', 'list', '--json']))).toEqual([]);
});

it('two sends at once are both kept', async () => {
  const cli = openCli();
  const ids = ['R-1', 'R-2', 'R-3'];
  const runs = await Promise.all(
    ids.map((id) =>
      cli.run([
        'send',
        'payu/refund',
        '--set',
        `payu.refundId=${id}`,
        '--set',
        `payu.amount=1${id.slice(2)}.00`,
      ]),
    ),
  );
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(entriesOf(await cli.run(['history', 'list', '--json']))).toHaveLength(3);
});

it('history curl writes the request for a shell: secrets as variables, or in it where that is asked for', async () => {
  const { cli } = await openAcmePayu('test', ({ socket }) => void socket.end(httpAnswer('{}')));
  await cli.run(['send', 'payu/refund', '--env', 'acme'], { env: acmeCredentials });
  const plain = await cli.run(['history', 'curl', '1']);
  expect(plain).toMatchObject({ code: 0, stderr: '' });
  expect(plain.stdout).toMatch(/^# Sending this moves money/);
  expect(plain.stdout).toContain('"${PAYU_ACCESSTOKEN:?set it first}"');
  expect(plain.stdout).not.toContain('invented-');
  const whole = await cli.run(['history', 'curl', '1', '--with-secrets'], { env: acmeCredentials });
  expect(whole).toMatchObject({ code: 0, stderr: '' });
  expect(whole.stdout).toContain("'Authorization: Bearer invented-token'");
  const locked = await cli.run(['history', 'curl', '1', '--with-secrets']);
  expect(locked).toMatchObject({ code: 2, stdout: '' });
  expect(locked.stderr).toContain('payu.accessToken');
  const audit = await cli.run(['audit', 'export']);
  expect(audit.stdout).toContain('secrets-copied');
  expect(audit.stdout).not.toContain('invented-');
});

it('history curl of an entry that does not exist is a sentence', async () => {
  const run = await openCli().run(['history', 'curl', '77']);
  expect(run.code).toBe(2);
  expectSentence(run);
});
