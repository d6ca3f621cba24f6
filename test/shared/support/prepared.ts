import { type PreparedRequest, prepareRequest } from '../../../shared/engine/prepare-request.ts';
import type { DraftBody, RequestDraft } from '../../../shared/model/request-draft.ts';
import type { VariableScope } from '../../../shared/model/variable.ts';

/** A draft that is fine but for what the test changes. */
export function draftOf(changes: Partial<RequestDraft> = {}): RequestDraft {
  return {
    api: 'demo',
    template: 'refund',
    operation: 'refund',
    method: 'POST',
    url: 'https://pay.example/refund',
    headers: [],
    body: { kind: 'none' },
    ...changes,
  };
}

/** A body of JSON text. */
export function jsonBody(text: string): DraftBody {
  return { kind: 'text', language: 'json', text };
}

/** A form whose main field holds an XML text. */
export function xmlForm(text: string, more: Readonly<Record<string, string>> = {}): DraftBody {
  const fields = Object.entries({ ...more, request: text }).map(([name, value]) => ({ name, value }));
  return { kind: 'form', fields, main: { field: 'request', language: 'xml' } };
}

/** Prepares a body, and fails the test where it cannot. */
export function preparedOf(body: DraftBody, scope: VariableScope = new Map()): PreparedRequest {
  const prepared = prepareRequest(draftOf({ body }), scope);
  if (!prepared.ok) throw new Error(prepared.error.map(({ message }) => message).join(' '));
  return prepared.value;
}
