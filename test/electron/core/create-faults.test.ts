import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { openTestWorkbench } from '../../support/open-test-workbench.ts';
import { valueOf } from '../../support/value-of.ts';

const secret = 'canary-fault-secret-4714';

async function openWithSecret() {
  const workbench = openTestWorkbench({ REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: secret });
  valueOf(
    await workbench.handlers['environment.save']({
      id: 'echo',
      name: 'Echo',
      environmentClass: 'test',
      notes: '',
      variables: [],
      secrets: ['payu.clientSecret'],
      revision: undefined,
    }),
  );
  return { ...workbench, log: join(workbench.data, 'faults.log') };
}

it('keeps a fault in a log for this user only, and tells of it once, both without secrets', async () => {
  const workbench = await openWithSecret();
  const fault = new Error(`cannot read ${secret}`, { cause: new TypeError(`inside: ${secret}`) });
  workbench.faults.report(fault);
  workbench.faults.report(fault);
  const log = readFileSync(workbench.log, 'utf8');
  expect(log.match(/Error: cannot read \{\{payu\.clientSecret\}\}\n/g)).toHaveLength(2);
  expect(log).toContain('caused by TypeError: inside: {{payu.clientSecret}}');
  expect(log).not.toContain(secret);
  expect(statSync(workbench.log).mode & 0o077).toBe(0);
  expect(workbench.problems.all()).toMatchObject([
    {
      code: 'internal',
      message: 'Something went wrong inside the workbench: cannot read {{payu.clientSecret}}.',
    },
  ]);
});

it('takes whatever is thrown, however long', async () => {
  const workbench = await openWithSecret();
  for (const thrown of [undefined, 'a text', new Error(''), new Error('x'.repeat(1_000_000))]) {
    workbench.faults.report(thrown);
  }
  expect(statSync(workbench.log).size).toBeLessThan(20_000);
  expect(workbench.problems.all()).toHaveLength(4);
});

it('begins a new log where the old one is long, and keeps that one', async () => {
  const workbench = await openWithSecret();
  writeFileSync(workbench.log, 'old\n'.repeat(300_000));
  workbench.faults.report(new Error('new'));
  expect(readFileSync(workbench.log, 'utf8')).toContain('Error: new');
  expect(existsSync(join(workbench.data, 'faults.previous.log'))).toBe(true);
});
