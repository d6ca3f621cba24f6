import { apis } from '../../../shared/apis/registry.ts';
import { parseExpectation } from '../../../shared/contract/parse-import.ts';
import { parseBru } from '../../../shared/formats/bru.ts';
import { readImport } from '../../../shared/engine/transfer/read-import.ts';
import type { CollectionRequest } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { ImportPreview } from '../../../shared/model/transfer.ts';
import { collectionCalls } from '../../../shared/engine/transfer/collection-calls.ts';

/** What a file of a name would be imported as. */
export function readImported(name: string, text: string): Result<ImportPreview, Problem> {
  return readImport({ name, text }, { apis, parseBru, parseExpectation });
}

/** The preview of a file that can be read; fails the test where it cannot. */
export function previewOf(name: string, text: string): ImportPreview {
  const read = readImported(name, text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** Every request of a preview, in order. */
export function requestsOf(preview: ImportPreview): readonly CollectionRequest[] {
  return preview.collections.flatMap((content) => collectionCalls(content).map(({ request }) => request));
}

/** Every remark as one line. */
export function remarksOf(preview: ImportPreview): readonly string[] {
  return preview.remarks.map(({ place, text }) => (place === '' ? text : `${place}: ${text}`));
}
