import type { BatchCommands } from '../../../shared/contract/batch-commands.ts';
import type { BatchRow } from '../../../shared/model/batch.ts';
import { fail, ok } from '../../../shared/model/result.ts';
import type { StoredBatch } from '../../../shared/ports/batch-store.ts';
import type { Ports } from '../ports.ts';
import { noSuchBatch } from './batch-problem.ts';

type ResultCommand = BatchCommands['batch.result'];

/** Columns after those of the table. The prefix keeps them apart: tables have columns of their own for amounts and ids. */
const resultColumns = [
  'result state',
  'result code',
  'result meaning',
  'result transaction',
  'result amount',
  'result refund id',
  'result provider id',
  'result exchange',
  'result time',
];

/** A part of the result file: one line for each row of the table, after the line of names. */
export function batchResult(
  batch: StoredBatch | null,
  { id, after, limit }: ResultCommand['input'],
  { batches, csv }: Ports,
): ResultCommand['output'] {
  if (batch === null) return fail(noSuchBatch(id));
  const rows = batches.rows({ id, after, limit, states: [] });
  if (!rows.ok) return rows;
  const names = after === 0 ? [[...batch.table.columns, ...resultColumns]] : [];
  const next = rows.value.length < limit ? null : (rows.value.at(-1)?.row ?? null);
  return ok({ text: csv.write([...names, ...rows.value.map(toLine)]), next });
}

function toLine(row: BatchRow): readonly string[] {
  return [
    ...row.cells,
    row.state,
    noFormula(row.code ?? ''),
    noFormula(row.meaning),
    row.transaction ?? '',
    row.amount ?? '',
    row.refundId ?? '',
    noFormula(row.providerId ?? ''),
    row.exchangeId ?? '',
    row.at ?? '',
  ];
}

/**
 * What comes from outside must not run as a formula in a spreadsheet: an apostrophe makes it a text. Cells of the table
 * and what was sent of them stay byte for byte, since other programs compare them.
 */
function noFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
