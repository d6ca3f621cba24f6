import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { TableDescription, TablePage, TableRow } from '../model/table.ts';

/** How a data file is to be read; `null` finds it out. */
export type TableOptions = { readonly separator: string | null };

/** Data files, taken over row by row so that memory stays flat however long they are. */
export type TableStore = {
  /** Reads a file from the disk of the core; fails where it changes meanwhile. */
  addFile(path: string, options: TableOptions): Promise<Result<TableDescription, Problem>>;
  /** Takes a file in parts, in order; the description comes with the last one. */
  addPart(part: {
    readonly id: string;
    readonly name: string;
    readonly text: string;
    readonly last: boolean;
    readonly options: TableOptions;
  }): Promise<Result<TableDescription | null, Problem>>;
  describe(id: string): Result<TableDescription, Problem>;
  read(id: string, page: { readonly after: number; readonly limit: number }): Result<TablePage, Problem>;
  /** One row; `null` where there is none of that number. */
  row(id: string, number: number): Result<TableRow | null, Problem>;
  /** Forgets a table, unless somebody holds it. */
  release(id: string): Result<null, Problem>;
  /** Keeps a table for a run or batch, whose id is the holder's, until it lets go. */
  hold(id: string, holder: string): Result<null, Problem>;
  /** Takes a hold back, and forgets the table where it was the last. */
  letGo(id: string, holder: string): Result<null, Problem>;
};
