import { describe, expect, it } from 'vitest';

import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { scenarioHeader } from '../../../shared/model/scenario.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { httpAnswer } from '../../support/raw-server.ts';

async function draftOf(workbench: TestWorkbench, api: string, entry: string): Promise<RequestDraft> {
  const made = await workbench.handlers['scenario.draft']({ api, entry });
  if (!made.ok) throw new Error(made.error.message);
  return made.value.draft;
}

describe('a draft of a scenario', () => {
  it('is called like its entry, shows the header, and leaves what the sandbox knows to variables', async () => {
    const made = await openTestWorkbench().handlers['scenario.draft']({ api: 'payu', entry: '214' });
    expect(made).toMatchObject({
      ok: true,
      value: {
        title: 'same amount refunded twice within 5 minutes',
        draft: { api: 'payu', template: 'refund', operation: 'refund', method: 'POST' },
      },
    });
    const draft = made.ok ? made.value.draft : null;
    expect(draft?.headers).toContainEqual(['Authorization', 'Bearer {{payu.accessToken}}']);
    expect(draft?.headers).toContainEqual([scenarioHeader, '214']);
  });

  it('of what nothing answers with is refused in words, as one of an unknown entry or API is', async () => {
    const { handlers } = openTestWorkbench();
    expect(await handlers['scenario.draft']({ api: 'payu', entry: '501' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-entry', message: expect.stringContaining('file upload') as string },
    });
    expect(await handlers['scenario.draft']({ api: 'payu', entry: 'nothing' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-entry' },
    });
    expect(await handlers['scenario.draft']({ api: 'nobody', entry: '214' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-api' },
    });
    expect(await handlers['scenario.list']({ api: 'nobody' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-api' },
    });
  });

  it('shows its header in the curl command and keeps it in the history', async () => {
    const workbench = openTestWorkbench();
    const draft = await draftOf(workbench, 'front-payment', 'order-not-found');
    const input = { ...sendInput('front-payment', 'refund'), draft };
    const { environmentId, overrides } = input;
    const curl = await workbench.handlers['exchange.reveal-curl']({ draft, environmentId, overrides });
    expect(JSON.stringify(curl)).toContain(`${scenarioHeader}: order-not-found`);
    const sent = await workbench.handlers['exchange.send'](input);
    const kept = await workbench.handlers['history.get']({ id: sent.ok ? sent.value.id : '' });
    expect(JSON.stringify(kept)).toContain(scenarioHeader);
  });
});

describe('a scenario about the login', () => {
  it('logs in anew with its header, and the refund is never sent', async () => {
    const workbench = openTestWorkbench();
    const before = await workbench.send('edubrite', 'refund');
    expect(before.login).toHaveLength(2);
    const draft = await draftOf(workbench, 'edubrite', '0154');
    const sent = await workbench.handlers['exchange.send']({ ...sendInput('edubrite', 'refund'), draft });
    if (!sent.ok) throw new Error(sent.error.map(({ message }) => message).join(' '));
    expect(sent.value.main).toBeNull();
    expect(sent.value.login.map(({ request }) => request.headers.at(-1))).toEqual([
      [scenarioHeader, '0154'],
      [scenarioHeader, '0154'],
    ]);
    expect(sent.value.explanation).toMatchObject({ verdict: 'refused' });
    expect(sent.value.explanation?.entries[0]).toBe('0154');
  });

  it('leaves the session of other sends as it was', async () => {
    const workbench = openTestWorkbench();
    await workbench.send('edubrite', 'refund');
    const draft = await draftOf(workbench, 'edubrite', '0154');
    await workbench.handlers['exchange.send']({ ...sendInput('edubrite', 'refund'), draft });
    const after = await workbench.send('edubrite', 'refund-group');
    expect(after.login).toEqual([]);
    expect(after.explanation?.verdict).toBe('accepted');
  });

  it('puts no header on the login of a send without one', async () => {
    const { login } = await openTestWorkbench().send('edubrite', 'refund');
    expect(JSON.stringify(login)).not.toContain(scenarioHeader);
  });
});

describe('a draft with the header that goes elsewhere', () => {
  it('is sent with a warning, and the header does nothing in the workbench', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'edubrite', ({ socket }) =>
      socket.write(httpAnswer('<response code="-1"/>')),
    );
    const input = provider.input('refund');
    const headers = [...input.draft.headers, [scenarioHeader, '0154'] as const];
    const draft = { ...input.draft, headers };
    const sent = await workbench.handlers['exchange.send']({ ...input, draft });
    if (!sent.ok) throw new Error(sent.error.map(({ message }) => message).join(' '));
    expect(sent.value.warnings.map(({ message }) => message)).toContain(
      'The header X-Sandbox-Scenario means something to the local sandbox only.',
    );
    expect(provider.requests[0]).not.toContain(scenarioHeader);
  });

  it('is not warned about on the sandbox', async () => {
    const workbench = openTestWorkbench();
    const draft = await draftOf(workbench, 'payu', 'queued');
    const sent = await workbench.handlers['exchange.send']({ ...sendInput('payu', 'refund'), draft });
    expect(sent).toMatchObject({ ok: true, value: { warnings: [] } });
  });
});
