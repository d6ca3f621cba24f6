import type { CaptureResult, CheckResult } from './check.ts';
import type { CollectionContent } from './collection.ts';
import type { EnvironmentClass } from './environment.ts';
import type { Problem } from './problem.ts';
import type { Verdict } from './verdict.ts';

/** What is run: requests of a collection of the workspace, or a collection given as such. */
export type RunTarget =
  | {
      readonly kind: 'saved';
      readonly collection: string;
      /** Folders and requests by path; empty for all. They run in the order of the collection. */
      readonly paths: readonly string[];
    }
  | { readonly kind: 'given'; readonly content: CollectionContent };

/** What is asked of a run. */
export type RunPlan = {
  readonly target: RunTarget;
  readonly environmentId: string;
  /** Values for this run only; data rows and captures are stronger. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Id of a table: each row is an iteration of its own, its columns are variables. */
  readonly table: string | null;
  /** How often everything is run, with a table how often each row. */
  readonly iterations: number;
  /** Ends with the first request that fails. */
  readonly bail: boolean;
  /** Milliseconds between two requests. */
  readonly delay: number;
  /** Iterations at once; more than 1 is refused for production. */
  readonly concurrency: number;
  /** Id of an earlier run: only what failed there is run, with its rows. */
  readonly onlyFailedOf: string | null;
  /** The index-th of count parts, counted from 1; iterations are dealt out in turn. */
  readonly shard: { readonly index: number; readonly count: number } | null;
  /** Milliseconds for each request. */
  readonly timeout: number;
};

export type RunCounts = {
  /** Requests that are to be sent. */
  readonly planned: number;
  readonly passed: number;
  readonly failed: number;
  /** Of the failed: those whose outcome is unknown, so that a refund may have happened. */
  readonly unknown: number;
  /** Not sent because the run ended before. */
  readonly skipped: number;
  readonly checksPassed: number;
  readonly checksFailed: number;
};

/**
 * - `done`: everything was run.
 * - `bailed`: ended with the first failure, as asked.
 * - `cancelled`: ended by the user, after the requests under way.
 * - `stopped`: could not go on; `reason` says why.
 * - `broken-off`: the program ended while it ran.
 */
export type RunState = 'running' | 'done' | 'bailed' | 'cancelled' | 'stopped' | 'broken-off';

export type RunSummary = {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly state: RunState;
  readonly reason: Problem | null;
  /** The collection it ran; its id is `null` where it was none of the workspace. */
  readonly collection: { readonly id: string | null; readonly name: string };
  readonly environment: {
    readonly id: string;
    readonly name: string;
    readonly environmentClass: EnvironmentClass;
  };
  /** Name and rows of its data file. */
  readonly table: { readonly name: string; readonly rows: number } | null;
  readonly plan: Omit<RunPlan, 'target'> & { readonly paths: readonly string[] };
  /** What is told and stops nothing, as that a column of the table is used nowhere. */
  readonly remarks: readonly string[];
  readonly counts: RunCounts;
  /** Milliseconds of all requests together. */
  readonly duration: number;
};

/** One request of a run. */
export type RunResult = {
  /** From 1, in the order in which the requests ended. */
  readonly number: number;
  /** From 1. */
  readonly iteration: number;
  /** Row of the table, from 1; `null` without one. */
  readonly row: number | null;
  /** Path in the collection. */
  readonly path: string;
  readonly name: string;
  /** Stored exchange; `null` where nothing was sent. */
  readonly exchangeId: string | null;
  readonly verdict: Verdict | null;
  readonly status: number | null;
  /** Milliseconds; `null` where nothing was sent. */
  readonly duration: number | null;
  /** The verdict in words, or why nothing was sent. */
  readonly headline: string;
  /** With checks: all of them passed. Without: the verdict is accepted or pending. */
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
  readonly captures: readonly CaptureResult[];
  /** Why nothing was sent. */
  readonly problems: readonly Problem[];
};

/** A page of results: in order, `limit` at a time; `after` is the number of the last one seen, 0 at first. */
export type RunResultPage = {
  readonly id: string;
  readonly after: number;
  readonly limit: number;
  readonly only: 'all' | 'failed';
};

export const runReportKinds = ['junit', 'html', 'json'] as const;

export type RunReportKind = (typeof runReportKinds)[number];

/** Names the shape of a report in JSON. */
export const runFormat = 'refund-workbench-run-1';

/** A report in JSON: the run and all its results. */
export type RunReport = {
  readonly format: typeof runFormat;
  readonly run: RunSummary;
  readonly results: readonly RunResult[];
};
