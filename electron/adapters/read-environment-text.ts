import * as v from 'valibot';
import { type Document, parseDocument } from 'yaml';

import { fileSchemas } from '../../shared/contract/schemas.ts';
import { type Environment, sandboxEnvironmentId } from '../../shared/model/environment.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';

/** The format of environment files; a file with a higher number was written by a newer workbench. */
export const environmentFileVersion = '1';

/** What a file says. Of one of a newer version only name and class are sure, and `newer` is that version. */
export type ReadEnvironment = { readonly environment: Environment; readonly newer: string | null };

/** Reads the text of an environment file; the failure says why it cannot be read, to follow a colon. */
export function readEnvironmentText(id: string, text: string): Result<ReadEnvironment, string> {
  const document = parseEnvironmentDocument(text);
  const [error] = document.errors;
  if (error !== undefined) return fail(error.message.split('\n')[0]?.replace(/:$/, '') ?? 'it is not YAML');
  const plain = toPlain(document);
  if (!plain.ok) return plain;
  const raw = plain.value instanceof Map ? plain.value : new Map<unknown, unknown>();
  const version = raw.get('version');
  const newer = isNewer(version) ? version : null;
  if (newer === null && version !== environmentFileVersion) return fail(otherVersion(version ?? null));
  const variables = raw.get('variables') ?? new Map();
  const parsed = v.safeParse(fileSchemas.environment, {
    id,
    name: raw.get('name') ?? id,
    environmentClass: raw.get('class'),
    ...(newer === null
      ? {
          notes: raw.get('notes') ?? '',
          variables:
            variables instanceof Map ? [...variables].map(([name, value]) => ({ name, value })) : variables,
          secrets: raw.get('secrets') ?? [],
        }
      : { notes: '', variables: [], secrets: [] }),
  });
  if (!parsed.success) return fail(newer === null ? describeIssue(parsed.issues[0]) : otherVersion(newer));
  const builtIn = findBuiltIn(parsed.output);
  return builtIn === null ? ok({ environment: parsed.output, newer }) : fail(builtIn);
}

/** The failsafe schema makes no numbers and no dates: 0005, 1.00 and 403993715529606983 stay text. */
export function parseEnvironmentDocument(text: string): Document.Parsed {
  return parseDocument(text, { schema: 'failsafe' });
}

/** `its version is "2"; this workbench reads version 1`. */
export function otherVersion(version: unknown): string {
  return `its version is ${JSON.stringify(version)}; this workbench reads version ${environmentFileVersion}`;
}

function isNewer(version: unknown): version is string {
  return (
    typeof version === 'string' &&
    /^\d{1,9}$/.test(version) &&
    Number(version) > Number(environmentFileVersion)
  );
}

/** References are followed only here: one to nothing, or thousands of them, are faults of the file, too. */
function toPlain(document: Document.Parsed): Result<unknown, string> {
  try {
    return ok(document.toJS({ mapAsMap: true }));
  } catch (error) {
    return fail((error as Error).message);
  }
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)?.replace('environmentClass', 'class') ?? 'the file';
  return `${path}: ${issue.message}`;
}

function findBuiltIn({ id }: Environment): string | null {
  if (id === sandboxEnvironmentId) return 'sandbox is the name of the built-in environment; rename the file';
  return null;
}
