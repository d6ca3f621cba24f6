import type { Capture, Check, CheckSubject } from '../../../shared/model/check.ts';
import type {
  Collection,
  StoredFolder,
  StoredNode,
  StoredRequest,
} from '../../../shared/model/collection.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { printable } from './evidence-text.ts';

/** A line for each collection: id, name, how many requests. */
export function formatCollections(collections: readonly Collection[]): string {
  if (collections.length === 0) return 'There are no collections in the workspace.\n';
  const width = Math.max(...collections.map(({ id }) => id.length));
  return collections
    .map(
      ({ id, name, items }) => `${id.padEnd(width)}  ${printable(name)} (${counted(countRequests(items))})\n`,
    )
    .join('');
}

/** A line for each folder and request of a collection or folder, with the path that other commands take. */
export function formatItems({ name, notes, items }: Collection | StoredFolder): string {
  const lines = listItems(items);
  const width = Math.max(0, ...lines.map(({ path }) => path.length));
  return [
    `${printable(name)} (${counted(countRequests(items))})\n`,
    ...notesLines(notes),
    ...lines.map(({ path, words }) => `  ${printable(path.padEnd(width))}  ${printable(words)}\n`),
  ].join('');
}

/** A request with what is checked of its answer and taken from it. */
export function formatRequest({ path, readOnly, request }: StoredRequest): string {
  const { name, notes, draft, checks, captures } = request;
  return [
    `${printable(name)} (${path})\n`,
    ...(readOnly === null ? [] : [`${readOnly.message}\n`]),
    ...notesLines(notes),
    `${printable(`${draft.api}/${draft.template ?? draft.operation}`)}\n\n`,
    ...draftLines(draft),
    ...(checks.length === 0
      ? []
      : ['\nChecks\n', ...checks.map((check) => `  ${printable(checkWords(check))}\n`)]),
    ...(captures.length === 0
      ? []
      : ['\nCaptures\n', ...captures.map((capture) => `  ${printable(captureWords(capture))}\n`)]),
  ].join('');
}

function draftLines({ method, url, headers, body }: RequestDraft): readonly string[] {
  const bodyLines =
    body.kind === 'text'
      ? body.text.split(/\r\n|\r|\n/)
      : body.kind === 'form'
        ? body.fields.map(({ name, value }) => `${name}=${value}`)
        : [];
  const lines = [
    `${method} ${url}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(bodyLines.length === 0 ? [] : ['', ...bodyLines]),
  ];
  return lines.map((line) => `  ${line.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')}`.trimEnd() + '\n');
}

function checkWords({ subject, operator, expected }: Check): string {
  return `${subjectWords(subject)} ${operator} ${expected}`.trimEnd();
}

function captureWords({ subject, variable }: Capture): string {
  return `${variable} from ${subjectWords(subject)}`;
}

function subjectWords(subject: CheckSubject): string {
  switch (subject.of) {
    case 'header':
      return `header ${subject.name}`;
    case 'json':
    case 'xml':
      return `${subject.of} ${subject.path}`;
    default:
      return subject.of;
  }
}

function notesLines(notes: string): readonly string[] {
  return notes.trim() === ''
    ? []
    : notes
        .trimEnd()
        .split(/\r\n|\r|\n/)
        .map((line) => `  ${printable(line)}\n`);
}

function listItems(
  items: readonly StoredNode[],
): readonly { readonly path: string; readonly words: string }[] {
  return items.flatMap((node) =>
    node.kind === 'request'
      ? [{ path: node.path, words: `${node.request.draft.method} ${node.request.name}` }]
      : [{ path: `${node.path}/`, words: node.name }, ...listItems(node.items)],
  );
}

function countRequests(items: readonly StoredNode[]): number {
  return items.reduce((count, node) => count + (node.kind === 'request' ? 1 : countRequests(node.items)), 0);
}

function counted(count: number): string {
  return `${count} ${count === 1 ? 'request' : 'requests'}`;
}
