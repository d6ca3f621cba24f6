import * as v from 'valibot';

/** What is wrong with a value and where: `rules.0.left: it is no whole number`, `format: it is missing`. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? wordsFor(issue) : `${path}: ${wordsFor(issue)}`;
}

/** In words of ours where valibot speaks of types and keys. */
function wordsFor({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  const isOwn = !message.startsWith('Invalid key: ') && !message.startsWith('Invalid type: ');
  if (isOwn) return message;
  if (type === 'strict_object' && expected === 'never') return 'nothing of that name belongs there';
  return received === 'undefined' ? 'it is missing' : `it is not ${kinds.get(expected ?? '') ?? expected}`;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['Object', 'a map of names and values'],
  ['Array', 'a list'],
  ['string', 'a text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
]);
