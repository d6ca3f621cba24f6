import { randomUUID } from 'node:crypto';

import type { BatchPlan, BatchRow, BatchSummary } from '../../shared/model/batch.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { OpenWorkbench } from '../../electron/open-workbench.ts';
import { valueOf } from './value-of.ts';

type Handlers = Pick<OpenWorkbench, 'handlers'>;

/** Takes a table over as the page does; gives its id. */
export async function addTable({ handlers }: Handlers, text: string): Promise<string> {
  const id = randomUUID();
  const added = await handlers['table.add']({ id, name: 'table.csv', text, last: true, separator: null });
  return valueOf(added)?.id ?? id;
}

/** What is asked of a batch of PayU, unless told otherwise: each column has the name of its field. */
export function planOf(table: string, changes: Partial<BatchPlan> = {}): BatchPlan {
  return {
    api: 'payu',
    template: 'refund',
    environmentId: 'sandbox',
    table,
    columns: { 'payu.payuId': 'payuId', 'payu.amount': 'amount', 'payu.refundId': 'refundId' },
    values: {},
    stopRules: { failuresInARow: null, totalLimit: null },
    delay: 0,
    timeout: 10_000,
    ...changes,
  };
}

/** A table of so many refunds of PayU: 1.10, 2.10 and so on. */
export function payuTable(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `4039937160${String(index).padStart(8, '0')},${index + 1}.10,R-${index + 1}`,
  );
  return ['payuId,amount,refundId', ...lines, ''].join('\n');
}

/** Begins a batch and waits for its end. */
export async function untilEnd(
  workbench: Pick<OpenWorkbench, 'handlers' | 'listen'>,
  begin: () => Promise<Result<BatchSummary, readonly Problem[]>>,
): Promise<BatchSummary> {
  const ended = Promise.withResolvers<BatchSummary>();
  const stop = workbench.listen((event) => {
    if (event.name === 'batch.changed' && event.batch.state !== 'running') ended.resolve(event.batch);
  });
  try {
    valueOf(await begin());
    return await ended.promise;
  } finally {
    stop();
  }
}

/** Checks a plan and starts it with the confirmation it asks for, to its end. */
export async function runToEnd(
  workbench: Pick<OpenWorkbench, 'handlers' | 'listen'>,
  plan: BatchPlan,
): Promise<BatchSummary> {
  const { confirmation } = valueOf(await workbench.handlers['batch.check'](plan));
  return untilEnd(workbench, () =>
    workbench.handlers['batch.start']({ ...plan, confirmation: confirmation.text }),
  );
}

export async function rowsOf({ handlers }: Handlers, id: string): Promise<readonly BatchRow[]> {
  return valueOf(await handlers['batch.rows']({ id, after: 0, limit: 500, states: [] }));
}
