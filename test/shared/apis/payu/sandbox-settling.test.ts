import { expect, it, onTestFinished } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import { createSqliteSandboxLedger } from '../../../../electron/adapters/sandbox/sqlite-sandbox-ledger.ts';
import { api } from '../../../../shared/apis/payu/index.ts';
import { sandbox } from '../../../../shared/apis/payu/sandbox.ts';
import { answerOf, openBareClient } from '../../../support/bare-client.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

const minute = 60_000;

function openLedger(folder: string) {
  const ledger = createSqliteSandboxLedger(folder, {
    sandboxes: new Map([['payu', sandbox]]),
    tools: { clock: { now: () => Date.UTC(2026, 0, 31) }, crypto: nodeCrypto },
  });
  onTestFinished(() => ledger.close());
  const baseUrl = `http://127.0.0.1:1${sandbox.basePath}`;
  const client = openBareClient(api, baseUrl, async ({ method, url, headers, body }) => {
    const path = url.slice(baseUrl.length);
    const { response } = ledger.handle('payu', { method, path, query: '', headers, body: body ?? '' });
    if (response === null) throw new Error('The connection was cut');
    return answerOf(response.status, response.headers, response.body);
  });
  const ask = async (template: string) => (await (await client).send({ template })).explanation.entries[0];
  return { ledger, ask };
}

it('a queued refund ends after the delay that was set, in the ledger of any program', async () => {
  const folder = temporaryDirectory();
  const { ledger, ask } = openLedger(folder);
  expect(ledger.change({ kind: 'settling', settling: { after: 10 * minute, outcome: 'success' } }).ok).toBe(
    true,
  );
  expect(await ask('refund')).toBe('queued');
  ledger.change({ kind: 'clock', change: { kind: 'advance', milliseconds: 9 * minute } });
  expect(await ask('refund-status')).toBe('status-queued');
  ledger.change({ kind: 'clock', change: { kind: 'advance', milliseconds: minute } });
  expect(await openLedger(folder).ask('refund-status')).toBe('status-success');
});

it('a queued refund is ended by hand, once, and its amount can be refunded again where it failed', async () => {
  const { ledger, ask } = openLedger(temporaryDirectory());
  await ask('refund');
  const settle = () =>
    ledger.change({ kind: 'settle', api: 'payu', id: '12486538355', outcome: 'failure' }).ok;
  expect([settle(), settle()]).toEqual([true, false]);
  expect(await ask('refund-status')).toBe('status-failure');
  const state = ledger.state({ api: 'payu', records: 100 });
  const payment = state.ok
    ? state.value.apis[0]?.records.find(({ id }) => id === '403993715529606983')
    : undefined;
  expect(payment?.facts).toContainEqual({ name: 'left', value: '500.00' });
});
