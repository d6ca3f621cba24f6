import { writeShellWord } from '../formats/shell-words.ts';
import type { BatchPlan } from '../model/batch.ts';
import type { EnvironmentClass } from '../model/environment.ts';
import type { TableDescription } from '../model/table.ts';

/** What the command line needs to know of a plan beside the plan itself. */
export type BatchCommandFacts = {
  readonly table: Pick<TableDescription, 'name' | 'separator'>;
  readonly environmentClass: EnvironmentClass;
  /** What has to be typed to start it; `null` where that is not known yet. */
  readonly confirmation: string | null;
  /** Milliseconds that a call gets where nothing else is said. */
  readonly usualTimeout: number;
};

/** The same batch on the command line, for a POSIX shell. The file stands without its folder. */
export function batchCommandLine(
  { api, template, environmentId, columns, values, stopRules, delay, timeout }: BatchPlan,
  { table, environmentClass, confirmation, usualTimeout }: BatchCommandFacts,
): string {
  const { failuresInARow, totalLimit } = stopRules;
  const isUsualSeparator = table.separator === null || table.separator === ',';
  const options: readonly (readonly [name: string, value: string | null])[] = [
    ['data', table.name],
    ['separator', isUsualSeparator ? null : table.separator],
    ['env', environmentId],
    ...Object.entries(columns).map(([name, column]) => ['map', `${name}=${column}`] as const),
    ...Object.entries(values).map(([name, value]) => ['set', `${name}=${value}`] as const),
    ['stop-after', failuresInARow === null ? null : String(failuresInARow)],
    ['limit', totalLimit],
    ['delay', delay === 0 ? null : String(delay)],
    ['timeout', timeout === usualTimeout ? null : String(timeout / 1000)],
    ['confirm', confirmation],
    ['result', 'result.csv'],
  ];
  return [
    'npm run -s cli -- batch run',
    writeShellWord([`${api}/${template}`]),
    ...options.flatMap(([name, value]) => (value === null ? [] : [`--${name} ${writeShellWord([value])}`])),
    ...(environmentClass === 'production' ? ['--arm-production'] : []),
  ].join(' ');
}
