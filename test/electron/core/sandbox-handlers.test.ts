import { expect, it } from 'vitest';

import { openTestWorkbench } from '../../support/open-test-workbench.ts';
import { valueOf } from '../../support/value-of.ts';

it('shows no secret that somebody sent to the sandbox by mistake', async () => {
  const secret = 'canary-9f1c-real-partner-secret';
  const workbench = openTestWorkbench({ REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: secret });
  valueOf(
    await workbench.handlers['environment.save']({
      id: 'uat',
      name: 'UAT',
      environmentClass: 'test',
      notes: '',
      variables: [],
      secrets: ['payu.clientSecret'],
    }),
  );
  const { origin } = valueOf(await workbench.handlers['sandbox.start'](null));
  await fetch(`${origin}/front-payment/api/v1/connect/terminal/orders/refund/${secret}`);
  const log = valueOf(await workbench.handlers['sandbox.log']({ before: null, limit: 10 }));
  const state = valueOf(await workbench.handlers['sandbox.state']({ api: null, records: 100 }));
  expect(log.length).toBeGreaterThan(0);
  expect(JSON.stringify([log, state])).not.toContain(secret);
});
