import { parseJson } from '../../formats/json.ts';
import { holdsCurl } from '../../formats/read-curl.ts';
import { looksLikeHar } from '../../formats/read-har.ts';
import { looksLikeHttpFile } from '../../formats/read-http-file.ts';
import { parseYaml } from '../../formats/yaml.ts';
import type { ContentNode } from '../../model/collection.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { ImportKind, ImportPreview } from '../../model/transfer.ts';
import { type ImportedFile, type ImportTools, unreadable } from './imported-file.ts';
import { looksLikeBruno, readBruno } from './read-bruno.ts';
import { readCurlCommands } from './read-curl-commands.ts';
import { readHarCalls } from './read-har-calls.ts';
import { readHttpRequests } from './read-http-requests.ts';
import { isOpenApi, readOpenApi } from './read-open-api.ts';
import { isPostmanCollection, readPostmanCollection } from './read-postman-collection.ts';
import { isPostmanEnvironment, readPostmanEnvironment } from './read-postman-environment.ts';

/** A file that a user gives, whole. */
export type GivenFile = { readonly name: string; readonly text: string };

/** Finds out what a file is and reads it; nothing in it is run, and nothing is written. */
export function readImport(file: GivenFile, tools: ImportTools): Result<ImportPreview, Problem> {
  const { name, text } = file;
  if (text.trim() === '') return unreadable(`${name} is empty.`, 'Choose another file.');
  if (looksLikeHar(text)) return toPreview('har', readHarCalls(file, tools));
  if (/^\uFEFF?\s*[[{]/.test(text)) return readJsonFile(file, tools);
  if (/\.bru$/i.test(name) || looksLikeBruno(text)) return toPreview('bruno', readBruno(file, tools));
  if (/^(?:openapi|swagger)\s*:/m.test(text) || /\.ya?ml$/i.test(name)) return readYamlFile(file, tools);
  if (/\.(?:http|rest)$/i.test(name)) return toPreview('http', readHttpRequests(file, tools));
  if (holdsCurl(text)) return toPreview('curl', readCurlCommands(file, tools));
  if (looksLikeHttpFile(text)) return toPreview('http', readHttpRequests(file, tools));
  return unknownFile(name);
}

function readJsonFile(file: GivenFile, tools: ImportTools): Result<ImportPreview, Problem> {
  const parsed = parseJson(file.text);
  if (!parsed.ok) {
    const { line, column, message } = parsed.error;
    return unreadable(
      `${file.name} is not JSON: line ${line}, column ${column}: ${message}.`,
      'Export it once more, or mend it there; nothing was imported.',
    );
  }
  return readTree(file, parsed.value, tools);
}

function readYamlFile(file: GivenFile, tools: ImportTools): Result<ImportPreview, Problem> {
  const parsed = parseYaml(file.text);
  if (!parsed.ok) {
    const { line, column, message } = parsed.error;
    return unreadable(
      `${file.name} is not YAML: line ${line}, column ${column}: ${message}.`,
      'Export it once more, or mend it there; nothing was imported.',
    );
  }
  return readTree(file, parsed.value, tools);
}

function readTree(file: GivenFile, root: JsonNode, tools: ImportTools): Result<ImportPreview, Problem> {
  if (isPostmanCollection(root)) return toPreview('postman-collection', readPostmanCollection(root, tools));
  if (isPostmanEnvironment(root))
    return toPreview('postman-environment', ok(readPostmanEnvironment(root, tools)));
  if (isOpenApi(root)) return toPreview('openapi', readOpenApi(root, tools));
  return unknownFile(file.name);
}

function toPreview(kind: ImportKind, read: Result<ImportedFile, Problem>): Result<ImportPreview, Problem> {
  if (!read.ok) return read;
  const requests = read.value.collections.reduce((sum, { items }) => sum + countRequests(items), 0);
  return ok({ kind, requests, ...read.value });
}

function countRequests(items: readonly ContentNode[]): number {
  return items.reduce((sum, node) => sum + (node.kind === 'request' ? 1 : countRequests(node.items)), 0);
}

function unknownFile(name: string): Result<never, Problem> {
  return unreadable(
    `${name} is none of the files that can be imported.`,
    'Choose a Postman collection or environment, an OpenAPI 3 document, a HAR file, curl commands, an .http or a .bru file.',
  );
}
