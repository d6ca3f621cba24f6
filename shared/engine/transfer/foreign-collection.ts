import type { CollectionContent } from '../../model/collection.ts';
import type { EnvironmentVariable } from '../../model/environment.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { type ImportedFile, type ImportTools, nameOf, RemarkList } from './imported-file.ts';
import { keepPlainVariables } from './keep-plain-variables.ts';
import { type ForeignCall, takeCall } from './take-call.ts';

export type ForeignCalls = {
  /** Of the file; the collection is called like it, without the ending. */
  readonly fileName: string;
  readonly calls: readonly ForeignCall[];
  readonly variables: readonly EnvironmentVariable[];
};

/** A collection without folders, of the calls of a foreign file. */
export function foreignCollection(
  { fileName, calls, variables }: ForeignCalls,
  tools: ImportTools,
  remarks = new RemarkList(),
): Result<ImportedFile, Problem> {
  const items = calls.flatMap((call) => {
    const request = takeCall(call, tools, remarks);
    return request === null ? [] : [{ kind: 'request', request } as const];
  });
  const content: CollectionContent = {
    name: nameOf(fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''), 'Imported'),
    notes: '',
    variables: keepPlainVariables(variables, tools.apis, [], remarks),
    items,
  };
  return ok({ collections: [content], environments: [], remarks: remarks.remarks });
}
