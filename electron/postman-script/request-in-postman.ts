import type { HeaderList } from '../../shared/model/headers.ts';
import type { DraftBody, RequestDraft } from '../../shared/model/request-draft.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { Postman, PostmanBody, PostmanPair } from './postman.ts';
import type { PostmanSetup } from '../../shared/engine/transfer/postman-script-calls.ts';

/** The request as it stands in Postman, which a person may have changed there, as a draft. */
export function readRequest({ request }: Postman, { api, operation, main }: PostmanSetup): RequestDraft {
  return {
    api,
    template: null,
    operation,
    method: request.method,
    url: request.url.toString(),
    headers: pairsOf(request.headers.all()),
    body: readBody(request.body, main),
  };
}

/** Puts the request in its place as it has to be sent, byte for byte. */
export function writeRequest({ request }: Postman, { url, headers, body }: RequestParts): void {
  request.url.update(url);
  request.headers.clear();
  for (const [key, value] of headers) request.headers.add({ key, value });
  if (body !== null) request.body?.update({ mode: 'raw', raw: body });
}

/** Header lines, without those that are switched off. */
export function pairsOf(pairs: readonly PostmanPair[]): HeaderList {
  return pairs
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value }) => [key, value ?? ''] as const);
}

function readBody(body: PostmanBody | undefined, main: PostmanSetup['main']): DraftBody {
  if (body?.mode === 'urlencoded') {
    const fields = pairsOf(body.urlencoded?.all() ?? []).map(([name, value]) => ({ name, value }));
    return { kind: 'form', fields, main };
  }
  if (body?.mode !== 'raw' || body.raw === undefined) return { kind: 'none' };
  return { kind: 'text', language: body.options?.raw?.language === 'xml' ? 'xml' : 'json', text: body.raw };
}
