import { amountOfOperation } from '../../../shared/engine/batch-fields.ts';
import { redactDeep } from '../../../shared/engine/redact.ts';
import { addAmounts } from '../../../shared/model/amount.ts';
import type { BatchCheck, BatchPlan, BatchTotal, RowProblem } from '../../../shared/model/batch.ts';
import type { JournalRefund } from '../../../shared/model/journal.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { TableDescription, TableRow } from '../../../shared/model/table.ts';
import type { BatchSum, NewBatchRow, TextMemory } from '../../../shared/ports/batch-store.ts';
import type { Ports } from '../ports.ts';
import { confirmationOf } from './batch-confirmation.ts';
import { openBatch, type OpenBatch } from './open-batch.ts';
import { planRow, type PlannedRow } from './plan-row.ts';

/** Rows that are looked at before others get their turn. */
const pageLength = 250;

/** Problems that are told. */
const mostProblems = 500;

/** A whole table, looked at. */
export type CheckedBatch = {
  readonly check: BatchCheck;
  readonly batch: OpenBatch;
  readonly table: TableDescription;
  /** The first refund that can be sent; `null` for none. */
  readonly first: JournalRefund | null;
};

/** Takes rows that were looked at, in order. */
export type KeepRows = (rows: readonly NewBatchRow[]) => Result<null, Problem>;

/**
 * Looks at every row of a table and sends nothing. Memory does not grow with the table. `keep` gets every row; what it
 * fails with ends the look.
 */
export async function checkBatch(
  plan: BatchPlan,
  ports: Ports,
  keep: KeepRows = () => ok(null),
): Promise<Result<CheckedBatch, Problem>> {
  const table = ports.tables.describe(plan.table);
  if (!table.ok) return table;
  const opened = await openBatch(plan, table.value.columns, ports);
  if (!opened.ok) return opened;
  const batch = opened.value;
  const look = startLook(batch, ports);
  try {
    for (let after: number | null = 0; after !== null; ) {
      const page = ports.tables.read(plan.table, { after, limit: pageLength });
      if (!page.ok) return page;
      const rows = look.takeRows(page.value.rows);
      if (!rows.ok) return rows;
      const kept = keep(rows.value);
      if (!kept.ok) return kept;
      after = page.value.next;
      await new Promise((resolve) => setTimeout(resolve));
    }
  } finally {
    look.close();
  }
  return ok({ check: look.finish(), first: look.first(), batch, table: table.value });
}

/** A look at a table under way. */
type Look = {
  readonly takeRows: (rows: readonly TableRow[]) => Result<readonly NewBatchRow[], Problem>;
  readonly finish: () => BatchCheck;
  readonly first: () => JournalRefund | null;
  readonly close: () => void;
};

function startLook(batch: OpenBatch, ports: Ports): Look {
  const memory = ports.batches.rememberTexts();
  const stopping: RowProblem[] = [];
  const told: RowProblem[] = [];
  let [rowCount, problemCount] = [0, 0];
  let sum: BatchSum = { rows: 0, amount: '0', withoutAmount: 0 };
  let first: JournalRefund | null = null;
  let effect: readonly string[] = [];
  const remember = (problems: readonly RowProblem[]): void => {
    problemCount += problems.length;
    for (const problem of problems) {
      const list = problem.stops ? stopping : told;
      if (list.length < mostProblems) list.push(problem);
    }
  };
  const takeRow = (row: TableRow): Result<NewBatchRow, Problem> => {
    const planned = planRow(batch, row, ports, first === null);
    if (!planned.ok) return planned;
    const { refund, request } = planned.value;
    const problems = [...planned.value.problems, ...findTwins(planned.value, row.number, memory)];
    const stops = problems.filter((problem) => problem.stops);
    rowCount += 1;
    remember(problems);
    if (refund === null || stops.length > 0) return ok(toInvalid(row, refund, stops));
    sum = addRefund(sum, refund);
    if (first === null && request !== null) {
      first = refund;
      const { api, operation } = batch.open;
      effect = redactDeep(api.describeEffect(operation.id, request).sentences, batch.redact);
    }
    return ok(toReady(row, refund));
  };
  return {
    takeRows: (rows) => {
      const taken: NewBatchRow[] = [];
      for (const row of rows) {
        const result = takeRow(row);
        if (!result.ok) return result;
        taken.push(result.value);
      }
      return ok(taken);
    },
    finish: () => ({
      rows: rowCount,
      ready: sum.rows,
      calls: Math.ceil(sum.rows / (batch.packing?.limit ?? 1)),
      totals: totalsOf(batch, sum),
      problems: [...stopping, ...told].slice(0, mostProblems),
      problemCount,
      confirmation: confirmationOf(sum),
      effect,
    }),
    first: () => first,
    close: memory.close,
  };
}

/** A sum of a batch in its currency; an API has one for each operation. No rows have no total. */
export function totalsOf({ open }: Pick<OpenBatch, 'open'>, sum: BatchSum): readonly BatchTotal[] {
  if (sum.rows === 0) return [];
  const { unit, currency } = amountOfOperation(open.operation) ?? { unit: 'major', currency: '' };
  return [{ unit, currency, ...sum }];
}

function addRefund({ rows, amount, withoutAmount }: BatchSum, refund: JournalRefund): BatchSum {
  return refund.amount === null
    ? { rows: rows + 1, amount, withoutAmount: withoutAmount + 1 }
    : { rows: rows + 1, amount: addAmounts(amount, refund.amount), withoutAmount };
}

/** The same money, or the same id, in an earlier row of the file. A row that cannot be sent takes nobody's place. */
function findTwins({ refund, problems }: PlannedRow, row: number, memory: TextMemory): readonly RowProblem[] {
  if (refund === null || problems.some(({ stops }) => stops)) return [];
  const tell = (message: string, remedy: string): RowProblem => ({
    row,
    column: null,
    problem: { code: 'repeated-refund', message, remedy },
    stops: true,
  });
  const same = memory.firstRow(`refund ${refund.fingerprint}`, row);
  if (same !== null) {
    return [
      tell(
        `Row ${same} asks for the same refund: ${refund.amount ?? 'all that is left'} of ${refund.transaction}.`,
        'Take one of the two out; what is meant twice is sent on its own.',
      ),
    ];
  }
  const sameId = refund.refundId === null ? null : memory.firstRow(`id ${refund.refundId}`, row);
  if (sameId === null) return [];
  return [
    tell(
      `Row ${sameId} has the same refund id, ${refund.refundId ?? ''}.`,
      'Give every refund an id of its own.',
    ),
  ];
}

function toReady({ number: row, cells }: TableRow, refund: JournalRefund): NewBatchRow {
  const { transaction, amount, refundId, fingerprint } = refund;
  return { row, cells, state: 'ready', meaning: '', transaction, amount, refundId, fingerprint };
}

function toInvalid(
  { number: row, cells }: TableRow,
  refund: JournalRefund | null,
  stops: readonly RowProblem[],
): NewBatchRow {
  const { transaction = null, amount = null, refundId = null } = refund ?? {};
  const meaning = stops.map(({ problem }) => problem.message).join(' ');
  return { row, cells, state: 'invalid', meaning, transaction, amount, refundId, fingerprint: null };
}
