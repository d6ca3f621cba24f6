import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test as base } from 'playwright/test';

import { findChromium } from '../../find-chromium.ts';
import { packagedProgram, project, runtimes } from './runtimes.ts';

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

type Tuning = {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Ends it as soon as it has printed a line. */
  readonly stopWith?: NodeJS.Signals;
};

/** A program and the words before those of the command. */
type Program = readonly [executable: string, ...words: string[]];

const node: Program = [
  join(project, 'node_modules', '.bin', 'node'),
  join(project, 'dist', 'node', 'cli.js'),
];
// Chromium refuses to run its own sandbox as root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const test = base.extend<{ readonly home: string }>({
  home: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'refund-workbench-command-'));
    await use(home);
    rmSync(home, { recursive: true, force: true });
  },
});

for (const runtime of [...runtimes, packagedProgram]) {
  test.describe(`the command line on ${runtime.name}`, () => {
    test.skip('reason' in runtime, 'reason' in runtime ? runtime.reason : '');
    if ('reason' in runtime) return;
    const app = runtime === packagedProgram ? [] : [project];
    const program: Program = [runtime.executable, ...asRoot, ...app, 'cli'];
    runsAsOnNode(program);

    // Electron's crypto is BoringSSL.
    test('encrypts with Blowfish, which OpenSSL has no more', async ({ home }) => {
      test.skip(runtime.name === 'stand-in', 'The stand-in has the OpenSSL of Node.');
      const encrypted = ['send', 'edubrite/refund', '--set', 'edubrite.encryption=on'];
      expect(await run(program, encrypted, home)).toMatchObject({ code: 0, stderr: '' });
    });
  });
}

/** What a command says and how it ends is the same in the program as in the command line of Node. */
function runsAsOnNode(program: Program): void {
  test('prints, complains and ends as it does on Node', async ({ home }) => {
    for (const words of [['apis', '--json'], ['sned'], ['history', 'show', '7']]) {
      const expected = await run(node, words, home);
      expect(await run(program, words, home), words.join(' ')).toEqual(expected);
    }
  });

  test('signs, and guesses what was signed, as on Node', async ({ home }) => {
    for (const hash of ['a'.repeat(32), 'e'.repeat(128)]) {
      const words = ['sign', 'payu/refund', '--compare', hash, '--json'];
      expect(await run(program, words, home)).toEqual(await run(node, words, home));
    }
  });

  test('keeps a secret behind a passphrase, and reads it from its input', async ({ home }) => {
    const env = { REFUND_WORKBENCH_PASSPHRASE: 'invented passphrase' };
    const made = await run(program, ['vault', 'create', 'passphrase'], home, { env });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const set = ['vault', 'set', 'sandbox', 'payu.clientSecret'];
    const input = 'not-that-of-the-sandbox\n';
    expect(await run(program, set, home, { env, input })).toMatchObject({ code: 0, stderr: '' });
    // Sealed by one and opened by the other.
    const sent = await run(node, ['send', 'payu/refund'], home, { env });
    expect(sent.stdout).toContain('Refused: the hash does not match');
    expect(await run(program, ['send', 'payu/refund'], home, { env })).toMatchObject({ code: 1 });
  });

  // Needs SQLite with full text search.
  test('finds in the history what it has sent', async ({ home }) => {
    expect(await run(program, ['send', 'payu/refund'], home)).toMatchObject({ code: 0, stderr: '' });
    const found = await run(program, ['history', 'list', 'api:payu', 'TICKET', '--json'], home);
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(found).toEqual(await run(node, ['history', 'list', 'api:payu', 'TICKET', '--json'], home));
    expect(found.stdout).toContain('payu');
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`ends a server that is told ${signal}`, async ({ home }) => {
      test.skip(process.platform === 'win32', 'Windows has no such signals.');
      const ended = await run(program, ['sandbox', '--port', '0'], home, { stopWith: signal });
      expect(ended).toMatchObject({ code: 0, stderr: '' });
    });
  }
}

function run(
  [executable, ...words]: Program,
  args: readonly string[],
  home: string,
  tuning: Tuning = {},
): Promise<Ended> {
  const chromium = findChromium();
  const child = spawn(executable, [...words, ...args], {
    env: {
      ...process.env,
      REFUND_WORKBENCH_DATA: join(home, 'data'),
      REFUND_WORKBENCH_TEST: '1',
      ...('path' in chromium ? { CHROMIUM_PATH: chromium.path } : {}),
      ...tuning.env,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (tuning.stopWith !== undefined && stdout.includes('\n')) child.kill(tuning.stopWith);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(tuning.input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr: withoutChromium(stderr) }));
  });
}

/** Chromium writes to the error output as well, each line with its process in brackets. */
function withoutChromium(text: string): string {
  return text.replaceAll(/^(?:\[\d+:.*|DevTools listening .*|)\n/gm, '');
}
