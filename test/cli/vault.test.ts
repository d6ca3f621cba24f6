import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import {
  type Cli,
  cliEntry,
  type CliRun,
  expectSentence,
  jsonOf,
  openCli,
  startProgram,
} from '../support/run-cli.ts';
import { readAll, tracesOf } from '../support/traces-of.ts';

const passphrase = 'invented passphrase';
const env = { REFUND_WORKBENCH_PASSPHRASE: passphrase };

/** A command line with a vault behind a passphrase. */
async function openWithVault(): Promise<Cli & { readonly recoveryKey: string }> {
  const cli = openCli();
  const created = await cli.run(['vault', 'create', 'passphrase', '--json'], { env });
  expect(created, created.stderr).toMatchObject({ code: 0, stderr: '' });
  return { ...cli, recoveryKey: (jsonOf(created) as { recoveryKey: string }).recoveryKey };
}

const set = (cli: Cli, input: string): Promise<CliRun> =>
  cli.run(['vault', 'set', 'sandbox', 'payu.clientSecret'], { env, input });

describe('a vault on the command line', () => {
  it('is made, filled and used; its secret stands in no file and no output', async () => {
    const cli = await openWithVault();
    const kept = await set(cli, 'not-that-of-the-sandbox\n');
    expect(kept).toMatchObject({
      code: 0,
      stdout: 'payu.clientSecret of sandbox is in the vault.\n',
      stderr: '',
    });
    const sent = await cli.run(['send', 'payu/refund'], { env });
    expect(sent.code).toBe(1);
    expect(sent.stdout).toContain('Refused: the hash does not match');
    const list = await cli.run(['vault', 'list', '--json'], { env });
    expect(jsonOf(list)).toEqual({ sandbox: [{ name: 'payu.clientSecret', lastFour: 'dbox' }] });
    const outputs = [kept, sent, list].map(({ stdout, stderr }) => stdout + stderr).join('');
    const secrets = { secret: 'not-that-of-the-sandbox', passphrase };
    expect(tracesOf(secrets, outputs + readAll(cli.data))).toEqual([]);
  });

  it('takes a secret of many lines as it is', async () => {
    const cli = await openWithVault();
    const pem = '-----BEGIN INVENTED KEY-----\nAAAA\nBBBB\n-----END INVENTED KEY-----';
    expect((await set(cli, `${pem}\n`)).code).toBe(0);
    expect((await cli.run(['vault', 'list'], { env })).stdout).toContain('…----');
    const cleared = await cli.run(['vault', 'clear', 'sandbox', 'payu.clientSecret', '--json'], { env });
    expect(jsonOf(cleared)).toEqual({ environment: 'sandbox', name: 'payu.clientSecret', set: false });
    expect((await cli.run(['vault', 'list'], { env })).stdout).toBe('No secret is set.\n');
  });

  it('that is locked stops a send by name, without asking where nobody can answer', async () => {
    const cli = await openWithVault();
    await set(cli, 'not-that-of-the-sandbox');
    for (const more of [[], ['--dry-run']]) {
      const run = await cli.run(['send', 'payu/refund', '--json', ...more]);
      expect(run.code).toBe(2);
      expect(jsonOf(run)).toMatchObject({
        problems: [
          { code: 'vault', remedy: expect.stringContaining('REFUND_WORKBENCH_PASSPHRASE') as string },
        ],
      });
    }
    expect((await cli.run(['send', 'edubrite/refund'])).code).toBe(0);
    expect((await cli.run(['send', 'payu/refund', '--set', 'payu.clientSecret=x'])).code).toBe(1);
    expect((await cli.run(['history', 'list'])).stdout.trimEnd().split('\n')).toHaveLength(2);
  });

  it('gives and takes with a wrong passphrase nothing, and says so in a sentence', async () => {
    const cli = await openWithVault();
    const before = readFileSync(join(cli.data, 'vault.json'), 'utf8');
    const wrong = { REFUND_WORKBENCH_PASSPHRASE: 'wrong passphrase' };
    for (const args of [
      ['vault', 'unlock'],
      ['vault', 'recovery-key'],
      ['vault', 'guard', 'passphrase'],
      ['vault', 'set', 'sandbox', 'payu.clientSecret'],
      ['vault', 'clear', 'sandbox', 'payu.clientSecret'],
    ]) {
      const run = await cli.run(args, { env: wrong, input: 'another invented one\n' });
      expect(run, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toContain('The passphrase does not open the vault.');
      expectSentence(run);
    }
    expect(readFileSync(join(cli.data, 'vault.json'), 'utf8')).toBe(before);
    expect((await cli.run(['vault', 'unlock'], { env })).code).toBe(0);
  });

  it('gets another passphrase, another recovery key, and is recovered with the newest', async () => {
    const cli = await openWithVault();
    await set(cli, 'not-that-of-the-sandbox');
    expect(
      (await cli.run(['vault', 'guard', 'passphrase'], { env, input: 'a second passphrase\n' })).code,
    ).toBe(0);
    expect((await cli.run(['vault', 'unlock'], { env })).code).toBe(2);
    const second = { REFUND_WORKBENCH_PASSPHRASE: 'a second passphrase' };
    const renewed = await cli.run(['vault', 'recovery-key', '--json'], { env: second });
    const { recoveryKey } = jsonOf(renewed) as { recoveryKey: string };
    const recover = (key: string): Promise<CliRun> =>
      cli.run(['vault', 'recover', 'passphrase'], { input: `${key}\na third passphrase\n` });
    expect((await recover(cli.recoveryKey)).stderr).toContain('it is not that of this vault');
    expect(
      (await recover(recoveryKey.replace(/^./, (digit) => (digit === '2' ? '3' : '2')))).stderr,
    ).toContain('something was mistyped');
    expect((await recover(recoveryKey)).code).toBe(0);
    const third = { REFUND_WORKBENCH_PASSPHRASE: 'a third passphrase' };
    expect((await cli.run(['vault', 'list'], { env: third })).stdout).toContain('…dbox');
  });

  it('is not made where there is one, and a secret has no place where there is none', async () => {
    const cli = openCli();
    const none = await set(cli, 'x');
    expect(none.stderr).toContain('There is no vault');
    expectSentence(none);
    expect((await cli.run(['vault', 'status'])).stdout).toContain('There is no vault.');
    expect((await cli.run(['vault', 'create', 'passphrase'], { input: 'short\n' })).stderr).toContain(
      'fewer than 12',
    );
    expect(existsSync(join(cli.data, 'vault.json'))).toBe(false);
    expect((await cli.run(['vault', 'create', 'passphrase'], { env })).stdout).toMatch(
      /\n {2}(?:\w{4}-){8}\w{4}\n/,
    );
    const again = await cli.run(['vault', 'create', 'passphrase'], { env });
    expect(again.stderr).toContain('There is a vault already.');
  });

  it('that is damaged is told by every command that needs it, and set aside', async () => {
    const cli = await openWithVault();
    writeFileSync(join(cli.data, 'vault.json'), '{"version"');
    const status = await cli.run(['vault', 'status']);
    expect(status.stdout).toContain(join(cli.data, 'vault.json.damaged-1'));
    const run = await set(cli, 'x');
    expect(run.code).toBe(2);
    expectSentence(run);
    expect(readFileSync(join(cli.data, 'vault.json.damaged-1'), 'utf8')).toBe('{"version"');
    expect((await cli.run(['send', 'payu/refund'])).code).toBe(0);
  });

  it.skipIf(process.getuid?.() !== 0)('in a folder without write permission says so', async () => {
    const cli = await openWithVault();
    chmodSync(cli.data, 0o555);
    const run = await cli.run(['vault', 'set', 'sandbox', 'payu.clientSecret'], {
      env,
      input: 'x',
      user: 65_534,
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('there is no permission');
    expectSentence(run);
  });

  it.each([
    [['vault']],
    [['vault', 'opne']],
    [['vault', 'create']],
    [['vault', 'create', 'paper']],
    [['vault', 'set', 'sandbox']],
    [['vault', 'set', 'sandbox', 'payu.clientSecret', 'a-value']],
    [['vault', 'status', 'now']],
    [['vault', 'status', '--passphrase', 'x']],
    [['vault', 'set', 'nowhere', 'payu.clientSecret']],
    [['vault', 'create', 'passphrase']],
  ])('%j is refused in a sentence', async (args) => {
    const run = await openCli().run(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expectSentence(run);
  });
});

/** Runs a command in a terminal of its own; `script` types what it reads. */
const hasScript = process.platform === 'linux' && existsSync('/usr/bin/script');

describe.skipIf(!hasScript)('in a terminal', () => {
  it('asks for the passphrase twice and shows nothing of it', async () => {
    const cli = openCli();
    const command = `'${process.execPath}' '${cliEntry}' vault create passphrase`;
    const { child, ended } = startProgram(
      ['--quiet', '--return', '--command', command, '/dev/null'],
      { env: { REFUND_WORKBENCH_DATA: cli.data }, keepOpen: true },
      '/usr/bin/script',
    );
    let screen = '';
    const answers = [`${passphrase}x\u007F\r`, `${passphrase}\r`];
    child.stdout.on('data', (chunk: string) => {
      screen += chunk;
      if (screen.endsWith(': ')) child.stdin.write(answers.shift() ?? '\u0003');
    });
    const { code, stdout } = await ended;
    expect(stdout).toMatch(/New passphrase: \r\nThe same again: \r\nThe vault is open/);
    expect(stdout).not.toContain('invented');
    expect(code).toBe(0);
    expect((await cli.run(['vault', 'unlock'], { env })).code).toBe(0);
  });
});
