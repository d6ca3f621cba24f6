import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ExportedCollection } from '../../../shared/model/transfer.ts';
import { project } from '../../support/run-cli.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

/** What newman tells of one request. */
export type NewmanResult = {
  readonly name: string;
  readonly status: number | null;
  readonly body: string | null;
  /** Each test of Postman, and whether it passed. */
  readonly tests: readonly { readonly name: string; readonly error: string | null }[];
};

export type NewmanRun = {
  readonly results: readonly NewmanResult[];
  /** Tests that failed, also those of requests that were not sent, as "request: message". */
  readonly failed: readonly string[];
  /** What broke beside the tests: a script, a connection. */
  readonly faults: readonly string[];
  /** Requests that were sent, logins among them. */
  readonly sent: number;
};

type Report = {
  readonly run: {
    readonly stats: { readonly requests: { readonly total: number } };
    readonly executions: readonly {
      readonly cursor: { readonly position: number };
      readonly item: { readonly name: string };
      readonly response?: { readonly code: number; readonly stream?: { readonly data: readonly number[] } };
      readonly assertions?: readonly {
        readonly assertion: string;
        readonly error?: { readonly message: string };
      }[];
    }[];
    readonly failures: readonly {
      readonly source: { readonly name: string };
      readonly error: { readonly name: string; readonly message: string; readonly test?: string };
    }[];
  };
};

/** Runs an exported collection with its environment in the real newman, as its own program, and reads its report. */
export async function runNewman({ files }: ExportedCollection): Promise<NewmanRun> {
  const folder = temporaryDirectory();
  const [collection = '', environment = ''] = files.map(({ fileName, text }) => {
    const path = join(folder, fileName);
    writeFileSync(path, text);
    return path;
  });
  const report = join(folder, 'report.json');
  const newman = join(project, 'node_modules', 'newman', 'bin', 'newman.js');
  const reporting = ['--reporters', 'json', '--reporter-json-export', report];
  const child = spawn(process.execPath, [
    newman,
    'run',
    collection,
    '--environment',
    environment,
    ...reporting,
  ]);
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  await new Promise((resolve) => child.once('close', resolve));
  try {
    const { run } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    // Logins are listed under the same position, before the request itself.
    const last = new Map(run.executions.map((execution) => [execution.cursor.position, execution]));
    const named = run.failures.filter(({ error }) => error.test !== undefined);
    const broken = run.failures.filter(({ error }) => error.test === undefined);
    return {
      results: [...last.values()].map(toResult),
      failed: named.map(({ source, error }) => `${source.name}: ${error.message}`),
      sent: run.stats.requests.total,
      faults: broken.map(({ error }) => `${error.name}: ${error.message}`),
    };
  } catch (error) {
    throw new Error(`newman wrote no report: ${said}`, { cause: error });
  }
}

function toResult(execution: Report['run']['executions'][number]): NewmanResult {
  const { item, response, assertions = [] } = execution;
  return {
    name: item.name,
    status: response?.code ?? null,
    body: response === undefined ? null : Buffer.from(response.stream?.data ?? []).toString('utf8'),
    tests: assertions.map(({ assertion, error }) => ({ name: assertion, error: error?.message ?? null })),
  };
}
