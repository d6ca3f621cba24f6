import { expect, it } from 'vitest';

import { openTestWorkbench, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { addTable, payuTable, planOf, rowsOf } from '../../support/batch-of.ts';
import { contentOf, requestOf, runPlan } from '../../support/run-plans.ts';
import { openWorkbench } from '../../../electron/open-workbench.ts';
import { valueOf } from '../../support/value-of.ts';

/** A provider that takes every request and answers none. */
async function openSilent(workbench: TestWorkbench) {
  const asked = Promise.withResolvers<void>();
  const provider = await openProvider(workbench, 'payu', () => asked.resolve());
  return { ...provider, asked: asked.promise };
}

/** The same folders once more, after the program was started anew. */
function openAgain({ data, workspace }: TestWorkbench) {
  return valueOf(
    openWorkbench({
      environment: { REFUND_WORKBENCH_DATA: data },
      workspace,
      sandboxPort: 0,
      anyOtherPort: true,
    }),
  );
}

it('counts what is under way, and a request that is given up is kept as unknown before everything is closed', async () => {
  const workbench = openTestWorkbench();
  const { asked, input } = await openSilent(workbench);
  expect(workbench.underWay()).toEqual({ requests: 0, runs: 0, batches: 0 });
  const sent = workbench.handlers['exchange.send'](input('refund', { timeout: 60_000 }));
  await asked;
  expect(workbench.underWay()).toEqual({ requests: 1, runs: 0, batches: 0 });
  workbench.giveUp();
  await workbench.close();
  expect(await sent).toMatchObject({ ok: true, value: { explanation: { verdict: 'unknown' } } });
  expect(workbench.underWay()).toEqual({ requests: 0, runs: 0, batches: 0 });
  const again = openAgain(workbench);
  const unresolved = valueOf(await again.handlers['history.unresolved'](null));
  const listed = valueOf(await again.handlers['history.list']({ query: '', limit: 10, before: null }));
  await again.close();
  expect(unresolved).toHaveLength(1);
  expect(listed).toMatchObject([{ verdict: 'unknown' }]);
});

it('also closed without being given up, a single send is cancelled and recorded first', async () => {
  const workbench = openTestWorkbench();
  const { asked, input } = await openSilent(workbench);
  const sent = workbench.handlers['exchange.send'](input('refund', { timeout: 60_000 }));
  await asked;
  await workbench.close();
  expect(await sent).toMatchObject({
    ok: true,
    value: { explanation: { verdict: 'unknown' }, warnings: [] },
  });
});

it('gives up the request of a batch, leaves its other rows unsent, and keeps that', async () => {
  const workbench = openTestWorkbench();
  const { asked, environmentId, requests } = await openSilent(workbench);
  const plan = planOf(await addTable(workbench, payuTable(3)), { environmentId, timeout: 60_000 });
  const { confirmation } = valueOf(await workbench.handlers['batch.check'](plan));
  const { id } = valueOf(
    await workbench.handlers['batch.start']({ ...plan, confirmation: confirmation.text }),
  );
  await asked;
  expect(workbench.underWay()).toEqual({ requests: 0, runs: 0, batches: 1 });
  workbench.giveUp();
  await workbench.close();
  const again = openAgain(workbench);
  const rows = await rowsOf(again, id);
  await again.close();
  expect(rows.map(({ state }) => state)).toEqual(['unknown', 'ready', 'ready']);
  expect(requests).toHaveLength(1);
});

it('gives up the request of a run, and sends no other of it', async () => {
  const workbench = openTestWorkbench();
  const { asked, environmentId, requests } = await openSilent(workbench);
  const content = contentOf([requestOf('One', 'payu', 'refund'), requestOf('Two', 'payu', 'refund-status')]);
  const { id } = valueOf(
    await workbench.handlers['run.start'](runPlan(content, { environmentId, timeout: 60_000 })),
  );
  await asked;
  expect(workbench.underWay()).toEqual({ requests: 0, runs: 1, batches: 0 });
  workbench.giveUp();
  await workbench.close();
  const again = openAgain(workbench);
  const run = valueOf(await again.handlers['run.get']({ id }));
  await again.close();
  expect(run).toMatchObject({ state: 'cancelled', counts: { unknown: 1, skipped: 1 } });
  expect(requests).toHaveLength(1);
});

it('lets nothing out once it has given up', async () => {
  const workbench = openTestWorkbench();
  const { input, requests } = await openSilent(workbench);
  workbench.giveUp();
  const sent = valueOf(await workbench.handlers['exchange.send'](input('refund')));
  expect(sent.main?.outcome).toMatchObject({ kind: 'transport-failure', requestLeft: false });
  expect(requests).toEqual([]);
});

it('waits for the drafts of a page that answers, and not long for one that does not', async () => {
  const workbench = openTestWorkbench();
  const kept: string[] = [];
  const stop = workbench.listen((event) => {
    if (event.name !== 'drafts.wanted') return;
    void workbench.handlers['tabs.save']({ tabs: [], active: null }).then(() => kept.push('kept'));
  });
  const begun = performance.now();
  await workbench.keepDrafts();
  expect(performance.now() - begun).toBeLessThan(900);
  expect(kept).toEqual(['kept']);
  stop();
  await workbench.keepDrafts();
  expect(performance.now() - begun).toBeLessThan(10_000);
});
