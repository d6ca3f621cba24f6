import { dirname, join, relative } from 'node:path';

/** The kinds of files a collection has, each with a schema of its own. */
export type CollectionFileKind = 'collection' | 'folder' | 'request';

const ownLine = /^# yaml-language-server: \$schema=[./]*\.schema\/[a-z]+-\d+\.json(?=\r?\n|$)/;

/** Where the schema of a kind of file stands in the folder of the collections. */
export function schemaPath(root: string, kind: CollectionFileKind): string {
  return join(root, '.schema', `${kind}-1.json`);
}

/** Puts the line that tells editors the schema on top of a text, or leads the one there to where the schema is. */
export function withSchemaLine(text: string, line: string, before: string | null): string {
  if (ownLine.test(text)) return text.replace(ownLine, () => line);
  return before === null || ownLine.test(before) ? `${line}\n${text}` : text;
}

/** `# yaml-language-server: $schema=../.schema/request-1.json`, as seen from a file. */
export function schemaLine(root: string, file: string, kind: CollectionFileKind): string {
  const path = relative(dirname(file), schemaPath(root, kind)).replaceAll('\\', '/');
  return `# yaml-language-server: $schema=${path}`;
}
