import { expect, it } from 'vitest';

import type { Comparison } from '../../shared/model/comparison.ts';
import { jsonOf, openCli } from '../support/run-cli.ts';

it('two exchanges are compared: 1 where they differ, 0 where only the expected differs', async () => {
  const cli = openCli();
  await cli.run(['send', 'payu/refund-status']);
  await cli.run(['send', 'payu/refund-status']);
  await cli.run(['send', 'payu/refund']);
  const same = await cli.run(['history', 'compare', '1', '2']);
  expect(same).toMatchObject({ code: 0, stderr: '' });
  expect(same.stdout).toMatch(/^Left {3}history 1, payu\/refund-status, .*\nRight {2}history 2, /);
  expect(same.stdout).toMatch(/\nNo difference(?: that counts; \d+ to be expected)?\.\n$/);
  const different = await cli.run(['history', 'compare', '1', '3', '--json']);
  expect(different).toMatchObject({ code: 1, stderr: '' });
  const comparison = jsonOf(different) as Comparison;
  expect(comparison).toMatchObject({ same: false, left: { id: '1' }, right: { kind: 'exchange', id: '3' } });
  expect(comparison.sections.map(({ part }) => part)).toContain('response-body');
});

it('an exchange is compared with the nearest sample of the document, or with a named one', async () => {
  const cli = openCli();
  await cli.run(['send', 'payu/refund']);
  const nearest = await cli.run(['history', 'compare', '1', '--documented']);
  expect(nearest).toMatchObject({ code: 0, stderr: '' });
  expect(nearest.stdout).toContain('Right  sample queued, "Refund queued", of PayU');
  expect(nearest.stdout).toContain('other value         mihpayid\n    left   403993715529606983\n');
  expect(nearest.stdout).toContain('To be expected: Only an example in the document.');
  const named = await cli.run(['history', 'compare', '1', '--documented', 'request', '--json']);
  expect(named.code).toBe(0);
  const { right, sections } = jsonOf(named) as Comparison;
  expect(right).toEqual({ kind: 'documented', example: 'request' });
  expect(sections[0]?.differences).toContainEqual(
    expect.objectContaining({ path: 'hash', mark: expect.objectContaining({ kind: 'defect' }) as unknown }),
  );
});

it('a slip of the provider’s sample is named as such', async () => {
  const cli = openCli();
  await cli.run(['send', 'luminate/refund']);
  const { stdout, code } = await cli.run(['history', 'compare', '1', '--documented', 'result-json']);
  expect(stdout).toContain('The two bodies have different formats');
  expect(code).toBe(1);
  const xml = await cli.run(['history', 'compare', '1', '--documented']);
  expect(xml.stdout).toContain('A slip in the provider’s sample: The texts of the two amounts are swapped');
  expect(xml.code).toBe(0);
});

it.each([
  [['99', '1'], 'The history has no entry 99.'],
  [['1', '99'], 'The history has no entry 99.'],
  [['1'], 'Say what to compare it with.'],
  [['1', '2', '3'], '"3" is one word too many.'],
  [
    ['1', '--documented', 'nope'],
    'The document prints no sample nope of the call refund. Its samples are queued',
  ],
  [['1', '--document'], 'There is no option --document. Did you mean --documented?'],
])('wrong use (%s) ends with 2 and a sentence', async (args, message) => {
  const cli = openCli();
  await cli.run(['send', 'payu/refund']);
  const run = await cli.run(['history', 'compare', ...args]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(message);
  expect(run.stderr.trimEnd()).not.toContain('\n');
});
