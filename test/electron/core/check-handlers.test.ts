import { expect, it } from 'vitest';

import type { Check } from '../../../shared/model/check.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';

async function evaluate(
  { handlers }: TestWorkbench,
  exchangeId: string,
  checks: readonly Check[],
  collectionVariables?: Readonly<Record<string, string>>,
): Promise<readonly (readonly [passed: boolean, message: string])[]> {
  const report = await handlers['check.evaluate']({ exchangeId, checks, captures: [], collectionVariables });
  if (!report.ok) throw new Error(report.error.message);
  return report.value.checks.map(({ passed, message }) => [passed, message]);
}

const amount = (operator: Check['operator'], expected: string): Check => ({
  subject: { of: 'json', path: '$.amount' },
  operator,
  expected,
});

it('a stored exchange is held against checks, with its time and the texts as they came', async () => {
  const workbench = openTestWorkbench();
  const provider = await openProvider(workbench, 'payu', ({ socket }) =>
    socket.write(httpAnswer('{"amount":403993715529606983.10}')),
  );
  const sent = await workbench.handlers['exchange.send'](provider.input('refund'));
  const id = sent.ok ? sent.value.id : '';
  const time: Check = { subject: { of: 'time' }, operator: 'less', expected: '60000' };
  const capture = { subject: { of: 'json', path: '$.amount' }, variable: 'total' } as const;
  const report = await workbench.handlers['check.evaluate']({
    exchangeId: id,
    checks: [amount('equals', '403993715529606983.10'), amount('less', '403993715529606983.11'), time],
    captures: [capture],
  });
  expect(report).toMatchObject({
    ok: true,
    value: {
      checks: [{ passed: true }, { passed: true }, { passed: true }],
      captures: [{ value: '403993715529606983.10', message: '' }],
    },
  });
});

it('what is expected may use variables, and no secret ones', async () => {
  const workbench = openTestWorkbench();
  const { id } = await workbench.send('payu', 'refund');
  const status = (expected: string): Check => ({ subject: { of: 'status' }, operator: 'equals', expected });
  const checks = ['{{wanted}}', '{{missing}}', '{{payu.clientSecret}}', '{{round}}'].map(status);
  const variables = { wanted: '200', round: '{{payu.clientSecret}}' };
  const results = await evaluate(workbench, id, checks, variables);
  expect(results[0]).toEqual([true, 'The status is 200; it has to be 200.']);
  expect(results[1]?.[1]).toContain('The variable missing has no value.');
  expect(results[2]).toEqual([
    false,
    'What is expected uses payu.clientSecret, which is secret, and results of checks are shown to everybody.',
  ]);
  expect(results[3]?.[1]).toContain('payu.clientSecret, which is secret');
});

it('an id that names nothing is told', async () => {
  const report = await openTestWorkbench().handlers['check.evaluate']({
    exchangeId: 'nothing',
    checks: [],
    captures: [],
  });
  expect(report).toMatchObject({ ok: false, error: { code: 'unknown-entry' } });
});
