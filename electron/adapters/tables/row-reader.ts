/** Cells of rows in the order of the columns; a row of JSON may be shorter than there are columns in the end. */
export type Cells = readonly string[];

/** Takes the text of a data file in parts and gives the rows that are complete by then. Throws a `TableFault`. */
export type RowReader = {
  readonly feed: (text: string) => Promise<readonly Cells[]>;
  readonly finish: () => Promise<readonly Cells[]>;
  /** Complete after `finish`. */
  readonly columns: () => readonly string[];
  /** How the text was read, in sentences; complete after `finish`. */
  readonly remarks: () => readonly string[];
};

/** What is wrong with a data file; the store tells it with the name of the file. */
export class TableFault extends Error {
  readonly place: TablePlace | null;
  readonly remedy: string;

  /** `message` is a sentence without its beginning, which the place gives, and without its full stop. */
  constructor(message: string, remedy: string, place: TablePlace | null = null) {
    super(message);
    this.place = place;
    this.remedy = remedy;
  }
}

/** Both count from 1; lines are those of the file, columns those of the table or characters of the line. */
export type TablePlace = { readonly line: number; readonly column?: number };

/** More would be no variables any more. */
const mostColumns = 1000;

/** Column names as they are used: trimmed, none empty, none twice. */
export function checkColumns(
  names: readonly string[],
  line: number,
): { readonly columns: readonly string[]; readonly remarks: readonly string[] } {
  const columns = names.map((name) => name.trim());
  if (columns.length > mostColumns) {
    throw new TableFault(
      `there are ${columns.length} columns, and ${mostColumns} are the most`,
      'Check the separator, or leave out columns that are not needed.',
      { line },
    );
  }
  const seen = new Map<string, number>();
  for (const [index, name] of columns.entries()) {
    if (name === '') throw namelessColumn(line, index + 1);
    const first = seen.get(name);
    if (first !== undefined) throw repeatedColumn(name, first, { line, column: index + 1 });
    seen.set(name, index + 1);
  }
  const trimmed = columns.filter((name, index) => name !== names[index]);
  const quoted = trimmed.map((name) => `"${name}"`).join(', ');
  return {
    columns,
    remarks: trimmed.length === 0 ? [] : [`Spaces around column names were left out: ${quoted}.`],
  };
}

function namelessColumn(line: number, column: number): TableFault {
  return new TableFault('the column has no name', 'Give every column a name in the first line.', {
    line,
    column,
  });
}

function repeatedColumn(name: string, first: number, place: TablePlace): TableFault {
  return new TableFault(
    `the column name "${name}" stands there a second time; column ${first} has it already`,
    'Give every column a name of its own.',
    place,
  );
}
