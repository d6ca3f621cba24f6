import * as v from 'valibot';

import { fileSchemas } from '../../shared/contract/schemas.ts';
import { type Environment, sandboxEnvironmentId } from '../../shared/model/environment.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { otherVersion, readVersionedYaml } from './read-versioned-yaml.ts';

/** What a file says. Of one of a newer version only name and class are sure, and `newer` is that version. */
export type ReadEnvironment = { readonly environment: Environment; readonly newer: string | null };

/** Reads the text of an environment file; the failure says why it cannot be read, to follow a colon. */
export function readEnvironmentText(id: string, text: string): Result<ReadEnvironment, string> {
  const read = readVersionedYaml(text);
  if (!read.ok) return read;
  const { root, newer } = read.value;
  const variables = root.get('variables') ?? new Map();
  const parsed = v.safeParse(fileSchemas.environment, {
    id,
    name: root.get('name') ?? id,
    environmentClass: root.get('class'),
    ...(newer === null
      ? {
          notes: root.get('notes') ?? '',
          variables:
            variables instanceof Map ? [...variables].map(([name, value]) => ({ name, value })) : variables,
          secrets: root.get('secrets') ?? [],
        }
      : { notes: '', variables: [], secrets: [] }),
  });
  if (!parsed.success) return fail(newer === null ? describeIssue(parsed.issues[0]) : otherVersion(newer));
  const builtIn = findBuiltIn(parsed.output);
  return builtIn === null ? ok({ environment: parsed.output, newer }) : fail(builtIn);
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)?.replace('environmentClass', 'class') ?? 'the file';
  return `${path}: ${issue.message}`;
}

function findBuiltIn({ id }: Environment): string | null {
  if (id === sandboxEnvironmentId) return 'sandbox is the name of the built-in environment; rename the file';
  return null;
}
