import { parseJson } from '../formats/json.ts';
import type { JsonNode, SyntaxProblem } from '../model/parsed-body.ts';
import type { Result } from '../model/result.ts';
import { maskReferences } from './mask-references.ts';

/**
 * Reads JSON in which `{{variables}}` may also stand outside of strings, as in `"amount": {{amount}}`. There they are
 * read as a number of the same length, so that every offset is one of the given text.
 */
export function parseDraftJson(text: string): Result<JsonNode, SyntaxProblem> {
  return parseJson(maskReferences(text));
}
