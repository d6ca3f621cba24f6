import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';
import { passphrase } from '../../support/open-test-vault.ts';
import { httpAnswer } from '../../support/raw-server.ts';
import { readAll, tracesOf } from '../../support/traces-of.ts';

const guard = { kind: 'passphrase', passphrase } as const;

describe('a locked vault', () => {
  it('stops a send that needs a secret of it, with the name and what to do, and records nothing', async () => {
    const workbench = openTestWorkbench();
    const { handlers } = workbench;
    const provider = await openProvider(workbench, 'payu', ({ socket }) => socket.write(httpAnswer('{}')));
    await handlers['vault.create'](guard);
    await handlers['vault.lock'](null);
    const problem = {
      code: 'vault',
      message: 'The secret payu.clientSecret cannot be taken from the vault. The vault is locked.',
      remedy: 'Unlock it to use the secrets in it.',
    };
    const sent = await handlers['exchange.send'](provider.input('refund'));
    expect(sent).toMatchObject({ ok: false });
    expect(sent.ok ? [] : sent.error).toContainEqual(expect.objectContaining(problem));
    expect(JSON.stringify(sent)).not.toContain('has no value');
    const { draft, environmentId, overrides } = provider.input('refund');
    const preview = await handlers['exchange.preview']({ draft, environmentId, overrides });
    expect(preview.problems).toContainEqual(expect.objectContaining(problem));
    expect(preview.variables).toContainEqual({
      name: 'payu.clientSecret',
      origin: 'secret store',
      secret: true,
      text: null,
      hides: [],
    });
    expect(provider.requests).toEqual([]);
    expect((await handlers['workbench.describe'](null)).exchangeCount).toBe(0);
    await handlers['vault.unlock']({ passphrase });
    expect(await handlers['exchange.send'](provider.input('refund'))).toMatchObject({ ok: true });
  });

  it('stops neither the sandbox nor a send that brings its own values', async () => {
    const workbench = openTestWorkbench();
    const { handlers } = workbench;
    const provider = await openProvider(workbench, 'payu', ({ socket }) => socket.write(httpAnswer('{}')));
    await handlers['vault.create'](guard);
    await handlers['vault.lock'](null);
    expect((await workbench.send('payu', 'refund')).explanation?.verdict).toBe('pending');
    const overrides = { 'payu.clientSecret': 'typed', 'payu.accessToken': 'typed too' };
    expect(await handlers['exchange.send'](provider.input('refund', { overrides }))).toMatchObject({
      ok: true,
    });
  });
});

/** An environment file as somebody wrote it by hand, a secret in it. */
function writeByHand({ workspace }: TestWorkbench, origin: string): string {
  mkdirSync(join(workspace, 'environments'), { recursive: true });
  const path = join(workspace, 'environments', 'by-hand.yaml');
  const lines = [
    'version: "1"',
    'name: By hand',
    'class: test',
    'variables:',
    `  payu.baseUrl: "${origin}"`,
    '  payu.clientSecret: canary-in-the-file',
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

describe('a secret in the file of an environment', () => {
  it('is named, never used and never shown', async () => {
    const workbench = openTestWorkbench();
    writeByHand(workbench, 'http://127.0.0.1:9');
    const overview = await workbench.handlers['environment.list'](null);
    expect(overview.secretsInFiles).toMatchObject({ 'by-hand': ['payu.clientSecret'] });
    expect(overview.problems).toMatchObject([
      {
        code: 'bad-environment',
        message: expect.stringContaining('payu.clientSecret is a secret') as string,
      },
    ]);
    const sent = await workbench.handlers['exchange.send'](sendInput('payu', 'refund', {}, 'by-hand'));
    expect(sent.ok ? [] : sent.error.map(({ code }) => code)).toContain('bad-environment');
    expect(JSON.stringify([overview, sent])).not.toContain('canary-in-the-file');
  });

  it('stays in the file when a client that never saw it saves the environment', async () => {
    const workbench = openTestWorkbench();
    const path = writeByHand(workbench, 'http://127.0.0.1:9');
    const overview = await workbench.handlers['environment.list'](null);
    const environment = overview.environments.find(({ id }) => id === 'by-hand');
    if (environment === undefined) throw new Error('It is listed');
    expect(environment.variables.map(({ name }) => name)).toEqual(['payu.baseUrl']);
    const revision = overview.files['by-hand']?.revision;
    await workbench.handlers['environment.save']({ ...environment, notes: 'changed', revision });
    expect(readFileSync(path, 'utf8')).toContain('canary-in-the-file');
    expect(readFileSync(path, 'utf8')).toContain('changed');
  });

  it('moves to the vault on demand, and no file of the workspace holds it then', async () => {
    const workbench = openTestWorkbench();
    writeByHand(workbench, 'http://127.0.0.1:9');
    await workbench.handlers['vault.create'](guard);
    const moved = await workbench.handlers['secret.adopt']({ environmentId: 'by-hand' });
    expect(moved).toMatchObject({
      ok: true,
      value: {
        problems: [],
        secrets: { 'by-hand': [{ name: 'payu.clientSecret', lastFour: 'file' }] },
        secretsInFiles: { 'by-hand': [] },
      },
    });
    const canary = { secret: 'canary-in-the-file' };
    expect(tracesOf(canary, readAll(workbench.workspace))).toEqual([]);
    expect(tracesOf(canary, readAll(workbench.data))).toEqual([]);
  });

  it('stays where it is while the vault is locked', async () => {
    const workbench = openTestWorkbench();
    const path = writeByHand(workbench, 'http://127.0.0.1:9');
    const before = readFileSync(path, 'utf8');
    await workbench.handlers['vault.create'](guard);
    await workbench.handlers['vault.lock'](null);
    expect(await workbench.handlers['secret.adopt']({ environmentId: 'by-hand' })).toMatchObject({
      ok: false,
      error: { code: 'vault' },
    });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
