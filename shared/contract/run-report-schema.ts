import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';

import { checkOperators } from '../model/check.ts';
import { runFormat, type RunReport } from '../model/run.ts';

const text = v.string();
const maybe = v.nullable(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));

const problem = v.object({ code: text, message: text, remedy: text });

const subject = v.variant('of', [
  v.object({ of: v.picklist(['status', 'verdict', 'entry', 'code', 'body', 'time']) }),
  v.object({ of: v.literal('header'), name: text }),
  v.object({ of: v.literal('json'), path: text }),
  v.object({ of: v.literal('xml'), path: text, namespaces: v.record(text, text) }),
]);

const checkResult = v.object({
  check: v.object({ subject, operator: v.picklist(checkOperators), expected: text }),
  passed: v.boolean(),
  actual: maybe,
  message: text,
});

const captureResult = v.object({
  capture: v.object({ subject, variable: text }),
  value: maybe,
  message: text,
});

const run = v.object({
  id: text,
  startedAt: text,
  endedAt: maybe,
  state: v.picklist(['running', 'done', 'bailed', 'cancelled', 'stopped', 'broken-off']),
  reason: v.nullable(problem),
  collection: v.object({ id: maybe, name: text }),
  environment: v.object({
    id: text,
    name: text,
    environmentClass: v.picklist(['sandbox', 'test', 'production']),
  }),
  table: v.nullable(v.object({ name: text, rows: count })),
  plan: v.object({
    paths: v.array(text),
    environmentId: text,
    overrides: v.record(text, text),
    table: maybe,
    iterations: number,
    bail: v.boolean(),
    delay: count,
    concurrency: number,
    onlyFailedOf: maybe,
    shard: v.nullable(v.object({ index: number, count: number })),
    timeout: number,
  }),
  remarks: v.array(text),
  counts: v.object({
    planned: count,
    passed: count,
    failed: count,
    unknown: count,
    skipped: count,
    checksPassed: count,
    checksFailed: count,
  }),
  duration: milliseconds,
});

const result = v.object({
  number,
  iteration: number,
  row: v.nullable(number),
  path: text,
  name: text,
  exchangeId: maybe,
  verdict: v.nullable(v.picklist(['accepted', 'pending', 'refused', 'unknown'])),
  status: v.nullable(count),
  duration: v.nullable(milliseconds),
  headline: text,
  passed: v.boolean(),
  checks: v.array(checkResult),
  captures: v.array(captureResult),
  problems: v.array(problem),
});

/** The documented shape of a report in JSON; later versions of the workbench may add members. */
export const runReportSchema = v.object({
  format: v.literal(runFormat),
  run,
  results: v.array(result),
}) satisfies v.GenericSchema<unknown, Pick<RunReport, 'format'>>;

/** The same as JSON Schema, for other programs. */
export function runJsonSchema(): object {
  return {
    ...toJsonSchema(runReportSchema, { target: 'draft-2020-12', errorMode: 'ignore' }),
    $id: `urn:${runFormat}`,
    title: 'Report of a run of Refund Workbench',
  };
}
