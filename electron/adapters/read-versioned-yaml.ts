import { type Document, isNode, LineCounter, parseDocument } from 'yaml';

import { fail, ok, type Result } from '../../shared/model/result.ts';

/** The format of the files of a workspace; a file with a higher number was written by a newer workbench. */
export const fileVersion = '1';

/** The top of a file: texts, lists and maps. `newer` is its version where a newer workbench wrote it. */
export type VersionedYaml = {
  readonly root: ReadonlyMap<unknown, unknown>;
  readonly newer: string | null;
  /** ` at line 7, column 3`: where a value stands, by the keys that lead to it; empty where it is not there. */
  readonly placeOf: (keys: readonly unknown[]) => string;
};

/** Reads a file of the workspace as YAML; the failure says why it cannot be read, to follow a colon. */
export function readVersionedYaml(text: string): Result<VersionedYaml, string> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter });
  const [error] = document.errors;
  if (error !== undefined) return fail(error.message.split('\n')[0]?.replace(/:$/, '') ?? 'it is not YAML');
  const plain = toPlain(document);
  if (!plain.ok) return plain;
  const root: ReadonlyMap<unknown, unknown> = plain.value instanceof Map ? plain.value : new Map();
  const placeOf = (keys: readonly unknown[]): string => {
    const node: unknown = document.getIn(keys, true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    const { line, col } = lineCounter.linePos(start ?? 0);
    return start === undefined ? '' : ` at line ${line}, column ${col}`;
  };
  const version = root.get('version');
  if (isNewer(version)) return ok({ root, newer: version, placeOf });
  return version === fileVersion ? ok({ root, newer: null, placeOf }) : fail(otherVersion(version ?? null));
}

/** The failsafe schema makes no numbers and no dates: 0005, 1.00 and 403993715529606983 stay text. */
export function parseYaml(text: string): Document.Parsed {
  return parseDocument(text, { schema: 'failsafe' });
}

/** `its version is "2"; this workbench reads version 1`. */
export function otherVersion(version: unknown): string {
  return `its version is ${JSON.stringify(version)}; this workbench reads version ${fileVersion}`;
}

function isNewer(version: unknown): version is string {
  return typeof version === 'string' && /^\d{1,9}$/.test(version) && Number(version) > Number(fileVersion);
}

/** References are followed only here: one to nothing, or thousands of them, are faults of the file, too. */
function toPlain(document: Document.Parsed): Result<unknown, string> {
  try {
    return ok(document.toJS({ mapAsMap: true }));
  } catch (error) {
    return fail((error as Error).message);
  }
}
