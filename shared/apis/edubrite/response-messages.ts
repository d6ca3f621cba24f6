import type { Finding } from '../../definition/answer.ts';
import { xmlAttribute, xmlChild, xmlChildren, xmlChildText } from '../../formats/xml.ts';
import type { ParsedBody } from '../../model/parsed-body.ts';

/** An answer of EduBrite: its own verdict, and the messages that explain it. */
type ServiceResponse = { readonly code: string; readonly messages: readonly Finding[] };

/** Reads `<response code><msgs><msg><code/><value/>`; `null` for anything else. Codes stay text, `0005` included. */
export function readServiceResponse(body: ParsedBody): ServiceResponse | null {
  if (body.kind !== 'xml' || body.root.localName !== 'response') return null;
  const code = xmlAttribute(body.root, 'code')?.trim() ?? null;
  if (code === null) return null;
  const messages = xmlChildren(xmlChild(body.root, 'msgs'), 'msg').map((message) => ({
    code: xmlChildText(message, 'code'),
    message: xmlChildText(message, 'value'),
  }));
  return { code, messages };
}
