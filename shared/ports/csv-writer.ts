/** Writes lines of cells as CSV, each cell as the text it is. */
export type CsvWriter = { write(lines: readonly (readonly string[])[]): string };
