/** A page of rows of a table. Every cell is the text it was in the file: `0.10`, `00123`. */
export type TablePage = {
  readonly rows: readonly TableRow[];
  /** Number of the last row of the page, to read on after; `null` at the end. */
  readonly next: number | null;
};

/** Rows count from 1, without the line of column names. */
export type TableRow = { readonly number: number; readonly cells: readonly string[] };

/** A data file as the core took it over: a change of the file later changes nothing here. */
export type TableDescription = {
  readonly id: string;
  /** Name of the file it came from. */
  readonly name: string;
  readonly format: 'csv' | 'json';
  /** What separates cells; `null` for JSON. */
  readonly separator: string | null;
  /** In the order of the file, each once. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** SHA-256 of the bytes of the file, lower-case hexadecimal. */
  readonly hash: string;
  /** The first rows, ten at the most. */
  readonly sample: readonly TableRow[];
  /** Remarks on how it was read, as that a byte-order mark was skipped. */
  readonly remarks: readonly string[];
};
