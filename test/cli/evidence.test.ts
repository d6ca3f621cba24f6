import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';

import { type Cli, expectSentence, jsonOf, openCli } from '../support/run-cli.ts';

// Every step is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

async function cliWithRefund(): Promise<Cli> {
  const cli = openCli();
  expect(await cli.run(['send', 'payu/refund'])).toMatchObject({ code: 0 });
  return cli;
}

it('history export writes evidence to standard output, and evidence verify finds it unchanged', async () => {
  const cli = await cliWithRefund();
  for (const format of ['html', 'har']) {
    const run = await cli.run(['history', 'export', '1', '--format', format]);
    expect(run, format).toMatchObject({ code: 0, stderr: '' });
    const verified = await cli.run(['evidence', 'verify', '-'], { input: run.stdout });
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    expect(verified.stdout).toContain('does not show who made it');
  }
});

it('several exchanges go into one file, which is never written over by accident', async () => {
  const cli = await cliWithRefund();
  await cli.run(['send', 'payu/refund-status']);
  const path = join(cli.workspace, 'evidence.json');
  const args = ['history', 'export', '1', '2', '--format', 'json', '--output', path];
  expect(await cli.run(args)).toEqual({ code: 0, stdout: '', stderr: `The evidence is in ${path}.\n` });
  const first = readFileSync(path, 'utf8');
  const again = await cli.run(args);
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expectSentence(again);
  expect(readFileSync(path, 'utf8')).toBe(first);
  expect(await cli.run([...args, '--force'])).toMatchObject({ code: 0 });
  expect(readFileSync(path, 'utf8')).not.toBe(first);
  expect(readdirSync(cli.workspace).filter((name) => name.includes('evidence'))).toEqual(['evidence.json']);
  expect(jsonOf(await cli.run(['evidence', 'verify', path, '--json']))).toMatchObject({
    kind: 'json',
    exchanges: 2,
    damage: [],
  });
});

it('a failed write leaves no file behind', async () => {
  const cli = await cliWithRefund();
  const folder = join(cli.workspace, 'is-a-folder');
  mkdirSync(folder);
  for (const path of [folder, join(cli.workspace, 'no', 'folder', 'x.html')]) {
    const run = await cli.run(['history', 'export', '1', '--output', path, '--force']);
    expect(run.code).toBe(2);
    expectSentence(run);
  }
  expect(readdirSync(cli.workspace)).toEqual(['is-a-folder']);
});

it('a text is taken out where it is named, and what is proposed is told', async () => {
  const cli = openCli();
  await cli.run(['send', 'payu/refund', '--set', 'payu.refundId=ada@example.org']);
  const plain = await cli.run(['history', 'export', '1', '--format', 'json']);
  expect(plain.stderr).toMatch(/^It holds .*e-mail ada@example\.org \(an id\)/);
  const run = await cli.run(['history', 'export', '1', '--format', 'json', '--remove', 'ada@example.org']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).not.toContain('ada@example.org');
  expect(run.stdout).toContain('[removed: e-mail]');
  // It is the id of the refund, and those stay unless they are named.
  const proposed = await cli.run(['history', 'export', '1', '--format', 'json', '--remove-proposed']);
  expect(proposed.stdout).toContain('ada@example.org');
});

it('changed evidence is damaged, and what is no evidence cannot be read', async () => {
  const cli = await cliWithRefund();
  const { stdout } = await cli.run(['history', 'export', '1', '--format', 'html']);
  const path = join(cli.workspace, 'e.html');
  const verify = (text: string | Buffer): ReturnType<Cli['run']> => {
    writeFileSync(path, text);
    return cli.run(['evidence', 'verify', path]);
  };
  const changed = await verify(stdout.replace('500.00', '900.00'));
  expect(changed.code).toBe(1);
  expect(changed.stderr).toContain('Do not rely on it');
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(stdout, 'utf16le')]);
  expect(await verify(utf16)).toMatchObject({ code: 0 });
  for (const text of ['{}', Buffer.from([0x80, 0x81])]) {
    const run = await verify(text);
    expect(run.code).toBe(2);
    expectSentence(run);
  }
  const missing = await cli.run(['evidence', 'verify', join(cli.workspace, 'none.html')]);
  expect(missing.code).toBe(2);
  expectSentence(missing);
});

it('evidence schema prints the shape of the data as JSON Schema', async () => {
  const run = await openCli().run(['evidence', 'schema']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(run.stdout)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:refund-workbench-evidence/1',
    additionalProperties: false,
    properties: { format: { const: 'refund-workbench-evidence/1' } },
  });
});

it.each([
  ['history', 'export', '99'],
  ['history', 'export', '1', '--format', 'pdf'],
  ['history', 'export', '1', '--remove', ' '],
  ['evidence', 'forge', 'x'],
])('%s %s %s is told in a sentence', async (...args) => {
  const cli = openCli();
  const run = await cli.run(args.filter((word) => word !== undefined));
  expect(run.code).toBe(2);
  expectSentence(run);
  expect(existsSync(join(cli.workspace, 'evidence.json'))).toBe(false);
});
