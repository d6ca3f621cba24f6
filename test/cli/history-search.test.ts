import { expect, it } from 'vitest';

import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import type { Timeline } from '../../shared/model/timeline.ts';
import { jsonOf, openCli } from '../support/run-cli.ts';

async function idsOf(
  cli: ReturnType<typeof openCli>,
  ...query: readonly string[]
): Promise<readonly string[]> {
  const run = await cli.run(['history', 'list', ...query, '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return (jsonOf(run) as readonly ExchangeSummary[]).map(({ id }) => id);
}

it('history list finds by words, parts of ids, filters, amounts and notes; --before goes on', async () => {
  const cli = openCli();
  await cli.run(['send', 'payu/refund']);
  await cli.run(['send', 'luminate/refund', '--set', 'luminate.loginPassword=wrong']);
  await cli.run(['send', 'payu/refund-status']);
  expect(await idsOf(cli, 'api:payu')).toEqual(['3', '1']);
  expect(await idsOf(cli, 'api:payu', 'verdict:pending', 'amount:500')).toEqual(['1']);
  expect(await idsOf(cli, '71552960')).toContain('1');
  expect(await idsOf(cli, 'after:today')).toEqual(['3', '2', '1']);
  expect(await idsOf(cli, '--before', '3')).toEqual(['2', '1']);
  expect(await idsOf(cli, 'Refund Request Queued')).toEqual(['1']);
  // A whole query in one pair of quotes, as people write it.
  expect(await idsOf(cli, '71552960 verdict:pending after:7d')).toEqual(['1']);
  expect(await idsOf(cli, '71552960 verdict:refused after:7d')).toEqual([]);
  const noted = await cli.run([
    'history',
    'note',
    '2',
    '--note',
    'Älter als gedacht',
    '--tag',
    'two words',
    '--pin',
  ]);
  expect(noted.stdout).toContain('Pinned        yes');
  expect(await idsOf(cli, 'alter')).toEqual(['2']);
  expect(await idsOf(cli, 'tag:two words')).toEqual(['2']);
  await cli.run(['history', 'note', '2', '--ticket', 'INC-4711', '--unpin']);
  expect(await idsOf(cli, 'c47')).toEqual(['2']);
  expect(await idsOf(cli, 'is:pinned')).toEqual([]);
  expect((await cli.run(['history', 'list', 'nothinglikeit'])).stdout).toBe('Nothing fits.\n');
});

it('history timeline tells what became of a payment, from a refund as from a status call', async () => {
  const cli = openCli();
  await cli.run(['send', 'payu/refund']);
  await cli.run(['send', 'digipay/refund']);
  await cli.run(['send', 'payu/refund-status']);
  for (const id of ['1', '3']) {
    const timeline = jsonOf(await cli.run(['history', 'timeline', id, '--json'])) as Timeline;
    expect(timeline.transactions, id).toEqual(['403993715529606983']);
    expect(timeline.events.map(({ exchange }) => exchange.id)).toEqual(['1', '3']);
    expect(timeline.events.map(({ refunds }) => refunds.length)).toEqual([1, 0]);
  }
  const { stdout } = await cli.run(['history', 'timeline', '1']);
  expect(stdout).toMatch(
    /^Timeline of 403993715529606983\n +1 {2}\S+Z {2}refunds 403993715529606983 · 500\.00: /,
  );
  expect(stdout.trimEnd().split('\n')).toHaveLength(3);
});

it('history retention is off, is set, is carried out, and spares what is pinned and the journal', async () => {
  const cli = openCli();
  await cli.run(['send', 'payu/refund']);
  expect((await cli.run(['history', 'info'])).stdout).toMatch(
    /Entries +1, the oldest of .*\n.*Size.*\n +Kept +for ever/,
  );
  const set = await cli.run(['history', 'retention', '--days', '30', '--json']);
  expect(jsonOf(set)).toMatchObject({ exchanges: 1, retention: { days: 30, megabytes: null } });
  const off = await cli.run(['history', 'retention', '--days', 'off']);
  expect(off.stdout).toContain('for ever');
});

it.each([
  [['list', 'verdct:refused'], 'There is no filter "verdct".'],
  [['list', 'after:2026-02-30'], 'after:2026-02-30 is not a day'],
  [['list', '--limit', '0'], 'not a whole number from 1 to 500'],
  [['timeline', '9'], 'The history has no entry 9.'],
  [['timeline'], 'Something is missing.'],
  [['note', '9', '--note', 'x'], 'The history has no entry 9.'],
  [['retention', '--days', '0'], 'not a whole number'],
  [['retention', '--megabytes', 'many'], 'not a whole number'],
])('history %j is refused with a sentence', async (args, sentence) => {
  const run = await openCli().run(['history', ...args]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(sentence);
});
