import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { type Desktop, openDesktop, whyNoKeyring } from '../../../support/keyring-session.ts';
import { type CliRun, jsonOf } from '../../../support/run-cli.ts';
import { encodingsOf, readAll } from '../../../support/traces-of.ts';

const reason = whyNoKeyring();

/** A vault in the real keyring, with a secret in it. */
async function openWithVault(): Promise<Desktop & { readonly recoveryKey: string }> {
  const desktop = openDesktop();
  const created = await desktop.run('unlocked', ['vault', 'create', 'keyring', '--json']);
  const { recoveryKey } = jsonOf(created) as { recoveryKey: string };
  const set = await desktop.run('unlocked', ['vault', 'set', 'sandbox', 'payu.clientSecret'], {
    input: 'not-that-of-the-sandbox\n',
  });
  expect(set.code, set.stderr).toBe(0);
  return { ...desktop, recoveryKey };
}

const statusOf = (run: CliRun): unknown => jsonOf(run);

describe.skipIf(reason !== null)(`the real keyring${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  it('holds the key over the end of a session, and the vault opens by itself', async () => {
    const { run, data } = await openWithVault();
    expect(statusOf(await run('unlocked', ['vault', 'status', '--json']))).toEqual({
      state: 'unlocked',
      guard: 'keyring',
      problems: [],
    });
    const list = await run('unlocked', ['vault', 'list']);
    expect(list.stdout).toBe('sandbox  payu.clientSecret  …dbox\n');
    const send = await run('unlocked', ['send', 'payu/refund']);
    expect(send.stdout).toContain('Refused: the hash does not match');
    for (const encoding of encodingsOf('not-that-of-the-sandbox'))
      expect(readAll(data)).not.toContain(encoding);
  });

  it('that is locked locks the vault, with one sentence, and nothing is lost', async () => {
    const { run, data } = await openWithVault();
    const before = readFileSync(join(data, 'vault.json'), 'utf8');
    expect(statusOf(await run('locked', ['vault', 'status', '--json']))).toMatchObject({
      state: 'locked',
      guard: 'keyring',
      problem: {
        message: 'The vault is locked: the system keyring did not give its key, because it is locked.',
      },
    });
    const set = await run('locked', ['vault', 'set', 'sandbox', 'payu.clientSecret'], { input: 'x\n' });
    expect(set).toMatchObject({ code: 2, stdout: '' });
    const create = await openDesktop().run('locked', ['vault', 'create', 'keyring']);
    expect(create.code).toBe(2);
    expect(create.stderr).toContain('The system keyring cannot guard the vault');
    expect(readFileSync(join(data, 'vault.json'), 'utf8')).toBe(before);
    expect((await run('unlocked', ['vault', 'unlock'])).code).toBe(0);
  });

  it('moves the key to a passphrase and holds none afterwards', async () => {
    const { run } = await openWithVault();
    const moved = await run('unlocked', ['vault', 'guard', 'passphrase'], { input: 'invented passphrase\n' });
    expect(moved.stdout).toBe('The vault is open. Its key is behind a passphrase.\n');
    const env = { REFUND_WORKBENCH_PASSPHRASE: 'invented passphrase' };
    expect((await run('absent', ['vault', 'list'], { env })).stdout).toContain('…dbox');
    expect((await run('unlocked', ['vault', 'guard', 'keyring'], { env })).code).toBe(0);
    expect((await run('unlocked', ['vault', 'list'])).stdout).toContain('…dbox');
  });
});

describe.skipIf(reason !== null)('a session without a message bus', () => {
  it('locks the vault at once, lets everything else work, and the recovery key leads on', async () => {
    const { run, recoveryKey } = await openWithVault();
    expect(statusOf(await run('absent', ['vault', 'status', '--json']))).toMatchObject({
      problem: {
        message:
          'The vault is locked: the system keyring did not give its key, because no keyring answers in this session.',
      },
    });
    expect((await run('absent', ['send', 'edubrite/refund'])).code).toBe(0);
    const send = await run('absent', ['send', 'payu/refund']);
    expect(send.code).toBe(2);
    expect(send.stderr).toContain('no keyring answers in this session');
    const recovered = await run('absent', ['vault', 'recover', 'passphrase'], {
      input: `${recoveryKey}\ninvented passphrase\n`,
    });
    expect(recovered, recovered.stderr).toMatchObject({ code: 0 });
    const env = { REFUND_WORKBENCH_PASSPHRASE: 'invented passphrase' };
    expect((await run('absent', ['vault', 'list'], { env })).stdout).toContain('…dbox');
  });
});

it.skipIf(process.platform !== 'linux')('no keyring at all: it says so, and a passphrase works', async () => {
  const { run } = openDesktop();
  const refused = await run('absent', ['vault', 'create', 'keyring']);
  expect(refused).toMatchObject({
    code: 2,
    stderr:
      'The system keyring cannot guard the vault: no keyring answers in this session. Choose a passphrase, or unlock the keyring and try again; nothing was changed.\n',
  });
  const created = await run('absent', ['vault', 'create', 'passphrase'], { input: 'invented passphrase\n' });
  expect(created.code, created.stderr).toBe(0);
});
