import type { VariableSpec } from '../model/variable.ts';

/**
 * Why a column was taken for a field: `exact` and `letters` by its name, `words` by what such a column is often called,
 * which is a guess.
 */
export type ColumnMatch = { readonly column: string; readonly by: 'exact' | 'letters' | 'words' };

/** Words that mean the same in the tables people have, each standing for its group. */
const sameWords: readonly (readonly string[])[] = [
  ['transaction', 'txn', 'trx', 'payment', 'charge', 'donation', 'sale'],
  ['amount', 'sum', 'total', 'value', 'money', 'price'],
  ['id', 'no', 'nr', 'number', 'code', 'ref', 'reference', 'uuid', 'key'],
  ['refund', 'refunds', 'refunded', 'return'],
  ['order', 'purchase'],
  ['registration', 'signup'],
  ['product', 'item', 'article'],
];

/** Words that say nothing alone: a column `id` may be anything. */
const vagueWords: ReadonlySet<string> = new Set(['id', 'refund']);

/**
 * Finds the column of each field by name: the whole name of the variable or its last part, the same letters whatever
 * their case and signs, then common words. A column goes to one field only, and a pair that is not clearly the best of
 * both is left to the user.
 *
 * @returns the column by name of the variable
 */
export function matchColumns(
  fields: readonly VariableSpec[],
  columns: readonly string[],
): Readonly<Record<string, ColumnMatch>> {
  const found = new Map<string, ColumnMatch>();
  for (const { by, score } of levels) {
    const openFields = fields.filter(({ name }) => !found.has(name));
    const taken = new Set([...found.values()].map(({ column }) => column));
    const openColumns = columns.filter((column) => !taken.has(column));
    for (const [name, column] of clearPairs(openFields, openColumns, score)) found.set(name, { column, by });
  }
  return Object.fromEntries(found);
}

type Score = (field: VariableSpec, column: string) => number;

const levels: readonly { readonly by: ColumnMatch['by']; readonly score: Score }[] = [
  {
    by: 'exact',
    score: ({ name }, column) => (column === name ? 2 : column === lastPart(name) ? 1 : 0),
  },
  {
    by: 'letters',
    score: ({ name, title }, column) => {
      const letters = lettersOf(column);
      return letters !== '' && [name, lastPart(name), title].some((known) => lettersOf(known) === letters)
        ? 1
        : 0;
    },
  },
  { by: 'words', score: commonWords },
];

/** The pairs of which each side is the only best one of the other. */
function clearPairs(
  fields: readonly VariableSpec[],
  columns: readonly string[],
  score: Score,
): readonly (readonly [name: string, column: string])[] {
  return fields.flatMap((field) => {
    const column = onlyBest(columns, (candidate) => score(field, candidate));
    if (column === null || onlyBest(fields, (rival) => score(rival, column)) !== field) return [];
    return [[field.name, column] as const];
  });
}

function onlyBest<Item>(items: readonly Item[], score: (item: Item) => number): Item | null {
  const scores = items.map((item) => ({ item, points: score(item) })).filter(({ points }) => points > 0);
  const best = Math.max(...scores.map(({ points }) => points));
  const winners = scores.filter(({ points }) => points === best);
  return winners.length === 1 ? (winners[0]?.item ?? null) : null;
}

/** How many words both have, where one name says nothing that the other does not. */
function commonWords({ name, title }: VariableSpec, column: string): number {
  const own = wordsOf(column);
  return Math.max(
    ...[lastPart(name), title].map((known) => {
      const words = wordsOf(known);
      const common = [...own].filter((word) => words.has(word));
      const isPart = common.length === own.size || common.length === words.size;
      const says = common.length > 1 || common.some((word) => !vagueWords.has(word));
      return isPart && says ? common.length : 0;
    }),
  );
}

/** `payu.refundId` and `Refund ID` have the words `refund` and `id`. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return new Set(words.map((word) => sameWords.find((group) => group.includes(word))?.[0] ?? word));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
