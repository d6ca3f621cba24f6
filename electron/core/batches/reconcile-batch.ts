import { findApi } from '../../../shared/apis/registry.ts';
import type { ReconcileInput } from '../../../shared/contract/batch-commands.ts';
import { amountOfOperation } from '../../../shared/engine/batch-fields.ts';
import { createReconciler, type Reconciler } from '../../../shared/engine/reconcile-refunds.ts';
import type { BatchRowState, BatchTotal, Reconciliation } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { StoredBatch } from '../../../shared/ports/batch-store.ts';
import type { Ports } from '../ports.ts';
import { batchProblem, noSuchBatch } from './batch-problem.ts';

/** Rows that are looked at before others get their turn. */
const pageLength = 1000;

/** Lines of the comparison that are told. */
const mostRows = 500;

const requestedStates: readonly BatchRowState[] = ['accepted', 'pending', 'refused', 'unknown', 'sending'];

/** Compares what a batch asked for with the export of a provider, which is a table. */
export async function reconcileBatch(
  batch: StoredBatch | null,
  input: ReconcileInput,
  ports: Ports,
): Promise<Result<Reconciliation, Problem>> {
  if (batch === null) return fail(noSuchBatch(input.id));
  const api = findApi(batch.plan.api);
  const template = api?.templates.find(({ id }) => id === batch.plan.template);
  const operation = api?.operations.find(({ id }) => id === template?.operation);
  const { unit, currency } = (operation === undefined ? null : amountOfOperation(operation)) ?? {
    unit: 'major',
    currency: '',
  };
  const reconciler = createReconciler(unit, mostRows);
  const exported = await addExport(reconciler, input, ports);
  if (!exported.ok) return exported;
  const asked = await addAsked(reconciler, input, ports);
  if (!asked.ok) return asked;
  const totalOf = (states: readonly BatchRowState[]): Result<readonly BatchTotal[], Problem> => {
    const sum = ports.batches.sum(batch.id, states);
    return sum.ok ? ok(sum.value.rows === 0 ? [] : [{ unit, currency, ...sum.value }]) : sum;
  };
  const requested = totalOf(requestedStates);
  if (!requested.ok) return requested;
  const accepted = totalOf(['accepted', 'pending']);
  if (!accepted.ok) return accepted;
  return ok({ ...reconciler.finish(), requested: requested.value, accepted: accepted.value });
}

async function addExport(
  reconciler: Reconciler,
  { table, key, amount }: ReconcileInput,
  { tables }: Ports,
): Promise<Result<null, Problem>> {
  const described = tables.describe(table);
  if (!described.ok) return described;
  const { columns, name } = described.value;
  const absent = [key, ...(amount === null ? [] : [amount])].find((column) => !columns.includes(column));
  if (absent !== undefined) {
    return fail(
      batchProblem(`${name} has no column "${absent}".`, `Its columns are: ${columns.join(', ')}.`),
    );
  }
  const [keyAt, amountAt] = [columns.indexOf(key), amount === null ? null : columns.indexOf(amount)];
  for (let after: number | null = 0; after !== null;) {
    const page = tables.read(table, { after, limit: pageLength });
    if (!page.ok) return page;
    for (const { number, cells } of page.value.rows) {
      const text = (cells[keyAt] ?? '').trim();
      const said = amountAt === null ? null : (cells[amountAt] ?? '');
      reconciler.addExport({ row: number, key: text, amount: said });
    }
    after = page.value.next;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return ok(null);
}

async function addAsked(
  reconciler: Reconciler,
  { id, keyOf }: ReconcileInput,
  { batches }: Ports,
): Promise<Result<null, Problem>> {
  for (let after: number | null = 0; after !== null;) {
    const page = batches.rows({ id, after, limit: pageLength, states: [] });
    if (!page.ok) return page;
    for (const row of page.value) {
      reconciler.addAsked({ row: row.row, state: row.state, amount: row.amount, key: row[keyOf] });
    }
    after = page.value.at(-1)?.row ?? null;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return ok(null);
}
