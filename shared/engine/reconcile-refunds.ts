import { addAmounts, compareAmounts, minorToMajor, parseAmount } from '../model/amount.ts';
import type { AmountUnit } from '../model/amount.ts';
import type { BatchRow, BatchRowState, ReconciledRow } from '../model/batch.ts';

/** A line of the export of a provider. */
export type ExportRow = {
  /** From 1. */
  readonly row: number;
  readonly key: string;
  /** As written; `null` without an amount column. */
  readonly amount: string | null;
};

/** A row of a batch, by the value of its key; `null` where it has none. */
export type AskedRow = Pick<BatchRow, 'row' | 'state' | 'amount'> & { readonly key: string | null };

/** A comparison under way: first the whole export goes in, then the rows of the batch. */
export type Reconciler = {
  readonly addExport: (row: ExportRow) => void;
  readonly addAsked: (row: AskedRow) => void;
  readonly finish: () => Findings;
};

export type Findings = {
  readonly counts: Readonly<Record<ReconciledRow['finding'], number>>;
  /** Exact sum of the amounts of the export that can be read; `null` where it has none. */
  readonly confirmed: string | null;
  /** What is not the same, as many as asked for. */
  readonly rows: readonly ReconciledRow[];
};

/**
 * Compares what was asked for with what a provider says, by key. Rows of one key are paired by equal amount first, in
 * order. An export that writes any amount with a point counts whole units; where the API counts cents, its amounts are
 * compared as cents. A minus sign before an amount of the export says only that money went out.
 */
export function createReconciler(unit: AmountUnit, mostRows: number): Reconciler {
  const exported = new Map<string, ExportRow[]>();
  /** Accepted rows whose key the export has, and none with their amount. */
  const unequal: AskedRow[] = [];
  const counts = { same: 0, missing: 0, extra: 0, 'different-amount': 0, 'not-accepted': 0 };
  const rows: ReconciledRow[] = [];
  let hasPoint = false;
  let confirmed: string | null = null;
  const tell = (finding: ReconciledRow['finding'], row: Omit<ReconciledRow, 'finding'>): void => {
    counts[finding] += 1;
    if (finding !== 'same' && rows.length < mostRows) rows.push({ finding, ...row });
  };
  const isEqual = (asked: string | null, said: string | null): boolean => {
    if (asked === null || said === null) return true;
    const amount = magnitudeOf(said);
    if (amount === null || !parseAmount(asked).ok) return false;
    const inUnitOfExport = unit === 'minor' && hasPoint ? centsToMajor(asked) : asked;
    return inUnitOfExport !== null && compareAmounts(inUnitOfExport, amount) === 0;
  };
  const take = (key: string, amount: string | null): ExportRow | null => {
    const lines = exported.get(key) ?? [];
    const index = lines.findIndex((line) => isEqual(amount, line.amount));
    return index === -1 ? null : (lines.splice(index, 1)[0] ?? null);
  };
  const tellNotAccepted = (row: AskedRow): void => {
    const line = row.key === null ? null : take(row.key, row.amount);
    tell('not-accepted', {
      ...pairOf(row, line),
      detail: line === null ? notAccepted[row.state] : `${notAccepted[row.state]} The export confirms it all the same.`,
    });
  };
  const addAsked = (row: AskedRow): void => {
    if (!isAccepted(row.state)) {
      tellNotAccepted(row);
      return;
    }
    const line = row.key === null ? null : take(row.key, row.amount);
    if (line !== null) tell('same', { ...pairOf(row, line), detail: '' });
    else unequal.push(row);
  };
  const pairUnequal = (row: AskedRow): void => {
    const line = row.key === null ? null : (exported.get(row.key)?.shift() ?? null);
    if (line === null) {
      const detail = row.key === null ? noKey : 'It was taken, and the export does not have it.';
      tell('missing', { ...pairOf(row, null), detail });
      return;
    }
    const detail =
      magnitudeOf(line.amount ?? '') === null
        ? `The export says ${line.amount ?? ''}, which cannot be read as an amount.`
        : `${row.amount ?? ''} was asked for, and the export says ${line.amount ?? ''}.`;
    tell('different-amount', { ...pairOf(row, line), detail });
  };
  return {
    addExport: (line) => {
      const lines = exported.get(line.key);
      if (lines === undefined) exported.set(line.key, [line]);
      else lines.push(line);
      const amount = magnitudeOf(line.amount ?? '');
      if (amount === null) return;
      hasPoint ||= amount.includes('.');
      confirmed = addAmounts(confirmed ?? '0', amount);
    },
    addAsked,
    finish: () => {
      unequal.forEach(pairUnequal);
      for (const [key, lines] of exported) {
        for (const { row, amount } of lines) {
          const detail = 'The export has it, and no row of the batch is left for it.';
          const asked = { requested: null, accepted: null, row: null };
          tell('extra', { key, ...asked, confirmed: amount, exportRow: row, detail });
        }
      }
      return { counts, confirmed, rows };
    },
  };
}

const noKey = 'It was taken, and has no such key to find it by.';

const notAccepted: Readonly<Record<BatchRowState, string>> = {
  ready: 'It was not sent.',
  sending: 'It is under way.',
  invalid: 'It could not be sent.',
  refused: 'It was refused.',
  unknown: 'What became of it is unknown.',
  'not-sent': 'It was not sent.',
  accepted: '',
  pending: '',
};

function isAccepted(state: BatchRowState): boolean {
  return state === 'accepted' || state === 'pending';
}

function pairOf(
  { row, key, amount, state }: AskedRow,
  line: ExportRow | null,
): Omit<ReconciledRow, 'finding' | 'detail'> {
  return {
    key: key ?? '',
    requested: amount,
    accepted: isAccepted(state) ? amount : null,
    confirmed: line?.amount ?? null,
    row,
    exportRow: line?.row ?? null,
  };
}

/** An amount of an export without its sign; `null` where it cannot be read. */
function magnitudeOf(text: string): string | null {
  const amount = parseAmount(text.trim());
  return amount.ok ? amount.value.replace('-', '') : null;
}

function centsToMajor(cents: string): string | null {
  return /^\d+$/.test(cents) ? minorToMajor(cents) : null;
}
