import type { ParseArgsOptionsConfig } from 'node:util';

import type { RequestTemplate } from '../../../../shared/definition/request-template.ts';
import type { ApiDefinition } from '../../../../shared/definition/api-definition.ts';
import { batchFields } from '../../../../shared/engine/batch-fields.ts';
import { parseAmount } from '../../../../shared/model/amount.ts';
import type { BatchPlan } from '../../../../shared/model/batch.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import type { TableDescription } from '../../../../shared/model/table.ts';
import { findTemplate } from '../../find-template.ts';
import { type Arguments, parseNumber, parsePairs } from '../../parse-args.ts';
import type { VerbInput } from '../../verb.ts';

/** Options that say what is refunded. */
export const planOptions = {
  data: { type: 'string' },
  separator: { type: 'string' },
  map: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  env: { type: 'string' },
  'stop-after': { type: 'string' },
  limit: { type: 'string' },
  delay: { type: 'string' },
  timeout: { type: 'string' },
} satisfies ParseArgsOptionsConfig;

/** Takes the table over and puts the plan together. The table has to be released by whoever asked. */
export async function readPlan({
  workbench,
  args,
}: Pick<VerbInput, 'workbench' | 'args'>): Promise<
  Result<{ readonly plan: BatchPlan; readonly table: TableDescription }, Problem>
> {
  const target = findTemplate(args.positionals[0] ?? '');
  if (!target.ok) return target;
  const { api, template } = target.value;
  const rules = readRules(args);
  if (!rules.ok) return rules;
  const columns = parsePairs(args.values('map'), { option: 'map', example: 'Amount' });
  if (!columns.ok) return columns;
  const values = parsePairs(args.values('set'));
  if (!values.ok) return values;
  const table = await addTable(workbench, args);
  if (!table.ok) return table;
  const environmentId = args.value('env') ?? (await workbench.handlers['environment.list'](null)).activeId;
  const named = columnsByName(api, template, table.value.columns);
  const given = { ...values.value, ...columns.value };
  const byName = Object.entries(named).filter(([name]) => !Object.hasOwn(given, name));
  return ok({
    table: table.value,
    plan: {
      api: api.id,
      template: template.id,
      environmentId,
      table: table.value.id,
      columns: { ...Object.fromEntries(byName), ...columns.value },
      values: values.value,
      ...rules.value,
    },
  });
}

/** Takes a data file over. */
export async function addTable(
  { tables }: VerbInput['workbench'],
  args: Arguments,
): Promise<Result<TableDescription, Problem>> {
  const path = args.value('data');
  if (path !== null) return tables.addFile(path, { separator: args.value('separator') });
  return fail({
    code: 'bad-input',
    message: 'No data file is named.',
    remedy: 'Write --data and a CSV or JSON file.',
  });
}

/** A column that has the very name of a field, whole or its last part, needs no `--map`. */
function columnsByName(
  api: ApiDefinition,
  template: RequestTemplate,
  columns: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    batchFields(api, template).flatMap(({ spec: { name } }) => {
      const lastPart = name.slice(name.lastIndexOf('.') + 1);
      const column = [name, lastPart].find((candidate) => columns.includes(candidate));
      return column === undefined ? [] : [[name, column] as const];
    }),
  );
}

function readRules(args: Arguments): Result<Pick<BatchPlan, 'stopRules' | 'delay' | 'timeout'>, Problem> {
  const failures = parseNumber('stop-after', args.value('stop-after'), { min: 1, max: 1_000_000 });
  if (!failures.ok) return failures;
  const delay = parseNumber('delay', args.value('delay'), { min: 0, max: 3_600_000 });
  if (!delay.ok) return delay;
  const timeout = parseNumber('timeout', args.value('timeout'), { min: 1, max: 3600 });
  if (!timeout.ok) return timeout;
  const totalLimit = args.value('limit');
  if (totalLimit !== null && (!parseAmount(totalLimit).ok || totalLimit.startsWith('-'))) {
    return fail({
      code: 'bad-input',
      message: `--limit ${totalLimit} is no amount.`,
      remedy: 'Write --limit and an amount like 5000.00, in the unit of the API.',
    });
  }
  return ok({
    stopRules: { failuresInARow: failures.value, totalLimit },
    delay: delay.value ?? 0,
    timeout: (timeout.value ?? 60) * 1000,
  });
}
