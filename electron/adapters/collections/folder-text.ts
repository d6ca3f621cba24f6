import * as v from 'valibot';

import { fileSchemas } from '../../../shared/contract/schemas.ts';
import type { CollectionContent } from '../../../shared/model/collection.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { fileVersion, otherVersion, readVersionedYaml } from '../read-versioned-yaml.ts';
import { writeYamlText, type YamlStyle, type YamlValue } from '../write-yaml-text.ts';

/** What the file of a collection or folder says; only that of a collection has variables. */
export type FolderSettings = Pick<CollectionContent, 'name' | 'notes' | 'variables'> & {
  /** Names of files and folders in it, without their endings. Others come after, by name; names of none count for nothing. */
  readonly order: readonly string[];
};

/** What such a file says; `newer` is its version where a newer workbench wrote it. */
export type ReadFolder = { readonly settings: FolderSettings; readonly newer: string | null };

const style: YamlStyle = {
  keys: ['version', 'name', 'notes', 'variables', 'order'],
  bare: ['order'],
  ordered: ['variables'],
};

/** Reads the text of `collection.yaml` or `folder.yaml`; the failure says why it cannot be read, to follow a colon. */
export function readFolderText(stem: string, text: string): Result<ReadFolder, string> {
  const read = readVersionedYaml(text);
  if (!read.ok) return read;
  const { root, newer } = read.value;
  const variables = root.get('variables') ?? new Map();
  const parsed = v.safeParse(fileSchemas.collectionFolder, {
    name: root.get('name') ?? stem,
    ...(newer === null
      ? {
          notes: root.get('notes') ?? '',
          variables:
            variables instanceof Map ? [...variables].map(([name, value]) => ({ name, value })) : variables,
          order: root.get('order') ?? [],
        }
      : { notes: '', variables: [], order: [] }),
  });
  if (parsed.success) return ok({ settings: parsed.output, newer });
  const [issue] = parsed.issues;
  return fail(
    newer === null ? `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` : otherVersion(newer),
  );
}

/** The text of such a file; where there was one before, it is changed only where the settings differ. */
export function writeFolderText(
  { name, notes, variables, order }: FolderSettings,
  before: string | null,
): string {
  const entries = new Map<string, YamlValue>([
    ['version', fileVersion],
    ['name', name],
    ...(notes === '' ? [] : [['notes', notes] as const]),
    ...(variables.length === 0
      ? []
      : [['variables', new Map(variables.map((variable) => [variable.name, variable.value]))] as const]),
    ...(order.length === 0 ? [] : [['order', order] as const]),
  ]);
  return writeYamlText(entries, before, style);
}
