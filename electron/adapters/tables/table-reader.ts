import type { TableDescription } from '../../../shared/model/table.ts';
import { createCsvReader } from './csv-reader.ts';
import { findSeparator, separatorName } from './find-separator.ts';
import { createJsonReader } from './json-reader.ts';
import { type RowReader, TableFault } from './row-reader.ts';

/** Characters that decide on format and separator. */
const enough = 64 * 1024;

const looksLikeJson = /^\s*(?:\[\s*[[{\]"\d-]|\{\s*")/;

/** A reader that finds out what it reads: JSON where the first character says so, else CSV. */
export type TableReader = RowReader & {
  /** Known after `finish`. */
  readonly format: () => Pick<TableDescription, 'format' | 'separator'>;
};

/** Reads a data file of any format. `separator` is `null` where it has to be found out. */
export function createTableReader(given: string | null): TableReader {
  let beginning = '';
  let chosen: Chosen | null = null;
  let held = '';
  const remarks: string[] = [];

  const choose = (): Chosen => {
    if (beginning.startsWith('\uFEFF')) {
      remarks.push('A byte-order mark at the start was passed over.');
      beginning = beginning.slice(1);
    }
    if (given === null && looksLikeJson.test(beginning)) {
      return { reader: createJsonReader(), format: 'json', separator: null };
    }
    const found = given ?? findSeparator(beginning);
    if (given === null && found !== null)
      remarks.push(`The separator was guessed from the first lines: ${separatorName(found)}.`);
    if (found === null) remarks.push('No separator was found in the first line, so there is one column.');
    const separator = found ?? ',';
    return { reader: createCsvReader(separator), format: 'csv', separator };
  };
  const start = async (): ReturnType<RowReader['feed']> => {
    chosen = choose();
    const text = beginning;
    beginning = '';
    return chosen.reader.feed(text);
  };
  return {
    feed: async (part) => {
      // Parts may be cut in the middle of a character that takes two units.
      const text = held + part;
      held = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
      const whole = held === '' ? text : text.slice(0, -1);
      checkText(whole);
      if (chosen !== null) return chosen.reader.feed(whole);
      beginning += whole;
      return beginning.length < enough ? [] : start();
    },
    finish: async () => {
      if (held !== '') throw notText();
      const first = chosen === null ? await start() : [];
      return [...first, ...((await chosen?.reader.finish()) ?? [])];
    },
    columns: () => chosen?.reader.columns() ?? [],
    remarks: () => [...remarks, ...(chosen?.reader.remarks() ?? [])],
    format: () => ({ format: chosen?.format ?? 'csv', separator: chosen?.separator ?? null }),
  };
}

type Chosen = Pick<TableDescription, 'format' | 'separator'> & { readonly reader: RowReader };

/** Bytes of UTF-16 and of other formats than text hold zeros. */
function checkText(text: string): void {
  if (text.includes('\0') || !text.isWellFormed()) throw notText();
}

/** The file is in another encoding, or no text at all. */
export function notText(): TableFault {
  return new TableFault(
    'it is not text in UTF-8 (it may be UTF-16, Windows-1252, or a spreadsheet)',
    'Save it as CSV in UTF-8.',
  );
}
