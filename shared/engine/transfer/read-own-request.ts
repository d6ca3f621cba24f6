import { jsonItems, jsonMember, memberText, parseJson } from '../../formats/json.ts';
import type { CollectionRequest } from '../../model/collection.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { DraftBody } from '../../model/request-draft.ts';
import type { ImportTools } from './imported-file.ts';
import { plainData } from './plain-data.ts';
import { findCall } from './postman-script-calls.ts';
import { scriptOf } from './postman-event-script.ts';

export type OwnRequest =
  | { readonly kind: 'own'; readonly request: CollectionRequest }
  | { readonly kind: 'foreign' }
  /** Its scripts were ours and cannot be read any more; the reason is a sentence. */
  | { readonly kind: 'damaged'; readonly reason: string };

/** Reads a request that the workbench wrote for Postman: its scripts say what Postman has no place for. */
export function readOwnRequest(item: JsonNode, name: string, tools: ImportTools): OwnRequest {
  const events = jsonItems(jsonMember(item, 'event'));
  const scriptFor = (listen: string): string =>
    scriptOf(events.find((event) => memberText(event, 'listen') === listen) ?? null);
  const setup = readCall(findCall(scriptFor('prerequest'), 'prepare'));
  if (setup === 'absent') return { kind: 'foreign' };
  const expectation = readCall(findCall(scriptFor('test'), 'check'));
  const damaged = (what: string): OwnRequest => ({
    kind: 'damaged',
    reason: `The script that the workbench wrote was changed, so ${what} could not be taken from it.`,
  });
  if (setup === 'broken') return damaged('the call and its checks');
  const api = tools.apis.find(({ id }) => id === memberText(setup, 'api'));
  const operation = api?.operations.find(({ id }) => id === memberText(setup, 'operation'));
  if (api === undefined || operation === undefined) return damaged('its API');
  if (expectation === 'absent' || expectation === 'broken') return damaged('the checks');
  const expected = tools.parseExpectation(plainData(expectation));
  if (!expected.ok) return damaged('the checks');
  const request = jsonMember(item, 'request');
  const body = readBody(jsonMember(request, 'body'), jsonMember(setup, 'main'));
  const url = memberText(request, 'url') ?? memberText(jsonMember(request, 'url'), 'raw');
  if (body === null || url === null) return damaged('the request');
  const template = jsonMember(setup, 'template');
  return {
    kind: 'own',
    request: {
      name,
      notes: memberText(request, 'description') ?? '',
      draft: {
        api: api.id,
        template: template?.kind === 'string' ? template.text : null,
        operation: operation.id,
        method: memberText(request, 'method') ?? operation.method,
        url,
        headers: jsonItems(jsonMember(request, 'header'))
          .filter((header) => memberText(header, 'disabled') !== 'true')
          .map((header) => [memberText(header, 'key') ?? '', memberText(header, 'value') ?? ''] as const),
        body,
      },
      ...expected.value,
    },
  };
}

function readCall(text: string | null): JsonNode | 'absent' | 'broken' {
  if (text === null) return 'absent';
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : 'broken';
}

function readBody(body: JsonNode | null, main: JsonNode | null): DraftBody | null {
  if (body === null) return { kind: 'none' };
  if (memberText(body, 'mode') === 'urlencoded') {
    const field = memberText(main, 'field');
    return {
      kind: 'form',
      fields: jsonItems(jsonMember(body, 'urlencoded'))
        .filter((pair) => memberText(pair, 'disabled') !== 'true')
        .map((pair) => ({ name: memberText(pair, 'key') ?? '', value: memberText(pair, 'value') ?? '' })),
      main: field === null ? null : { field, language: 'xml' },
    };
  }
  if (memberText(body, 'mode') !== 'raw') return null;
  const language = memberText(jsonMember(jsonMember(body, 'options'), 'raw'), 'language');
  return { kind: 'text', language: language === 'xml' ? 'xml' : 'json', text: memberText(body, 'raw') ?? '' };
}
