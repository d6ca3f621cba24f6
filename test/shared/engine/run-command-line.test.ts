import { describe, expect, it } from 'vitest';

import { runCommandLine } from '../../../shared/engine/run-command-line.ts';
import type { RunPlan } from '../../../shared/model/run.ts';

const plan: RunPlan = {
  target: { kind: 'saved', collection: 'november', paths: [] },
  environmentId: 'sandbox',
  overrides: {},
  table: null,
  iterations: 1,
  bail: false,
  delay: 0,
  concurrency: 1,
  onlyFailedOf: null,
  shard: null,
  timeout: 60_000,
};
const names = { dataFile: null, usualTimeout: 60_000 };

describe('a run on the command line', () => {
  it('says only what is not usual', () => {
    expect(runCommandLine(plan, names)).toBe('npm run -s cli -- run november --env sandbox');
  });

  it('says everything that was chosen, quoted for a shell', () => {
    const chosen: RunPlan = {
      ...plan,
      target: { kind: 'saved', collection: 'november', paths: ['refunds/in-full'] },
      overrides: { ticket: "it's 1" },
      iterations: 3,
      bail: true,
      delay: 200,
      concurrency: 4,
      timeout: 5000,
    };
    const dataFile = { name: 'my orders.csv', separator: ';' };
    expect(runCommandLine(chosen, { ...names, dataFile })).toBe(
      String.raw`npm run -s cli -- run november/refunds/in-full --env sandbox --set 'ticket=it'\''s 1' --data 'my orders.csv' --separator ';' --iterations 3 --delay 200 --concurrency 4 --timeout 5 --bail`,
    );
  });

  it('takes the data file of the earlier run where only its failed requests run again', () => {
    const dataFile = { name: 'orders.csv', separator: ',' };
    expect(runCommandLine({ ...plan, onlyFailedOf: '7' }, { ...names, dataFile })).toBe(
      'npm run -s cli -- run november --env sandbox --only-failed 7',
    );
  });

  it('has no words for a choice of several requests', () => {
    const target = { kind: 'saved', collection: 'november', paths: ['a', 'b'] } as const;
    expect(runCommandLine({ ...plan, target }, names)).toBeNull();
  });
});
