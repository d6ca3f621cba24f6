import { describe, expect, it } from 'vitest';

import type { EvidenceInput } from '../../../shared/contract/commands.ts';
import { evidenceKinds, type EvidencePreview } from '../../../shared/model/evidence.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';
import { encodingsOf } from '../../support/traces-of.ts';

async function previewOf(
  { handlers }: TestWorkbench,
  ids: readonly string[],
  remove: readonly string[] = [],
): Promise<EvidencePreview> {
  const preview = await handlers['evidence.preview']({ ids, remove });
  if (!preview.ok) throw new Error(preview.error.message);
  return preview.value;
}

async function textOf(
  { handlers }: TestWorkbench,
  input: EvidenceInput & { readonly kind: (typeof evidenceKinds)[number] },
): Promise<string> {
  const file = await handlers['evidence.export'](input);
  if (!file.ok) throw new Error(file.error.message);
  return file.value.text;
}

it('evidence tells the login, the refund, what was decided, the note and the timeline of its transaction', async () => {
  const workbench = openTestWorkbench();
  const { handlers } = workbench;
  const { id } = await workbench.send('digipay', 'refund');
  const annotation = { note: 'Called the bank', tags: ['bank'], ticket: 'T-1', pinned: false };
  await handlers['history.annotate']({ id, annotation });
  const { bundle, vaultLocked } = await previewOf(workbench, [id]);
  const [exchange] = bundle.exchanges;
  expect(exchange).toMatchObject({
    environment: { name: 'Local sandbox', environmentClass: 'sandbox' },
    annotation: { note: 'Called the bank', tags: ['bank'], ticket: 'T-1' },
    refunds: [{ state: 'accepted', decision: null }],
  });
  expect(exchange?.login.length).toBeGreaterThan(0);
  expect(exchange?.parts.map(({ name }) => name)).toContain('login-1-response-body');
  expect(bundle.timeline.events).toMatchObject([{ exchangeId: id, verdict: 'accepted', status: 200 }]);
  expect(bundle.removed.secrets.map(({ name }) => name)).toContain('$session.token');
  expect(bundle.madeBy.runtime).toBe(`Node ${process.versions.node}`);
  expect(vaultLocked).toBe(false);
});

it('several exchanges stand in one bundle once each, oldest first, with one line of time', async () => {
  const workbench = openTestWorkbench();
  const first = await workbench.send('payu', 'refund');
  const second = await workbench.send('payu', 'refund-status');
  const { bundle } = await previewOf(workbench, [second.id, first.id, second.id]);
  expect(bundle.exchanges.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(bundle.timeline.events.map(({ exchangeId }) => exchangeId)).toEqual([first.id, second.id]);
  expect(bundle.timeline.events[0]?.refunds[0]).toMatchObject({ amount: '500.00' });
});

describe('a secret that came to the vault only after the send', () => {
  it('is taken out of every form in every encoding', async () => {
    const workbench = openTestWorkbench();
    const secret = 'Later-1~ <&>"\'%/\\+=?:é';
    const encodings = encodingsOf(secret);
    const provider = await openProvider(workbench, 'payu', ({ socket }) =>
      socket.write(httpAnswer(JSON.stringify({ encodings }))),
    );
    const sent = await workbench.handlers['exchange.send'](provider.input('refund'));
    const id = sent.ok ? sent.value.id : '';
    const { environmentId } = provider;
    await workbench.handlers['secret.set']({ environmentId, name: 'payu.clientSecret', value: secret });
    for (const kind of evidenceKinds) {
      const text = await textOf(workbench, { ids: [id], remove: [], kind });
      expect(text).toContain('payu.clientSecret');
      for (const encoding of encodings) expect(text, kind).not.toContain(encoding);
    }
  });
});

it('what is proposed and taken out stands in no form any more, and its kind does', async () => {
  const workbench = openTestWorkbench();
  const provider = await openProvider(workbench, 'payu', ({ socket }) =>
    socket.write(httpAnswer('{"customer":{"name":"Ada Lovelace","email":"ada@example.org"}}')),
  );
  const sent = await workbench.handlers['exchange.send'](provider.input('refund'));
  const ids = [sent.ok ? sent.value.id : ''];
  const { proposals } = await previewOf(workbench, ids);
  expect(proposals.map(({ kind, text }) => [kind, text])).toEqual([
    ['name', 'Ada Lovelace'],
    ['e-mail', 'ada@example.org'],
  ]);
  const remove = proposals.map(({ text }) => text);
  const { bundle, proposals: still } = await previewOf(workbench, ids, remove);
  expect(still).toEqual(proposals);
  expect(bundle.removed.byUser).toEqual([
    { kind: 'name', count: 1 },
    { kind: 'e-mail', count: 1 },
  ]);
  for (const kind of evidenceKinds) {
    const text = await textOf(workbench, { ids, remove, kind });
    expect(text).not.toMatch(/Lovelace|example\.org/);
    expect(text).toContain('removed: e');
  }
});

it('evidence of any kind that can be checked is found unchanged, and changed evidence is not', async () => {
  const workbench = openTestWorkbench();
  const { id } = await workbench.send('edubrite', 'refund');
  for (const kind of ['html', 'json', 'har'] as const) {
    const text = await textOf(workbench, { ids: [id], remove: [], kind });
    const verified = await workbench.handlers['evidence.verify']({ text });
    expect(verified).toMatchObject({ ok: true, value: { kind, damage: [], notes: [] } });
    const changed = await workbench.handlers['evidence.verify']({
      text: text.replace('Accepted', 'Refused!'),
    });
    expect(changed.ok && changed.value.damage.length).toBeGreaterThan(0);
  }
});

it('an exchange that is not there, and bodies too long for any ticket, are told', async () => {
  const workbench = openTestWorkbench();
  expect(await workbench.handlers['evidence.preview']({ ids: ['99'], remove: [] })).toMatchObject({
    ok: false,
    error: { message: 'The history has no entry 99.' },
  });
  const provider = await openProvider(workbench, 'payu', ({ socket }) =>
    socket.write(httpAnswer('x'.repeat(50_000_001))),
  );
  const sent = await workbench.handlers['exchange.send'](provider.input('refund'));
  const ids = [sent.ok ? sent.value.id : ''];
  const exported = await workbench.handlers['evidence.export']({ ids, remove: [], kind: 'json' });
  expect(exported).toMatchObject({
    ok: false,
    error: { code: 'bad-input', message: expect.stringContaining('50 million') as string },
  });
});
