import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';

import { temporaryDirectory } from './temporary-directory.ts';

export const project = join(import.meta.dirname, '..', '..');
export const cliEntry = join(project, 'dist', 'node', 'cli.js');

export type CliRun = { readonly stdout: string; readonly stderr: string; readonly code: number | null };

export type CliTuning = {
  /** What the program reads from its standard input. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another user of the machine to run as; only root may choose one. */
  readonly user?: number;
  /** Whether the test writes to its standard input itself, and closes it. */
  readonly keepOpen?: boolean;
};

/** A command line with folders of its own, shared by its commands. */
export type Cli = {
  readonly data: string;
  readonly workspace: string;
  readonly run: (args: readonly string[], tuning?: CliTuning) => Promise<CliRun>;
  /** Starts a command that runs until stopped. */
  readonly start: (args: readonly string[], tuning?: CliTuning) => RunningCli;
};

export type RunningCli = {
  readonly child: ChildProcessWithoutNullStreams;
  /** The first line of its output; fails where it ends before. */
  readonly firstLine: () => Promise<string>;
  /** What it has written to its standard output by now. */
  readonly stdout: () => string;
  readonly ended: Promise<CliRun>;
};

export function openCli(): Cli {
  if (!existsSync(cliEntry)) throw new Error('dist/node/cli.js is missing; npm test builds it first');
  const data = temporaryDirectory();
  const workspace = temporaryDirectory();
  const start: Cli['start'] = (args, { env = {}, ...tuning } = {}) => {
    const own = { REFUND_WORKBENCH_DATA: data, ...env };
    return startProgram([cliEntry, ...args, '--workspace', workspace], { ...tuning, env: own });
  };
  return { data, workspace, start, run: (args, tuning) => start(args, tuning).ended };
}

/** Runs this very Node with an environment of its own, so that nothing of the machine's changes the answer. */
export function startProgram(
  args: readonly string[],
  { input = '', env = {}, user, keepOpen = false }: CliTuning = {},
  program = process.execPath,
): RunningCli {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, [...args], {
    env: { PATH, HOME, ...env },
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  child.stdin.on('error', () => undefined);
  if (!keepOpen) child.stdin.end(input);
  const ended = new Promise<CliRun>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ stdout, stderr, code }));
  });
  const firstLine = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (stdout.includes('\n')) resolve(stdout.slice(0, stdout.indexOf('\n')));
      };
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`It ended before a line: ${stderr}`)), reject);
      look();
    });
  return { child, firstLine, stdout: () => stdout, ended };
}

/** The one JSON object on standard output. */
export function jsonOf({ stdout }: CliRun): unknown {
  expect(stdout.trimEnd()).not.toContain('\n');
  return JSON.parse(stdout);
}

/** What is wrong and what to do on one line of standard error, and nothing like a stack trace. */
export function expectSentence({ stdout, stderr }: CliRun): void {
  expect(stderr).toMatch(/^\S[^\n]*[.?] (?:[A-Z][^\n]*[.…]|Usage: [^\n]+)\n/);
  expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(/^\s+at /m);
    expect(text).not.toMatch(/\b(?:undefined|NaN|\[object Object\]|TypeError|node:internal)\b/);
  }
}
