import type { ApiDefinition } from '../definition/api-definition.ts';
import { writeCurl } from '../formats/curl.ts';
import type { RequestParts } from '../model/request-parts.ts';

/** A request without its secrets as a curl command; `{{name}}` become variables of the shell. */
export function curlOfRequest(api: ApiDefinition | null, operationId: string, request: RequestParts): string {
  const operation = api?.operations.find(({ id }) => id === operationId);
  return writeCurl(request, {
    // Of a call that nobody knows any more, the careful thing is said.
    movesMoney: operation?.movesMoney ?? true,
    isReference: () => true,
    notes: [],
  });
}
