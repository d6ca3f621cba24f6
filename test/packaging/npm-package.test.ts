import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { apis } from '../../shared/apis/registry.ts';
import { findOldNode } from '../support/find-old-node.ts';
import { type CliRun, expectSentence, jsonOf, project, startProgram } from '../support/run-cli.ts';

type PackedFile = { readonly path: string };

// Windows starts npm and what it installs through files that only its shell runs.
describe.skipIf(process.platform === 'win32')('the package for npm', () => {
  const home = mkdtempSync(join(tmpdir(), 'refund-workbench-npm-'));
  const command = join(home, 'node_modules', '.bin', 'refund-workbench');
  let packed: readonly PackedFile[] = [];

  beforeAll(() => {
    const told = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', home], project);
    const [made] = JSON.parse(told) as [{ readonly filename: string; readonly files: readonly PackedFile[] }];
    packed = made.files;
    npm(['install', '--prefix', home, join(home, made.filename)], home);
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** Without the network, and with a store of its own: what npm has seen before must not help. */
  function npm(args: readonly string[], folder: string): string {
    const alone = ['--offline', '--no-audit', '--no-fund', '--cache', join(home, 'cache')];
    return execFileSync('npm', [...args, ...alone], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  }

  function run(args: readonly string[], node = process.execPath): Promise<CliRun> {
    const env = { REFUND_WORKBENCH_DATA: join(home, 'data'), PATH: `${dirname(node)}:/usr/bin:/bin` };
    return startProgram(args, { env }, command).ended;
  }

  it('holds the command line, the page and the README', () => {
    const others = packed
      .map(({ path }) => path)
      .filter((path) => !/^dist\/(?:node|renderer)\/[\w./-]+\.(?:js|css|html|svg|ttf|woff2)$/.test(path));
    // npm never leaves out what "main" names, which Electron needs in a checkout.
    expect(others.toSorted()).toEqual(['README.md', 'dist/electron/main.js', 'package.json']);
  });

  it('is installed alone, and without the network', () => {
    const installed = readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed.filter((name) => name !== '@napi-rs')).toEqual(['refund-workbench']);
  });

  it('says its version and lists the APIs', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
    const listed = await run(['apis', '--json']);
    expect(listed.code).toBe(0);
    expect(jsonOf(listed)).toHaveLength(apis.length);
  });

  it('shows what a refund would send, and sends one to its own sandbox', async () => {
    const shown = await run(['send', 'payu/refund', '--dry-run']);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain('Dry run: nothing was sent.');
    expect((await run(['send', 'payu/refund'])).code).toBe(0);
  });

  it('ends with 2 and a sentence when it is used wrongly', async () => {
    const wrong = await run(['sned']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expectSentence(wrong);
  });

  const old = findOldNode();

  it.skipIf(old === null)('says on an old Node that it is too old, exit 2', async () => {
    const refused = await run(['apis'], old?.path);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(`this is Node ${old?.version}.`);
    expectSentence(refused);
  });
});
