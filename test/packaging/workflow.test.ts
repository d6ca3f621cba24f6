import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import packageJson from '../../package.json' with { type: 'json' };
import { project } from '../support/run-cli.ts';

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Job = {
  readonly 'runs-on': string;
  readonly 'timeout-minutes'?: number;
  readonly permissions?: unknown;
  readonly strategy: {
    readonly matrix: {
      readonly os?: readonly string[];
      readonly include?: readonly { readonly os: string }[];
    };
  };
  readonly steps: readonly Step[];
};
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
};

const text = readFileSync(join(project, '.github', 'workflows', 'check.yml'), 'utf8');
const workflow = parse(text) as Workflow;
const jobs = Object.entries(workflow.jobs);
const runs = jobs.flatMap(([, { steps }]) => steps.flatMap(({ run }) => run ?? []));

describe('the workflow', () => {
  it('tests and packs on all three systems', () => {
    const systems = ['ubuntu-latest', 'macos-latest', 'windows-latest'];
    expect(jobs.map(([name]) => name)).toEqual(['test', 'package']);
    for (const [, { strategy, ...job }] of jobs) {
      expect(strategy.matrix.os ?? strategy.matrix.include?.map(({ os }) => os)).toEqual(systems);
      expect(job['runs-on']).toBe('${{ matrix.os }}');
    }
  });

  it('runs scripts that there are, and checks that there are', () => {
    const called = runs.filter((run) => !run.startsWith('sudo sysctl'));
    for (const run of called) {
      const [, script = '', check] =
        /^(?:xvfb-run --auto-servernum )?npm (?:run )?([\w-]+)(?: -- ([\w-]+))?$/.exec(run) ?? [];
      expect(['ci', ...Object.keys(packageJson.scripts)], run).toContain(script);
      if (check !== undefined) {
        expect(readFileSync(join(project, 'test', 'run-checks.ts'), 'utf8')).toContain(`name: '${check}'`);
      }
    }
    expect(called).toEqual(
      expect.arrayContaining(['npm ci', 'npm run runtime', 'npm test', 'npm run package']),
    );
  });

  it('lends Electron a screen on Linux, in each job', () => {
    for (const [, { steps }] of jobs) {
      const tests = steps.filter(({ run }) => run?.includes('npm test'));
      expect(tests.map(({ if: on, run }) => [on, run?.startsWith('xvfb-run ')])).toEqual([
        ["runner.os == 'Linux'", true],
        ["runner.os != 'Linux'", false],
      ]);
    }
  });

  it('keeps its sandbox, may only read, and knows no secret', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(jobs.filter(([, { permissions }]) => permissions !== undefined)).toEqual([]);
    expect(text).not.toMatch(/secrets\.|--no-sandbox|pull_request_target|GITHUB_TOKEN/);
    const checkouts = jobs.flatMap(([, { steps }]) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout')),
    );
    expect(checkouts.map((step) => step.with)).toEqual(jobs.map(() => ({ 'persist-credentials': false })));
  });

  it('ends what hangs and what is overtaken', () => {
    expect(workflow.concurrency['cancel-in-progress']).toBe(true);
    for (const [name, job] of jobs) expect(job['timeout-minutes'], name).toBeLessThanOrEqual(60);
  });

  it('uses actions of GitHub itself only', () => {
    const used = jobs.flatMap(([, { steps }]) => steps.flatMap(({ uses }) => uses ?? []));
    expect(
      used.filter((name) => !/^actions\/(?:checkout|setup-node|upload-artifact)@v\d+$/.test(name)),
    ).toEqual([]);
  });
});
