import { jsonText, parseJson } from '../../../shared/formats/json.ts';
import type { JsonNode } from '../../../shared/model/parsed-body.ts';
import { type Cells, checkColumns, type RowReader, TableFault, type TablePlace } from './row-reader.ts';

/** Characters of one object. */
const longestRow = 5_000_000;

/**
 * Reads a JSON array of flat objects, one object at a time. Numbers are the text they were written as, nested values
 * JSON text; `null` and members that are missing are empty.
 */
export function createJsonReader(): RowReader {
  const columns: string[] = [];
  const remarks = new Map<string, string>();
  const splitter = createSplitter();
  let count = 0;

  const toRow = ({ text, place }: Item): Cells => {
    count += 1;
    const node = parseItem(text, place);
    const members = node.members.map(({ name, value }) => ({ name: name.trim(), value }));
    if (members.some(({ name }, index) => name !== node.members[index]?.name))
      remarks.set('spaces', 'Spaces around the names of members were left out.');
    const names = members.map(({ name }) => name);
    const fresh = names.filter((name) => !columns.includes(name));
    if (fresh.length > 0 || new Set(names).size < names.length) {
      columns.push(...checkNames(names, columns, place));
      if (count > 1) remarks.set('late', `Not every row has all members; cells of missing ones are empty.`);
    }
    return columns.map((column) => {
      const value = members.find(({ name }) => name === column)?.value ?? null;
      if (value === null)
        remarks.set('late', 'Not every row has all members; cells of missing ones are empty.');
      return value === null ? '' : cellOf(value, column, text, remarks);
    });
  };
  return {
    feed: async (text) => splitter.feed(text).map(toRow),
    finish: async () => {
      splitter.finish();
      return [];
    },
    columns: () => columns,
    remarks: () => [...remarks.values()],
  };
}

function checkNames(
  names: readonly string[],
  known: readonly string[],
  place: TablePlace,
): readonly string[] {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new TableFault(
      `an object has the member "${repeated}" twice`,
      'Give every member a name of its own.',
      place,
    );
  }
  const { columns } = checkColumns([...known, ...names.filter((name) => !known.includes(name))], place.line);
  return columns.slice(known.length);
}

function cellOf(value: JsonNode, column: string, text: string, remarks: Map<string, string>): string {
  if (value.kind === 'null') return '';
  if (value.kind !== 'object' && value.kind !== 'array') return jsonText(value) ?? '';
  remarks.set(column, `Values of "${column}" are no plain values; they were taken as JSON text.`);
  return text.slice(value.range.start, value.range.end);
}

function parseItem(text: string, place: TablePlace): Extract<JsonNode, { kind: 'object' }> {
  const parsed = parseJson(text);
  if (parsed.ok && parsed.value.kind === 'object') return parsed.value;
  if (parsed.ok) throw new TableFault('this is no object', notTable, place);
  const { line, column, message } = parsed.error;
  throw new TableFault(message, 'Mend the JSON there.', {
    line: place.line + line - 1,
    column: line === 1 ? (place.column ?? 1) + column - 1 : column,
  });
}

const notTable = 'A data file in JSON is an array of objects: [{"name": "value"}].';

/** The text of one item of the array, and where it starts. */
type Item = { readonly text: string; readonly place: TablePlace };

type Splitter = { readonly feed: (text: string) => readonly Item[]; readonly finish: () => void };

/** Cuts the text of an array into the texts of its objects; what stands between them is checked here. */
function createSplitter(): Splitter {
  let state: 'start' | 'first' | 'item' | 'inside' | 'after' | 'end' = 'start';
  let [line, column] = [1, 1];
  let [depth, inString, isEscaped] = [0, false, false];
  let parts = '';
  let start: TablePlace = { line, column };

  const between = (character: string): void => {
    if (/[\s\uFEFF]/.test(character)) return;
    const expected = {
      start: '[',
      first: '{]',
      item: '{',
      inside: '',
      after: ',]',
      end: '',
    }[state];
    if (!expected.includes(character)) throw unexpected(character, expected, { line, column });
    if (character === '[') state = 'first';
    else if (character === ']') state = 'end';
    else if (character === ',') state = 'item';
    else {
      state = 'inside';
      start = { line, column };
      depth = 0;
    }
  };
  /** Whether the object ends with this character. */
  const inside = (character: string): boolean => {
    if (isEscaped) isEscaped = false;
    else if (inString && character === '\\') isEscaped = true;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '{' || character === '[')) depth += 1;
    else if (!inString && (character === '}' || character === ']')) depth -= 1;
    return depth === 0;
  };
  return {
    feed: (text) => {
      const items: Item[] = [];
      let from = 0;
      for (let index = 0; index < text.length; index += 1) {
        const character = text.charAt(index);
        if (state !== 'inside') {
          between(character);
          from = index;
        }
        if (state === 'inside' && inside(character)) {
          items.push({ text: parts + text.slice(from, index + 1), place: start });
          parts = '';
          state = 'after';
        }
        column += 1;
        if (character === '\n') [line, column] = [line + 1, 1];
      }
      if (state === 'inside') parts += text.slice(from);
      if (parts.length > longestRow)
        throw new TableFault(`an object is longer than ${longestRow} characters`, notTable, start);
      return items;
    },
    finish: () => {
      if (state === 'end') return;
      throw state === 'inside'
        ? new TableFault('an object is not closed at the end of the file', 'Complete the file.', start)
        : new TableFault('the array is not closed at the end of the file', notTable, { line, column });
    },
  };
}

function unexpected(character: string, expected: string, place: TablePlace): TableFault {
  const wanted = expected === '' ? 'nothing more' : [...expected].join(' or ');
  return new TableFault(`${wanted} is expected, and "${character}" stands there`, notTable, place);
}
