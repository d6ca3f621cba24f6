import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { expectSentence, jsonOf, openCli } from '../support/run-cli.ts';

function hashOf(amount: string): string {
  const text = `8238480|TICKET-4417-01|${amount}|sandbox-client-secret-not-a-real-one`;
  return createHash('sha512').update(text).digest('hex');
}

describe('sign', () => {
  it('shows how the signature comes about, and sends nothing', async () => {
    const cli = openCli();
    const run = await cli.run(['sign', 'payu/refund', '--set', 'payu.amount=23.12']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('amount        23.12  (body, line 7, {{payu.amount}})');
    expect(run.stdout).toContain('8238480|TICKET-4417-01|23.12|••••••••  (65 bytes)');
    expect(run.stdout).toContain(hashOf('23.12'));
    expect(run.stdout).not.toContain('sandbox-client-secret');
    expect((await cli.run(['history', 'list'])).stdout).not.toContain('payu');
  });

  it('says why a hash that was given is another one, and ends with the code for a difference', async () => {
    const run = await openCli().run(['sign', 'payu/refund', '--compare', hashOf('500')]);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.stdout).toContain('Their text has the amount 500, and the body has 500.00.');
  });

  it('ends well for the right hash, and tells programs the same', async () => {
    const run = await openCli().run(['sign', 'payu/refund', '--compare', hashOf('500.00'), '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(jsonOf(run)).toMatchObject({
      algorithm: 'sha512',
      base: '8238480|TICKET-4417-01|500.00|••••••••',
      result: hashOf('500.00'),
      comparison: { verdict: 'equal' },
    });
  });

  it.each([
    ['a request without a signature', ['luminate/refund'], 'has no signature'],
    ['a piece without a value', ['payu/refund', '--set', 'payu.refundId='], 'is empty'],
    ['a template that is not there', ['payu/refnd'], 'no template'],
    ['no template', [], 'missing'],
  ])('of %s says what is wrong', async (_title, args, words) => {
    const run = await openCli().run(['sign', ...args]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expectSentence(run);
    expect(run.stderr).toContain(words);
  });
});
