import type { ApiDefinition } from '../../definition/api-definition.ts';
import type { ParseBru } from '../../formats/bru.ts';
import type { CollectionContent } from '../../model/collection.ts';
import type { Environment } from '../../model/environment.ts';
import type { Problem } from '../../model/problem.ts';
import { fail, type Result } from '../../model/result.ts';
import type { TransferRemark } from '../../model/transfer.ts';
import type { PostmanExpectation } from './postman-script-calls.ts';

/** What a file holds, in the workbench's own words. */
export type ImportedFile = {
  readonly collections: readonly CollectionContent[];
  readonly environments: readonly Environment[];
  readonly remarks: readonly TransferRemark[];
};

/** What every reader of a file is given. */
export type ImportTools = {
  readonly apis: readonly ApiDefinition[];
  readonly parseBru: ParseBru;
  /** Says whether data has the shape of checks and captures; the failure is a sentence. */
  readonly parseExpectation: (data: unknown) => Result<PostmanExpectation, string>;
};

/** The remarks of one reading, in the order they came up. */
export class RemarkList {
  readonly remarks: TransferRemark[] = [];

  add(place: readonly string[], ...texts: readonly string[]): void {
    this.remarks.push(...texts.map((text) => ({ place: place.join(' / '), text })));
  }
}

/** A file that cannot be read as what it is; nothing of it is taken. */
export function unreadable(message: string, remedy: string): Result<never, Problem> {
  return fail({ code: 'bad-import', message, remedy });
}

/** A name as collections take it: at most 200 characters, never empty. */
export function nameOf(text: string | null, otherwise: string): string {
  const name = (text ?? '').trim().slice(0, 200).trim();
  return name === '' ? otherwise : name;
}
