import { type CsvError, type InfoRecord, parse } from 'csv-parse';

import { type Cells, checkColumns, type RowReader, TableFault, type TablePlace } from './row-reader.ts';
import { separatorName } from './find-separator.ts';

/** Characters of one row; a quote that is never closed would else take in the whole file. */
const longestRow = 5_000_000;

/** Reads CSV (RFC 4180, with LF as well as CRLF). Cells are the very text of the file; blank lines are passed over. */
export function createCsvReader(separator: string): RowReader {
  let columns: readonly string[] | null = null;
  let remarks: readonly string[] = [];
  let rows: Cells[] = [];
  let fault: unknown = null;
  let end: Lines = { lines: 0, empty_lines: 0 };

  const take = (record: readonly string[], info: InfoRecord): null => {
    const line = lineAfter(end, info);
    end = { lines: info.lines, empty_lines: info.empty_lines };
    if (columns === null) ({ columns, remarks } = checkColumns(record, line));
    else if (record.length === columns.length) rows.push(record);
    else throw wrongCount(record.length, columns, separator, line);
    return null;
  };
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    on_record: take,
  });
  parser.on('error', (error) => (fault ??= error));
  parser.resume();
  const taken = (): readonly Cells[] => {
    if (fault !== null) throw fault instanceof TableFault ? fault : describe(fault, columns, end, separator);
    const done = rows;
    rows = [];
    return done;
  };
  return {
    feed: async (text) => {
      await new Promise<void>((resolve) => parser.write(text, () => resolve()));
      return taken();
    },
    finish: async () => {
      await new Promise<void>((resolve) => {
        parser.once('end', resolve).once('error', () => resolve());
        parser.end();
      });
      const last = taken();
      if (columns === null) throw new TableFault('it is empty', 'Choose a file with column names and rows.');
      return last;
    },
    columns: () => columns ?? [],
    remarks: () => [
      ...remarks,
      ...(end.empty_lines === 0 ? [] : [`Blank lines were passed over: ${end.empty_lines}.`]),
    ],
  };
}

/** Where the parser stands: lines with their blank ones, and blank ones alone. */
type Lines = { readonly lines: number; readonly empty_lines: number };

/** The line in which a record starts, from where the one before ended; the parser knows only where it ends. */
function lineAfter(end: Lines, { empty_lines }: Lines): number {
  return end.lines + 1 + empty_lines - end.empty_lines;
}

function wrongCount(count: number, columns: readonly string[], separator: string, line: number): TableFault {
  const cells = count === 1 ? 'is one cell' : `are ${count} cells`;
  const wanted = columns.length === 1 ? 'one column' : `${columns.length} columns`;
  const which =
    count < columns.length
      ? `"${columns[count] ?? ''}" is the first that is missing`
      : `the cell after "${columns.at(-1) ?? ''}" is one too many`;
  return new TableFault(
    `there ${cells} for ${wanted}; ${which}`,
    `Complete the line, or put cells that hold ${separatorName(separator)} in quotes.`,
    { line, column: Math.min(count, columns.length) + 1 },
  );
}

function describe(fault: unknown, columns: readonly string[] | null, end: Lines, separator: string): unknown {
  const error = fault as CsvError & Lines;
  // A cell in quotes may hold line ends, so the line is that in which its row starts.
  const place: TablePlace = { line: lineAfter(end, error), column: columnOf(error) };
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new TableFault('a quote is opened and never closed', 'Close it with another ".', place);
    case 'INVALID_OPENING_QUOTE':
      return new TableFault(
        'a quote stands in the middle of a cell that does not start with one',
        'Put the whole cell in quotes, and write quotes inside it twice: "".',
        place,
      );
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new TableFault(
        'there is more text after the closing quote of a cell',
        `Write quotes inside a cell twice: "". Cells are separated by ${separatorName(separator)} here.`,
        place,
      );
    case 'CSV_MAX_RECORD_SIZE':
      return new TableFault(
        `the row is longer than ${longestRow} characters`,
        columns === null ? 'Check that it is CSV.' : 'Look for a quote that is not closed.',
        place,
      );
    default:
      return fault;
  }
}

function columnOf({ column }: CsvError): number {
  return typeof column === 'number' ? column + 1 : 1;
}
