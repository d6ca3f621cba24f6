import { writeShellWord } from '../../../shared/formats/shell-words.ts';
import type { BatchPlan } from '../../../shared/model/batch.ts';
import type { TableDescription } from '../../../shared/model/table.ts';
import type { BatchWork } from './use-batch-work.ts';

/** The command line that runs this batch, for a shell as Linux and macOS have it. */
export function batchCommand(
  plan: BatchPlan,
  table: TableDescription,
  { environment, check }: Pick<BatchWork, 'environment' | 'check'>,
): string {
  const { stopRules } = plan;
  const option = (name: string, text: string): readonly string[] => [name, text];
  const words = [
    ...[`${plan.api}/${plan.template}`],
    ...option('--data', table.name),
    ...(table.separator === null || table.separator === ',' ? [] : option('--separator', table.separator)),
    ...option('--env', environment.id),
    ...Object.entries(plan.columns).flatMap(([name, column]) => option('--map', `${name}=${column}`)),
    ...Object.entries(plan.values).flatMap(([name, value]) => option('--set', `${name}=${value}`)),
    ...(stopRules.failuresInARow === null ? [] : option('--stop-after', String(stopRules.failuresInARow))),
    ...(stopRules.totalLimit === null ? [] : option('--limit', stopRules.totalLimit)),
    ...(plan.delay === 0 ? [] : option('--delay', String(plan.delay))),
    ...(environment.environmentClass === 'production' ? ['--arm-production'] : []),
    ...(check === null ? [] : option('--confirm', check.confirmation.text)),
    ...option('--result', 'result.csv'),
  ];
  return `npm run -s cli -- batch run ${words.map((word) => writeShellWord([word])).join(' ')}`;
}
