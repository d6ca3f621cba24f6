import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { openWorkbench } from '../../../electron/open-workbench.ts';

function eventsOf(workbench: TestWorkbench): readonly WorkbenchEvent[] {
  const events: WorkbenchEvent[] = [];
  workbench.listen((event) => events.push(event));
  return events;
}

it('describes itself: version, runtime, folders, how secrets are kept', async () => {
  const workbench = openTestWorkbench();
  const description = await workbench.handlers['workbench.describe'](null);
  expect(description).toMatchObject({
    runtime: `Node ${process.versions.node}`,
    workspace: { path: workbench.workspace },
    dataDirectory: workbench.data,
    vault: { state: 'none' },
    sandboxOrigin: null,
    exchangeCount: 0,
  });
  expect(description.version).toMatch(/^\d+\.\d+\.\d+$/);
});

it('describes the running sandbox so that any client can use it', async () => {
  const workbench = openTestWorkbench();
  const started = await workbench.handlers['sandbox.start'](null);
  if (!started.ok) throw new Error(started.error.message);
  expect(started.value.apis.map(({ id }) => id)).toEqual(apis.map(({ id }) => id));
  for (const { id, baseUrl, credentials, transactions } of started.value.apis) {
    expect(baseUrl).toMatch(new RegExp(`^${started.value.origin}/${id}`));
    expect(Object.keys(credentials).length, id).toBeGreaterThan(0);
    expect(transactions.length, id).toBeGreaterThan(0);
  }
  const { sandboxOrigin } = await workbench.handlers['workbench.describe'](null);
  expect(sandboxOrigin).toBe(started.value.origin);
});

it('tells that the history has changed after every send, also one that failed', async () => {
  const workbench = openTestWorkbench();
  const events = eventsOf(workbench);
  await workbench.send('payu', 'refund');
  await workbench.handlers['exchange.send'](sendInput('payu', 'refund', { 'payu.amount': '' }));
  expect(events.filter(({ name }) => name === 'history.changed')).toEqual([
    { name: 'history.changed', count: 1 },
    { name: 'history.changed', count: 1 },
  ]);
});

it('tells a listener no more once it stopped listening', async () => {
  const workbench = openTestWorkbench();
  const heard: WorkbenchEvent[] = [];
  const stop = workbench.listen((event) => heard.push(event));
  stop();
  await workbench.send('payu', 'refund');
  expect(heard).toEqual([]);
});

it('keeps the open tabs for the next run', async () => {
  const workbench = openTestWorkbench();
  const { draft } = sendInput('payu', 'refund');
  const tabs = {
    tabs: [
      {
        id: 'a',
        title: 'Refund',
        draft,
        exchangeId: null,
        notes: '',
        checks: [],
        captures: [],
        pinned: false,
        saved: null,
      },
    ],
    active: 'a',
  };
  expect(await workbench.handlers['tabs.save'](tabs)).toEqual({ ok: true, value: null });
  expect(await workbench.handlers['tabs.load'](null)).toEqual({ ...tabs, problem: null });
});

it('puts the workspace into the data folder where none is chosen', async () => {
  const data = temporaryDirectory();
  const opened = openWorkbench({
    environment: { REFUND_WORKBENCH_DATA: data },
    workspace: null,
    sandboxPort: 0,
    anyOtherPort: true,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const { workspace } = await opened.value.handlers['workbench.describe'](null);
  expect(workspace).toEqual({ name: 'workspace', path: `${data}/workspace` });
  await opened.value.close();
});

it('two workbenches on one data folder share history and sandbox', async () => {
  const workbench = openTestWorkbench();
  const other = openWorkbench({
    environment: { REFUND_WORKBENCH_DATA: workbench.data },
    workspace: workbench.workspace,
    sandboxPort: 0,
    anyOtherPort: true,
  });
  if (!other.ok) throw new Error(other.error.message);
  const first = await workbench.send('payu', 'refund');
  const second = await other.value.handlers['exchange.send'](sendInput('payu', 'refund'));
  expect(first.explanation?.entries[0]).toBe('queued');
  expect(second.ok ? second.value.explanation?.entries[0] : second.error).toBe('already-exists');
  const list = await workbench.handlers['history.list']({ query: '', limit: 10, before: null });
  expect(list.ok ? list.value.length : list.error).toBe(2);
  await other.value.close();
});

it('tells of a damaged history at once, and to whoever asks later', async () => {
  const workbench = openTestWorkbench();
  const told: WorkbenchEvent[] = [];
  onTestFinished(workbench.listen((event) => told.push(event)));
  writeFileSync(join(workbench.data, 'history.db'), 'no history any more '.repeat(1000));
  const description = await workbench.handlers['workbench.describe'](null);
  expect(description.problems).toMatchObject([
    { code: 'storage', message: expect.stringMatching(/^The history was damaged /) },
  ]);
  expect(told).toEqual(description.problems.map((problem) => ({ name: 'problem.told', problem })));
});
