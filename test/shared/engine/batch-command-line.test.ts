import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { batchCommandLine, type BatchCommandFacts } from '../../../shared/engine/batch-command-line.ts';
import { readShellWords } from '../../../shared/formats/shell-words.ts';
import type { BatchPlan } from '../../../shared/model/batch.ts';

const plan: BatchPlan = {
  api: 'payu',
  template: 'refund',
  environmentId: 'sandbox',
  table: 't1',
  columns: { 'payu.payuId': 'Transaction' },
  values: {},
  stopRules: { failuresInARow: null, totalLimit: null },
  delay: 0,
  timeout: 60_000,
};

const facts: BatchCommandFacts = {
  table: { name: 'refunds.csv', separator: ',' },
  environmentClass: 'sandbox',
  confirmation: null,
  usualTimeout: 60_000,
};

describe('batchCommandLine', () => {
  it('says no more than it has to', () => {
    expect(batchCommandLine(plan, facts)).toBe(
      'npm run -s cli -- batch run payu/refund --data refunds.csv --env sandbox --map payu.payuId=Transaction --result result.csv',
    );
  });

  it('carries rules, pace, separator, confirmation and production', () => {
    const line = batchCommandLine(
      {
        ...plan,
        stopRules: { failuresInARow: 5, totalLimit: '5000.00' },
        delay: 200,
        timeout: 30_000,
      },
      {
        ...facts,
        table: { name: 'refunds.csv', separator: ';' },
        environmentClass: 'production',
        confirmation: '4250.00',
      },
    );
    expect(line).toContain(
      "--separator ';' --env sandbox --map payu.payuId=Transaction --stop-after 5 --limit 5000.00 --delay 200 --timeout 30 --confirm 4250.00 --result result.csv --arm-production",
    );
  });

  it('always gives a shell the very names, columns and values', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((given) => !given.includes('\0'));
    fc.assert(
      fc.property(text, text, text, (file, column, value) => {
        const line = batchCommandLine(
          { ...plan, columns: { 'payu.payuId': column }, values: { 'payu.amount': value } },
          { ...facts, table: { name: file, separator: '\t' } },
        );
        const words = readShellWords(line, 'posix');
        expect(words.ok && words.value.words.slice(6)).toEqual([
          'run',
          'payu/refund',
          '--data',
          file,
          '--separator',
          '\t',
          '--env',
          'sandbox',
          '--map',
          `payu.payuId=${column}`,
          '--set',
          `payu.amount=${value}`,
          '--result',
          'result.csv',
        ]);
      }),
    );
  });
});
